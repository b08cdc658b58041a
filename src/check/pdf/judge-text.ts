import type { Problem } from '../../base/problem.js';
import type { DocumentNode } from '../../document/node.js';
import { expectedPassages } from './expected.js';
import { pageName } from './fault.js';
import { listenTo } from './heard.js';
import type { Passage } from './passage.js';
import type { PdfParts } from './parts.js';

/** The documents that a file was made from. */
export type ExpectedText = Readonly<{
  documents: readonly DocumentNode[];
  /** Whether words may stand in a message: never those of a patient's copy. */
  mayQuote: boolean;
}>;

/**
 * Judges whether a file is heard to say what its document says, passage by passage. Reports `pdf/text-differs`,
 * `pdf/reading-order`, `pdf/wrong-role`, `pdf/list-numbering`, `pdf/table-scope` and `pdf/wrong-language`.
 */
export function judgeText(parts: PdfParts, { documents, mayQuote }: ExpectedText): readonly Problem[] {
  const expected = documents.flatMap(expectedPassages);
  const heard = listenTo(parts);
  const isMoved = isSameSet(expected, heard) && expected.some((each, index) => !isAlike(each, heard[index]!));
  if (isMoved) return [movedProblem(expected, heard)];
  return align(expected, heard).flatMap(({ source, found }) => judgePair(source, found, mayQuote) ?? []);
}

function isAlike(one: Passage, other: Passage): boolean {
  return keyOf(one) === keyOf(other);
}

/** What tells passages apart: their words, or what is announced where there are none. */
function keyOf({ role, voices }: Passage): string {
  return voices.length === 0 ? role.split(' ')[0]! : voices.map(({ text }) => text).join('');
}

function isSameSet(expected: readonly Passage[], heard: readonly Passage[]): boolean {
  const sorted = (passages: readonly Passage[]): string => passages.map(keyOf).sort().join('\n');
  return expected.length === heard.length && sorted(expected) === sorted(heard);
}

function movedProblem(expected: readonly Passage[], heard: readonly Passage[]): Problem {
  const index = expected.findIndex((each, place) => !isAlike(each, heard[place]!));
  const { at, role } = expected[index]!;
  const message = `The passages of the file are read in another order than in its source, from passage ${String(index + 1)} (${role}) on.`;
  return { code: 'pdf/reading-order', severity: 'error', message, ...(at && { at }) };
}

/** A passage of the source and what is heard of it; one of them is missing where they have no counterpart. */
type Pair = Readonly<{ source: Passage | undefined; found: Passage | undefined }>;

/** Puts the passages of both sides beside each other, so that one that was lost doesn't make all others differ. */
function align(expected: readonly Passage[], heard: readonly Passage[]): readonly Pair[] {
  let start = 0;
  let end = 0;
  const shortest = Math.min(expected.length, heard.length);
  while (start < shortest && isAlike(expected[start]!, heard[start]!)) start += 1;
  while (end < shortest - start && isAlike(expected.at(-1 - end)!, heard.at(-1 - end)!)) end += 1;
  const [sources, founds] = [
    expected.slice(start, expected.length - end),
    heard.slice(start, heard.length - end),
  ];
  const middle =
    sources.length === founds.length
      ? sources.map((source, index) => ({ source, found: founds[index] }))
      : alignParts(sources, founds);
  const pairUp = (from: number, to: number, shift: number): readonly Pair[] =>
    expected.slice(from, to).map((source, index) => ({ source, found: heard[from + index + shift] }));
  return [
    ...pairUp(0, start, 0),
    ...middle,
    ...pairUp(expected.length - end, expected.length, heard.length - expected.length),
  ];
}

/** The longest sequence that both have in common stays paired; what lies between is alone. */
function alignParts(sources: readonly Passage[], founds: readonly Passage[]): readonly Pair[] {
  const lengths = Array.from({ length: sources.length + 1 }, () =>
    new Array<number>(founds.length + 1).fill(0),
  );
  for (let row = sources.length - 1; row >= 0; row--) {
    for (let column = founds.length - 1; column >= 0; column--) {
      lengths[row]![column] = isAlike(sources[row]!, founds[column]!)
        ? lengths[row + 1]![column + 1]! + 1
        : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!);
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < sources.length || column < founds.length) {
    const [source, found] = [sources[row], founds[column]];
    if (source && found && isAlike(source, found)) {
      pairs.push({ source, found });
      row += 1;
      column += 1;
    } else if (source && (!found || lengths[row + 1]![column]! >= lengths[row]![column + 1]!)) {
      pairs.push({ source, found: undefined });
      row += 1;
    } else {
      pairs.push({ source: undefined, found });
      column += 1;
    }
  }
  return pairs;
}

function judgePair(
  source: Passage | undefined,
  found: Passage | undefined,
  mayQuote: boolean,
): Problem | undefined {
  const at = source?.at && { at: source.at };
  if (source === undefined || found === undefined) {
    const { role, page } = source ?? found!;
    const place = page === undefined ? '' : ` on ${pageName(page)}`;
    const message =
      source === undefined
        ? `The file has a passage (${role})${place} that its source doesn't have.`
        : `A passage of the source (${role}) is not heard in the file.`;
    return { code: 'pdf/text-differs', severity: 'error', message, ...at };
  }
  const place = `The passage (${source.role}) on ${pageName(found.page ?? 0)}`;
  if (keyOf(source) !== keyOf(found) || source.text !== found.text) {
    const message = `${place} is not heard as its source says${mayQuote ? `: ${quoteOf(source, found)}` : ''}.`;
    return { code: 'pdf/text-differs', severity: 'error', message, ...at };
  }
  if (source.role !== found.role) {
    const code = codeOfRole(source.role);
    const message = `${place} is announced as ${found.role}.`;
    return { code, severity: 'error', message, ...at };
  }
  if (
    source.voices.some(
      ({ lang, text }, index) => lang !== found.voices[index]?.lang || text !== found.voices[index]?.text,
    )
  ) {
    const said = found.voices.map(({ lang }) => lang).join(', ');
    const wanted = source.voices.map(({ lang }) => lang).join(', ');
    const message = `${place} is read as ${said}, not as ${wanted}.`;
    return { code: 'pdf/wrong-language', severity: 'error', message, ...at };
  }
  return undefined;
}

function codeOfRole(role: string): Problem['code'] {
  if (role.startsWith('L ')) return 'pdf/list-numbering';
  return /^T[HD]/.test(role) ? 'pdf/table-scope' : 'pdf/wrong-role';
}

const QUOTED_BEFORE = 12;
const QUOTED_AFTER = 24;

/** The words around the first difference, of the source and of the file. */
function quoteOf(source: Passage, found: Passage): string {
  const [wanted, said] = [source.text, found.text];
  let index = 0;
  while (index < wanted.length && wanted[index] === said[index]) index++;
  const from = Math.max(0, index - QUOTED_BEFORE);
  const cut = (text: string): string => `“${text.slice(from, index + QUOTED_AFTER).trim()}”`;
  return `${cut(said)} in place of ${cut(wanted)}`;
}
