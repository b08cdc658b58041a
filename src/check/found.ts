import type { Problem } from '../base/problem.js';
import { formatRange } from '../base/source.js';

/** A problem, and the builds it was found in, such as `microneedling/aftercare (es)`. None means: outside any build. */
export type FoundProblem = Readonly<{ problem: Problem; builds: readonly string[] }>;

/** Gives the text of a source by the name problems know it by, or undefined when it cannot be shown. */
export type SourceText = (file: string) => string | undefined;

/**
 * Merges problems that several builds found alike, and sorts them by file, line and column. Problems without a
 * place come first.
 */
export function mergeProblems(found: readonly FoundProblem[]): readonly FoundProblem[] {
  const merged = new Map<string, { problem: Problem; builds: Set<string> }>();
  for (const { problem, builds } of found) {
    const key = JSON.stringify([problem.code, problem.severity, problem.message, place(problem)]);
    const known = merged.get(key) ?? { problem, builds: new Set<string>() };
    for (const build of builds) known.builds.add(build);
    merged.set(key, known);
  }
  return [...merged.values()]
    .map(({ problem, builds }) => ({ problem, builds: [...builds] }))
    .sort((one, other) => comparePlaces(one.problem, other.problem));
}

/**
 * Leaves out what only follows from something else that is told: the text that a handout lacks where its template names one
 * that isn't there, and texts that nothing uses as long as a file that may use them can't be read.
 * @param isReadWhole whether every file of the workspace could be read
 */
export function withoutFollowUps(
  found: readonly FoundProblem[],
  isReadWhole: boolean,
): readonly FoundProblem[] {
  const lineOf = ({ at }: Problem): string => (at === undefined ? '' : `${at.file}:${at.line}`);
  const misnamed = found.filter(({ problem }) => problem.code === 'content/unknown-key');
  const lines = new Set(misnamed.map(({ problem }) => lineOf(problem)));
  const isLacking = ({ problem }: FoundProblem): boolean =>
    problem.code === 'content/missing-text' && problem.at !== undefined && lines.has(lineOf(problem));
  const lacking = found.filter(isLacking);
  return found.flatMap((each) => {
    const { problem, builds } = each;
    if (isLacking(each) || (!isReadWhole && problem.code === 'content/unused-key')) return [];
    if (problem.code !== 'content/unknown-key') return [each];
    const same = lacking.filter((other) => lineOf(other.problem) === lineOf(problem));
    return [{ problem, builds: [...new Set([...builds, ...same.flatMap((other) => other.builds)])] }];
  });
}

/** Groups things by a name, in the order in which the names first come. */
export function groupBy<Value>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(nameOf(value));
    if (group === undefined) groups.set(nameOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function place({ at }: Problem): string {
  return at === undefined ? '' : formatRange(at);
}

function comparePlaces(one: Problem, other: Problem): number {
  const files = (one.at?.file ?? '').localeCompare(other.at?.file ?? '', 'en');
  return (
    files || (one.at?.line ?? 0) - (other.at?.line ?? 0) || (one.at?.column ?? 0) - (other.at?.column ?? 0)
  );
}
