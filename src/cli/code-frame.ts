import type { Problem } from '../base/problem.js';
import { textWidth } from '../base/text-width.js';
import type { SourceText } from '../check/found.js';
import type { Channel } from './terminal.js';

/** Columns of the source that are shown, about half of them before the place. */
const SHOWN_COLUMNS = 100;
/** As many characters as can stand in so many columns, marks and all. */
const MOST_CHARACTERS = 8 * SHOWN_COLUMNS;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/**
 * Shows the line of the source that a problem points to, with carets under the place. A long line is cut around the place, between
 * characters as people see them; carets count the columns of a terminal. A line with words that run from right to left is isolated, so
 * that the order of its parts doesn't depend on the terminal, and where colours are shown the marked text has one.
 * @returns two lines, or none where the source can't be read
 */
export function codeFrame(
  { at }: Problem,
  sourceText: SourceText,
  paint: Channel['paint'],
): readonly string[] {
  const line = at && sourceText(at.file)?.split(/\r\n|\r|\n/)[at.line - 1];
  if (at === undefined || line === undefined) return [];
  const start = at.column - 1;
  const isOnLine = at.endColumn !== undefined && (at.endLine ?? at.line) === at.line;
  const end = isOnLine ? Math.max(start + 1, at.endColumn! - 1) : start + 1;
  const before = lastColumns(line.slice(Math.max(0, start - MOST_CHARACTERS), start), SHOWN_COLUMNS / 2);
  const marked = firstColumns(line.slice(start, end), SHOWN_COLUMNS / 2);
  const room = SHOWN_COLUMNS - textWidth(before) - textWidth(marked);
  const isCut = marked.length < line.slice(start, end).length;
  const after = isCut ? '' : firstColumns(line.slice(end, end + MOST_CHARACTERS), room);
  const first = before.length < start ? '…' : '';
  const last = start + marked.length + after.length < line.length ? '…' : '';
  const text = [first, before, marked.trim() === '' ? marked : paint('red', marked), after, last].join('');
  const isolated = RIGHT_TO_LEFT.test(text)
    ? LEFT_TO_RIGHT_ISOLATE + text.trimEnd() + POP_ISOLATE
    : text.trimEnd();
  const gutter = String(at.line);
  const indent = ' '.repeat(textWidth(first + before));
  const carets = '^'.repeat(Math.max(1, textWidth(marked)));
  return [
    `  ${paint('dim', `${gutter} |`)} ${isolated}`,
    `  ${paint('dim', `${' '.repeat(gutter.length)} |`)} ${indent}${paint('red', carets)}`,
  ];
}

/** A tab becomes one space, so that carets stay under their place; what could steer the terminal is shown as a mark. */
export function withoutControls(text: string): string {
  return text.replace(/\t/g, ' ').replace(/\p{Cc}/gu, '\uFFFD');
}

/** The first characters of a text, as people see them, that so many columns hold. */
export function firstColumns(text: string, columns: number): string {
  let shown = '';
  let width = 0;
  for (const character of charactersOf(text)) {
    width += textWidth(character);
    if (width > columns) break;
    shown += character;
  }
  return shown;
}

function lastColumns(text: string, columns: number): string {
  let shown = '';
  let width = 0;
  for (const character of charactersOf(text).reverse()) {
    width += textWidth(character);
    if (width > columns) break;
    shown = character + shown;
  }
  return shown;
}

function charactersOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(withoutControls(text)), ({ segment }) => segment);
}
