import { formatRange } from '../base/source.js';
import type { Problem } from '../base/problem.js';
import { textWidth } from '../base/text-width.js';
import { mergeProblems, type FoundProblem, type SourceText } from '../check/found.js';
import { codeFrame, firstColumns, withoutControls } from './code-frame.js';
import type { Channel } from './terminal.js';

export { mergeProblems, type FoundProblem, type SourceText } from '../check/found.js';

const MOST_BUILDS_NAMED = 3;

/**
 * Writes one problem for a person: place, severity and code; the message; the line of the source with a caret under the place;
 * the hint; and the builds it was found in.
 */
export function formatProblem(found: FoundProblem, sourceText: SourceText, paint: Channel['paint']): string {
  const { problem, builds } = found;
  const lines = [headingOf(problem, paint), `  ${withoutControls(problem.message)}`];
  lines.push(...codeFrame(problem, sourceText, paint));
  if (problem.hint !== undefined) lines.push(`  ${paint('cyan', 'Hint:')} ${withoutControls(problem.hint)}`);
  if (builds.length > 0) lines.push(paint('dim', `  In ${nameBuilds(builds)}.`));
  return `${lines.join('\n')}\n`;
}

/** Writes a problem in one line: place, severity, code, and as much of its message as the columns hold. */
export function problemLine(
  { problem }: FoundProblem,
  { paint, columns = Infinity }: Pick<Channel, 'paint'> & Partial<Pick<Channel, 'columns'>>,
): string {
  const room = columns - textWidth(headingOf(problem, (_look, text) => text)) - 1;
  return `${headingOf(problem, paint)} ${clipped(withoutControls(problem.message), room)}`;
}

/**
 * Writes what whoever hands handouts to patients must know: errors, and what is wrong with the clinic's own settings. Warnings about
 * handouts are for whoever writes them; `handout check` lists them.
 */
export function formatConcerns(
  found: readonly FoundProblem[],
  sourceText: SourceText,
  paint: Channel['paint'],
): string {
  const concerns = found.filter(({ problem, builds }) => problem.severity === 'error' || builds.length === 0);
  return formatProblems(concerns, sourceText, paint);
}

/** Writes all problems, merged and grouped by file, with an empty line after each. */
export function formatProblems(
  found: readonly FoundProblem[],
  sourceText: SourceText,
  paint: Channel['paint'],
): string {
  return mergeProblems(found)
    .map((problem) => `${formatProblem(problem, sourceText, paint)}\n`)
    .join('');
}

function clipped(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  return `${firstColumns(text, Math.max(0, columns - 1))}…`;
}

function headingOf({ at, severity, code }: Problem, paint: Channel['paint']): string {
  const place = at === undefined ? [] : [paint('bold', formatRange(at))];
  const painted = paint(severity === 'error' ? 'red' : 'yellow', severity);
  return [...place, painted, paint('dim', code)].join(' ');
}

function nameBuilds(builds: readonly string[]): string {
  if (builds.length <= MOST_BUILDS_NAMED) return builds.join(', ');
  const rest = builds.length - MOST_BUILDS_NAMED;
  return `${builds.slice(0, MOST_BUILDS_NAMED).join(', ')} and ${rest} more`;
}
