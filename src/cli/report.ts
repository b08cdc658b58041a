import { formatRange } from '../base/source.js';
import type { Problem } from '../base/problem.js';
import { textWidth } from '../base/text-width.js';
import { mergeProblems, type FoundProblem, type SourceText } from '../check/found.js';
import type { Channel } from './terminal.js';

export { mergeProblems, type FoundProblem, type SourceText } from '../check/found.js';

const MOST_BUILDS_NAMED = 3;
const CONTEXT_COLUMNS = 100;

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

/** Writes a problem in one line: place, severity, code and message. */
export function problemLine({ problem }: FoundProblem, paint: Channel['paint']): string {
  return `${headingOf(problem, paint)} ${withoutControls(problem.message)}`;
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

function headingOf({ at, severity, code }: Problem, paint: Channel['paint']): string {
  const place = at === undefined ? [] : [paint('bold', formatRange(at))];
  const painted = paint(severity === 'error' ? 'red' : 'yellow', severity);
  return [...place, painted, paint('dim', code)].join(' ');
}

function codeFrame(problem: Problem, sourceText: SourceText, paint: Channel['paint']): readonly string[] {
  if (problem.at === undefined) return [];
  const line = sourceText(problem.at.file)?.split(/\r\n|\r|\n/)[problem.at.line - 1];
  if (line === undefined) return [];
  // A long line is cut so that the place is still in view.
  const start = Math.max(0, problem.at.column - 1 - CONTEXT_COLUMNS / 2);
  const shown = withoutControls(line.slice(start, start + CONTEXT_COLUMNS));
  const before = withoutControls(line.slice(start, problem.at.column - 1));
  const gutter = String(problem.at.line);
  const empty = ' '.repeat(gutter.length);
  return [
    `  ${paint('dim', `${gutter} |`)} ${shown.trimEnd()}`,
    `  ${paint('dim', `${empty} |`)} ${' '.repeat(textWidth(before))}${paint('red', '^'.repeat(caretLength(problem)))}`,
  ];
}

function caretLength({ at }: Problem): number {
  if (at?.endColumn === undefined || (at.endLine ?? at.line) !== at.line) return 1;
  return Math.min(Math.max(1, at.endColumn - at.column), CONTEXT_COLUMNS / 2);
}

/** A tab becomes one space, so that the caret stays under its place; what could steer the terminal is shown as a mark. */
function withoutControls(text: string): string {
  return text.replace(/\t/g, ' ').replace(/\p{Cc}/gu, '\uFFFD');
}

function nameBuilds(builds: readonly string[]): string {
  if (builds.length <= MOST_BUILDS_NAMED) return builds.join(', ');
  const rest = builds.length - MOST_BUILDS_NAMED;
  return `${builds.slice(0, MOST_BUILDS_NAMED).join(', ')} and ${rest} more`;
}
