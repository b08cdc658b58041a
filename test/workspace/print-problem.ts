import type { Problem } from '../../src/base/problem.js';
import { formatRange } from '../../src/base/source.js';

/** Prints everything a person is told of a problem, one line for each part. */
export function printProblem(problem: Problem): string {
  const place = problem.at ? `${formatRange(problem.at)} ` : '';
  const lines = [`${place}${problem.severity} ${problem.code}`, problem.message];
  return (problem.hint === undefined ? lines : [...lines, problem.hint]).join('\n');
}

/** Prints problems one after the other, with an empty line between. */
export function printProblems(problems: readonly Problem[]): string {
  return problems.map(printProblem).join('\n\n');
}
