import type { ProblemCode } from '../../base/problem.js';
import type { SourceRange } from '../../base/source.js';
import type { Term } from '../../content/lint/glossary.js';
import type { DocumentNode } from '../../document/node.js';
import { walkNode, type AnyNode } from '../../document/walk.js';
import type { Passage } from '../readability/passage.js';
import type { RunningText } from '../readability/running-text.js';
import type { Sentence } from '../readability/sentence.js';

/** `for-a-human`: a program can't tell, and shows what to look at. */
export type Verdict = 'met' | 'not-met' | 'for-a-human' | 'not-applicable';

/** A place that an item is about, in words that finish the report; where a template writes it. */
export type Finding = Readonly<{ what: string; at?: SourceRange }>;

/** What an item finds in a handout. */
export type Judgement = Readonly<{ verdict: Verdict; findings: readonly Finding[] }>;

/** A handout as items look at it: its tree in reading order without letterhead and running lines, and its text. */
export type Reading = Readonly<{
  document: DocumentNode;
  nodes: readonly AnyNode[];
  passages: readonly Passage[];
  sentences: readonly Sentence[];
  /** The terms of the language that a handout may have to explain. */
  terms: readonly Term[];
}>;

/** One thing that makes a handout easier to understand, as a published checklist asks for it. */
export type Item = Readonly<{
  id: string;
  /** The code of the warning where it is not met. */
  code: ProblemCode;
  /** A full sentence that is true of a handout that meets it. */
  asks: string;
  /** The checklist and its number or part. */
  source: string;
  hint: string;
  judge(reading: Reading): Judgement;
}>;

/** What is known of a handout besides its tree. */
export type ForItems = Readonly<{ text: RunningText; terms: readonly Term[] }>;

/** Prepares a handout in one language for the items. */
export function readForItems(document: DocumentNode, { text, terms }: ForItems): Reading {
  const { passages, sentences } = text;
  const nodes = document.children.flatMap((block) => walkNode(block));
  return { document, nodes, passages, sentences, terms };
}

/** Met without findings, else not met. */
export function metUnless(findings: readonly Finding[]): Judgement {
  return { verdict: findings.length === 0 ? 'met' : 'not-met', findings };
}

/** A verdict without places. */
export function plainly(verdict: Verdict): Judgement {
  return { verdict, findings: [] };
}

/** A finding at the place of a node or passage, if it is known. */
export function findingAt(what: string, { at }: Readonly<{ at?: SourceRange | undefined }>): Finding {
  return { what, ...(at && { at }) };
}

/** Where the words of a handout's own template begin: what is wrong with the handout as a whole is told there. */
export function beginningOf({ passages, document }: Reading): Readonly<{ at?: SourceRange | undefined }> {
  const first = passages.find(({ kind, at }) => kind === 'running' && at !== undefined);
  return first ?? passages[0] ?? document.children[0] ?? {};
}

/** Where the words of a handout end. */
export function endOf({ passages }: Reading): Readonly<{ at?: SourceRange | undefined }> {
  return passages.findLast(({ kind }) => kind === 'running') ?? {};
}

/** How many words a reading has in sentences. */
export function wordCount({ sentences }: Reading): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}
