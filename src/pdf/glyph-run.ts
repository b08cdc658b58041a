import { withoutSteering } from '../base/invisible.js';
import type { FontFace } from '../text/font.js';
import type { Glyph, GlyphRun } from '../text/paragraph.js';
import type { EncodedGlyph, FontBook, NamedFont } from './font-book.js';
import type { PaintedGlyph } from './font-file.js';
import { pdfNumber, utf16Hex } from './syntax.js';

/** A run as PDF operators that paint it wherever the text matrix stands. */
export type PaintedRun = Readonly<{
  /** Every font it uses, in the order of use. */
  fonts: readonly NamedFont[];
  /** The font that must be set before, and the one that is set after. */
  first: NamedFont;
  last: NamedFont;
  /** From the first `TJ` to the last. */
  operators: string;
}>;

/** Paints runs; gives nothing for a run of which nothing is seen. */
export type RunPainter = (run: GlyphRun, text: string) => PaintedRun | undefined;

/** The runs painted for a general handout, by their glyphs. Its personalised copies paint them the same way. */
export type RunMemory = Readonly<{
  general: WeakMap<readonly Glyph[], PaintedRun>;
  /** Whether it is the general handout that is being painted. */
  isGeneral: boolean;
}>;

/** Scripts whose glyphs stand one after another, so that a reader needs no help to put their text in order. */
const SIMPLE_SCRIPTS = new Set([
  ...['Latn', 'Cyrl', 'Grek', 'Hani', 'Hira', 'Kana', 'Hang', 'Bopo', 'Ethi', 'Armn', 'Geor', 'Arab', 'Hebr'],
]);
/** Scripts whose marks are placed by offsets that stay in the page's operators rather than in a composite glyph. */
const OFFSET_SCRIPTS = new Set(['Latn', 'Cyrl', 'Grek', 'Hani', 'Hira', 'Kana', 'Hang', 'Bopo']);
const ONLY_UNPAINTED = /^[\p{Default_Ignorable_Code_Point}\u2028]*$/u;
const NONSPACING_MARK = /\p{Mn}/u;

/** Makes a painter for one handout. */
export function createRunPainter(book: FontBook, memory: RunMemory): RunPainter {
  return (run, text) => {
    const known = memory.general.get(run.glyphs);
    if (known !== undefined) return known;
    const pieces = piecesOf(run, text).map(
      ({ glyph, text: shown, x, y, declaredAdvance, advance }): EncodedPiece => {
        const { font, code } = book.encode(run.face, glyph, shown);
        return { font, code, x, y, declaredAdvance, advance };
      },
    );
    if (pieces.length === 0) return undefined;
    const painted: PaintedRun = {
      fonts: [...new Set(pieces.map(({ font }) => font))],
      first: pieces[0]!.font,
      last: pieces.at(-1)!.font,
      operators: runOperators(run, text, pieces),
    };
    if (memory.isGeneral) memory.general.set(run.glyphs, painted);
    return painted;
  };
}

/** What one character code paints, and how far it moves the pen. Lengths are in font units. */
type Piece = Readonly<{
  glyph: PaintedGlyph;
  text: string;
  x: number;
  y: number;
  declaredAdvance: number;
  advance: number;
}>;

type EncodedPiece = Omit<Piece, 'glyph' | 'text'> & EncodedGlyph;

function runOperators(run: GlyphRun, text: string, pieces: readonly EncodedPiece[]): string {
  const positioned = positionedOperators(run, pieces);
  const isComplex = run.level % 2 === 0 && !SIMPLE_SCRIPTS.has(run.script);
  if (!isComplex) return positioned;
  return `/Span<</ActualText<feff${utf16Hex(withoutSteering(text.slice(run.start, run.end)))}>>>BDC\n${positioned}EMC\n`;
}

function positionedOperators(run: GlyphRun, pieces: readonly EncodedPiece[]): string {
  const { unitsPerEm } = run.face;
  let operators = '';
  let array = '';
  let shown = '';
  let rise = 0;
  let pen = 0;
  let painted = 0;
  let font = pieces[0]!.font;
  const closeString = () => {
    if (shown !== '') array += `(${shown})`;
    shown = '';
  };
  const closeArray = () => {
    closeString();
    if (array !== '') operators += `[${array}]TJ\n`;
    array = '';
  };
  for (const piece of pieces) {
    if (piece.font !== font) {
      closeArray();
      font = piece.font;
      operators += `/${font.name} ${pdfNumber(run.style.size)} Tf\n`;
    }
    if (piece.y !== rise) {
      closeArray();
      rise = piece.y;
      operators += `${pdfNumber((rise * run.style.size) / unitsPerEm, 3)} Ts\n`;
    }
    const correction = Math.round(((painted - pen - piece.x) * 10_000) / unitsPerEm) / 10;
    if (correction !== 0) {
      closeString();
      array += correction;
      painted -= (correction * unitsPerEm) / 1000;
    }
    shown += codeBytes(piece.code);
    painted += piece.declaredAdvance;
    pen += piece.advance;
  }
  closeArray();
  return rise === 0 ? operators : `${operators}0 Ts\n`;
}

/** The two bytes of a code, inside a literal string. */
function codeBytes(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff).replace(/[\\()\r\n]/g, escapeByte);
}

