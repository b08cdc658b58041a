import type { Direction } from '../base/direction.js';
import type { Points } from '../base/units.js';
import type { GlyphRun, Hang, Line } from './paragraph.js';

/**
 * Hanging punctuation: what may stand out of a line's measure so that its edge looks straight. Only quotation marks hang
 * with their ink, at the start of a line; of full-width marks no more hangs than the half of their square that is blank.
 * @see Requirements for Japanese Text Layout, 3.1.5 and 3.1.9
 */

const QUOTE = /[“”„‟‘’‚‛«»‹›]/;
/** Marks that have their ink in the second half of a full-width square. */
const WIDE_OPENER = /[“‘〈《「『【〔〖〘〚〝（［｛｟]/;
/** Marks that have their ink in the first half of a full-width square. */
const WIDE_CLOSER = /[”’〉》」』】〕〗〙〛〞〟）］｝｠]/;
/** Full-width commas and stops; their ink stands in the first half, or in the middle where Chinese is written in full forms. */
const WIDE_STOP = /[、。，．]/;
const CENTRED_STOPS = /^zh-(?:Hant|TW|HK|MO)\b/i;
/** Isolates and zero-width characters before the first painted one. */
const UNPAINTED = /[\u00ad\u200b-\u200f\u2060\u2066-\u2069]/;
/** French and others put such a space between a quotation mark and its words. */
const SPACE_OF_QUOTE = /[\u00a0\u202f]/;
/** A mark at least this wide, in ems, is set in a square. */
const FULL_WIDTH_EM = 0.9;

/** Tells a line how it may hang. Most lines hang by nothing, and stay as they are. */
export function withHang(line: Line, dir: Direction): Line {
  const start = startHang(line, dir);
  const last = line.text[line.end - 1] ?? '';
  const run = runAtEdge(line, line.end - 1, dir === 'ltr' ? line.runs.at(-1) : line.runs[0], dir);
  const endBlank = run ? blankAfter(last, { ...run, advance: advanceOf(run, line.end - 1) }) : 0;
  if (!start && endBlank === 0) return line;
  return { ...line, hang: { startBlank: 0, startInk: 0, ...start, endBlank } };
}

/** A mark as it is set: its width, and the size and language of its text. */
export type SetMark = Readonly<{ advance: Points; style: Readonly<{ size: Points }>; lang: string }>;

/** Tells whether a character may have a blank second half, before anything is known of its width. */
export function mayEndBlank(character: string): boolean {
  return character >= '’' && (WIDE_STOP.test(character) || WIDE_CLOSER.test(character));
}

/** The blank part of a full-width mark that ends a line. */
export function blankAfter(character: string, { advance, style, lang }: SetMark): Points {
  if (!mayEndBlank(character) || advance < FULL_WIDTH_EM * style.size) return 0;
  return WIDE_STOP.test(character) && CENTRED_STOPS.test(lang) ? advance / 4 : advance / 2;
}

function startHang(line: Line, dir: Direction): Partial<Hang> | undefined {
  const { text, end } = line;
  let offset = line.start;
  while (offset < end && UNPAINTED.test(text[offset]!)) offset += 1;
  const mark = text[offset] ?? '';
  if (!QUOTE.test(mark) && !WIDE_OPENER.test(mark)) return undefined;
  const run = runAtEdge(line, offset, dir === 'ltr' ? line.runs[0] : line.runs.at(-1), dir);
  if (!run) return undefined;
  const advance = advanceOf(run, offset);
  if (advance >= FULL_WIDTH_EM * run.style.size) {
    return WIDE_OPENER.test(mark) ? { startBlank: advance / 2 } : undefined;
  }
  if (!QUOTE.test(mark)) return undefined;
  const space = SPACE_OF_QUOTE.test(text[offset + 1] ?? '') ? advanceOf(run, offset + 1) : 0;
  return { startInk: advance + space };
}

/** The run at one edge of a line, if it holds the character and runs in the line's own direction. */
function runAtEdge(
  ...[, offset, run, dir]: [Line, number, GlyphRun | undefined, Direction]
): GlyphRun | undefined {
  if (run === undefined || (run.level % 2 === 1) !== (dir === 'rtl')) return undefined;
  return run.start <= offset && offset < run.end ? run : undefined;
}

function advanceOf({ glyphs, style, face }: GlyphRun, offset: number): Points {
  let advance = 0;
  for (const glyph of glyphs) if (glyph.cluster === offset) advance += glyph.xAdvance;
  return (advance * style.size) / face.unitsPerEm;
}
