import type { FoundProblem } from '../check/found.js';

/** What has changed between two rounds of a check. */
export type Change = Readonly<{
  added: readonly FoundProblem[];
  fixed: readonly FoundProblem[];
  /** What was there before and still is. */
  left: readonly FoundProblem[];
}>;

/**
 * Compares the problems of two rounds. A problem that has moved to another line is still the same one; of several alike, as many are
 * new or fixed as there are more or fewer.
 */
export function compareRounds(before: readonly FoundProblem[], after: readonly FoundProblem[]): Change {
  const waiting = new Map<string, FoundProblem[]>();
  for (const each of before) {
    const alike = waiting.get(keyOf(each)) ?? [];
    waiting.set(keyOf(each), [...alike, each]);
  }
  const added: FoundProblem[] = [];
  const left: FoundProblem[] = [];
  for (const each of after) (waiting.get(keyOf(each))?.shift() === undefined ? added : left).push(each);
  return { added, fixed: [...waiting.values()].flat(), left };
}

function keyOf({ problem: { code, severity, message, at } }: FoundProblem): string {
  return JSON.stringify([code, severity, message, at?.file]);
}
