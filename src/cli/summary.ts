import { mergeProblems, type FoundProblem } from './report.js';

/** Writes a number with its noun: `1 error`, `2 errors`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** Counts problems for a sentence: `2 errors, 1 warning`, or `nothing to fix`. Duplicates count once. */
export function countProblems(found: readonly FoundProblem[]): string {
  const merged = mergeProblems(found);
  const errors = merged.filter(({ problem }) => problem.severity === 'error').length;
  const warnings = merged.length - errors;
  const parts = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ];
  return parts.length === 0 ? 'nothing to fix' : parts.join(', ');
}

/** Tells whether any problem is an error. */
export function foundErrors(found: readonly FoundProblem[]): boolean {
  return found.some(({ problem }) => problem.severity === 'error');
}

/** Writes a span of time in seconds. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 0)} s`;
}

/** A problem as `--json` prints it. */
export type ProblemRecord = Readonly<{
  code: string;
  severity: 'error' | 'warning';
  message: string;
  file?: string;
  line?: number;
  column?: number;
  hint?: string;
  builds: readonly string[];
}>;

/** Turns problems into what `--json` prints; duplicates are merged. */
export function problemRecords(found: readonly FoundProblem[]): readonly ProblemRecord[] {
  return mergeProblems(found).map(({ problem: { code, severity, message, at, hint }, builds }) => ({
    code,
    severity,
    message,
    ...(at === undefined ? {} : { file: at.file, line: at.line, column: at.column }),
    ...(hint === undefined ? {} : { hint }),
    builds,
  }));
}

/** Writes a value as one JSON object for another program. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