function escapeByte(byte: string): string {
  if (byte === '\r') return '\\r';
  if (byte === '\n') return '\\n';
  return `\\${byte}`;
}

function piecesOf(run: GlyphRun, text: string): readonly Piece[] {
  const { face, glyphs, start } = run;
  if (isPlain(run, text)) {
    return glyphs.map((glyph, index) => plainPiece(face, glyph, text[start + index]!));
  }
  return clustersOf(run, text).flatMap((cluster) => clusterPieces(run, cluster));
}

/** Each of its characters has a glyph of its own and is always painted as it is; so are most runs of most handouts. */
function isPlain({ glyphs, start, end }: GlyphRun, text: string): boolean {
  if (glyphs.length !== end - start) return false;
  for (let index = 0; index < glyphs.length; index++) {
    const character = text.charCodeAt(start + index);
    if (!isPlainCharacter(character) || glyphs[index]!.cluster !== start + index) return false;
  }
  return true;
}

function isPlainCharacter(code: number): boolean {
  return code >= 0x20 && code <= 0x7e;
}

type Cluster = Readonly<{ text: string; glyphs: readonly Glyph[] }>;

/** Groups a run's glyphs, in visual order, by the text they stand for. */
function clustersOf({ glyphs, start, end }: GlyphRun, text: string): readonly Cluster[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].sort((one, other) => one - other);
  const endOf = new Map(starts.map((offset, index) => [offset, starts[index + 1] ?? end]));
  const clusters: { offset: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs) {
    const last = clusters.at(-1);
    if (last?.offset === glyph.cluster) last.glyphs.push(glyph);
    else clusters.push({ offset: glyph.cluster, glyphs: [glyph] });
  }
  const firstOffset = Math.min(start, starts[0] ?? start);
  return clusters.map(({ offset, glyphs: members }) => ({
    text: text.slice(offset === starts[0] ? firstOffset : offset, endOf.get(offset)),
    glyphs: members,
  }));
}

/**
 * Turns a cluster into what is painted: one code for all its glyphs, and, where marks of a left-to-right script belong
 * to it, one empty code for each mark's character.
 */
function clusterPieces(run: GlyphRun, { text, glyphs }: Cluster): readonly Piece[] {
  const { face, level, script } = run;
  if (glyphs.length === 1 && text.length === 1 && isPlainCharacter(text.charCodeAt(0))) {
    return [plainPiece(face, glyphs[0]!, text)];
  }
  const inked: { glyphId: number; x: number; y: number }[] = [];
  let advance = 0;
  for (const { glyphId, xOffset, yOffset, xAdvance } of glyphs) {
    if (face.isInked(glyphId)) inked.push({ glyphId, x: advance + xOffset, y: yOffset });
    advance += xAdvance;
  }
  if (inked.length === 0 && advance === 0 && ONLY_UNPAINTED.test(text)) return [];
  // A soft hyphen that is painted keeps its character, by which readers put the word together again.
  const shown = withoutSteering(text) || text;
  const isRightToLeft = level % 2 === 1;
  const { head, marks } = isRightToLeft
    ? { head: Array.from(shown).reverse().join(''), marks: [] }
    : splitMarks(shown);
  const main = mainPiece({
    face,
    inked,
    first: glyphs[0]!,
    advance,
    keepsOffsets: OFFSET_SCRIPTS.has(script),
  });
  return [
    { ...main, text: head },
    ...marks.map((mark) => ({
      glyph: { kind: 'composite', face, parts: [], advance: 0 } as const,
      text: mark,
      x: 0,
      y: 0,
      declaredAdvance: 0,
      advance: 0,
    })),
  ];
}

function plainPiece(face: FontFace, { glyphId, xAdvance, xOffset, yOffset }: Glyph, text: string): Piece {
  const glyph = { kind: 'glyph', face, glyphId } as const;
  return { glyph, text, x: xOffset, y: yOffset, declaredAdvance: face.advance(glyphId), advance: xAdvance };
}

type MainPieceInput = Readonly<{
  face: GlyphRun['face'];
  inked: readonly { glyphId: number; x: number; y: number }[];
  first: Glyph;
  advance: number;
  keepsOffsets: boolean;
}>;

function mainPiece({ face, inked, first, advance, keepsOffsets }: MainPieceInput): Omit<Piece, 'text'> {
  const [only] = inked;
  const single = only ?? { glyphId: first.glyphId, x: 0, y: 0 };
  const fitsAsItIs = single.x === 0 && single.y === 0 && advance === face.advance(single.glyphId);
  if (inked.length === 0 || (inked.length === 1 && (keepsOffsets || fitsAsItIs))) {
    const glyph: PaintedGlyph = { kind: 'glyph', face, glyphId: single.glyphId };
    return { glyph, x: single.x, y: single.y, declaredAdvance: face.advance(single.glyphId), advance };
  }
  const glyph: PaintedGlyph = { kind: 'composite', face, parts: inked, advance };
  return { glyph, x: 0, y: 0, declaredAdvance: Math.max(0, advance), advance };
}

function splitMarks(text: string): Readonly<{ head: string; marks: readonly string[] }> {
  const characters = Array.from(text);
  const firstMark = characters.findIndex((character) => NONSPACING_MARK.test(character));
  if (characters.length < 2 || firstMark < 1) return { head: text, marks: [] };
  return { head: characters.slice(0, firstMark).join(''), marks: characters.slice(firstMark) };
}
