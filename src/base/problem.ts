import type { SourceRange } from './source.js';

/** The part of the pipeline that reports a problem; `safety` and `page` are what the check judges of a handout and its pages. */
export type ProblemStage =
  | 'workspace'
  | 'content'
  | 'template'
  | 'document'
  | 'style'
  | 'text'
  | 'graphics'
  | 'layout'
  | 'pdf'
  | 'safety'
  | 'page'
  | 'check'
  | 'exchange';

/** A stable name for one kind of problem: the stage, a slash, and a few words in kebab case. */
export type ProblemCode = `${ProblemStage}/${string}`;

/**
 * A fault in what an author wrote. Problems are collected and returned, never thrown, so that one mistake
 * doesn't hide the next. A message never holds anything about a patient.
 */
export type Problem = Readonly<{
  code: ProblemCode;
  severity: 'error' | 'warning';
  /** What is wrong, in the author's words; a full sentence. */
  message: string;
  at?: SourceRange;
  /** The characters or the name it is about, for a later stage that knows where they were written. */
  subject?: string;
  /** How to put it right; a full sentence. */
  hint?: string;
}>;

/** What a stage of the pipeline returns: its value, and what it found to report on the way. */
export type Staged<Value> = Readonly<{ value: Value; problems: readonly Problem[] }>;

/** Receives problems as they are found. */
export type Report = (problem: Problem) => void;

/** Tells whether any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
