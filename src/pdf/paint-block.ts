import type { Rectangle } from '../base/geometry.js';
import { withoutSteering } from '../base/invisible.js';
import type { NodeId } from '../document/node.js';
import type { Meaning, PlacedBlock, PlacedItem } from '../layout/page.js';
import { groupArea, groupByTag, type TagGroup } from '../layout/tag-group.js';
import type { FontFace } from '../text/font.js';
import type { Glyph, GlyphRun, Line } from '../text/paragraph.js';
import type { NamedFont } from './font-book.js';
import type { RunPainter } from './glyph-run.js';
import type { NamedPicture, PicturePainter } from './picture.js';
import { shapeOperators } from './shape.js';
import { colourOperator, pdfNumber } from './syntax.js';

/** What belongs to one document node: marked content, before it has a number on its page. */
export type BlockMark = Readonly<{
  node: NodeId;
  part: 'content' | 'label';
  /** The words it paints, in logical order, without steering characters; empty for a picture. */
  text: string;
  /** Whether some of the words run from right to left. */
  rightToLeft: boolean;
}>;

/** Where a picture, or words that are more than a part of their paragraph, stand; from the block's top. */
export type BlockArea = Rectangle & Readonly<{ node: NodeId }>;

/** A block as operators, and what they show. It can stand on any page, at any height. */
export type PaintedBlock = Readonly<{
  /** Operators, cut where the number of a mark belongs: there is one piece more than there are marks. */
  pieces: readonly string[];
  marks: readonly BlockMark[];
  areas: readonly BlockArea[];
  fonts: ReadonlySet<NamedFont>;
  pictures: ReadonlySet<NamedPicture>;
}>;

/** What painting needs. */
export type Painters = Readonly<{ run: RunPainter; picture: PicturePainter }>;

type Mark = { -readonly [Key in keyof BlockMark]: BlockMark[Key] };

/** The stretch of a paragraph's text that the open mark has reached. */
type OpenText = Readonly<{ source: string; end: number }>;

/** Collects a block's operators. */
type Canvas = {
  readonly pieces: string[];
  /** The piece that is being written. */
  operators: string;
  colour: string;
  font: string;
  readonly marks: Mark[];
  open: string;
  openText: OpenText | undefined;
  readonly fonts: Set<NamedFont>;
  readonly pictures: Set<NamedPicture>;
  readonly areas: BlockArea[];
};

/**
 * Paints a block. The coordinate system is layout's: the origin is the block's top at the page's left edge and y grows
 * downwards, so text is turned upright again by its own matrix.
 */
export function paintBlock({ items }: PlacedBlock, painters: Painters): PaintedBlock {
  const canvas: Canvas = {
    pieces: [],
    operators: '',
    colour: '',
    font: '',
    marks: [],
    open: '',
    openText: undefined,
    fonts: new Set(),
    pictures: new Set(),
    areas: [],
  };
  for (const item of items) paintItem(canvas, item, painters);
  closeMark(canvas);
  const { marks, areas, fonts, pictures } = canvas;
  return { pieces: [...canvas.pieces, canvas.operators], marks, areas, fonts, pictures };
}

function paintItem(canvas: Canvas, item: PlacedItem, painters: Painters): void {
  switch (item.kind) {
    case 'line':
      return paintLine(canvas, item, painters);
    case 'shape':
      openMark(canvas, item.meaning);
      canvas.operators += shapeOperators(item.shape);
      canvas.colour = '';
      return;
    case 'vector':
    case 'raster': {
      openMark(canvas, item.meaning);
      const { operators, picture } = painters.picture(
        item.image,
        item.box,
        item.kind === 'vector' && item.mirrored,
      );
      canvas.operators += operators;
      if (item.meaning.kind === 'node') {
        canvas.areas.push({ node: item.meaning.node, ...item.box });
      }
      canvas.colour = '';
      if (picture !== undefined) canvas.pictures.add(picture);
    }
  }
}

function paintLine(canvas: Canvas, item: PlacedItem & { kind: 'line' }, painters: Painters): void {
  const { line, meaning, x, baseline } = item;
  const end = endWithSpace(line);
  for (const group of groupByTag(line.runs)) {
    const own = meaning.kind === 'node' ? { ...meaning, node: group.tag } : meaning;
    const isLast = group.end === line.end;
    openMark(canvas, own, { line, group, end: isLast ? end : group.end });
    canvas.operators += 'BT\n';
    for (const run of group.runs) {
      paintRun(canvas, run, { x: x + run.x, baseline, text: line.text, painters });
      if (end > line.end && run.end === line.end) paintSpace(canvas, run, painters);
    }
    canvas.operators += 'ET\n';
    for (const run of group.runs) {
      if (run.style.underline) paintUnderline(canvas, run, { x: x + run.x, baseline });
    }
    if (meaning.kind === 'node' && group.tag !== meaning.node)
      canvas.areas.push({ node: group.tag, ...groupArea(group, { x, baseline }) });
  }
}

/** Where the white space at a line's end ends, if there is any and words follow it; else the end of the line itself. */
function endWithSpace({ text, end }: Line): number {
  const next = unseenEnd(text, end);
  return next < text.length && /\s/.test(text.slice(end, next)) ? next : end;
}

const UNSEEN = /[\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]*/y;

/** Where the white space and the steering characters end that begin at a place; nothing is painted for them. */
function unseenEnd(text: string, start: number): number {
  UNSEEN.lastIndex = start;
  UNSEEN.test(text);
  return UNSEEN.lastIndex;
}

type RunPlace = Readonly<{ x: number; baseline: number; text: string; painters: Painters }>;

function paintRun(canvas: Canvas, run: GlyphRun, { x, baseline, text, painters }: RunPlace): void {
  const painted = painters.run(run, text);
  if (painted === undefined) return;
  for (const font of painted.fonts) canvas.fonts.add(font);
  setColour(canvas, run.style.colour);
  setFont(canvas, painted.first, run.style.size);
  canvas.operators += `1 0 0 -1 ${pdfNumber(x)} ${pdfNumber(baseline)} Tm\n${painted.operators}`;
  canvas.font = fontOperator(painted.last, run.style.size);
}

/**
 * Paints the space that the end of a line stands for, after its last words. Nobody sees it; without it, who reads the text from the
 * file runs the last word of a line and the first of the next into one.
 */
function paintSpace(canvas: Canvas, run: GlyphRun, painters: Painters): void {
  // What runs from right to left is read from the text that its mark has.
  if (run.level % 2 === 1) return;
  const painted = painters.run({ ...run, start: 0, end: 1, glyphs: spaceOf(run.face) }, ' ');
  if (painted === undefined) return;
  canvas.fonts.add(painted.first);
  setFont(canvas, painted.first, run.style.size);
  canvas.operators += painted.operators;
}

/** The same glyphs each time, so that they are painted once. */
const spaces = new WeakMap<FontFace, readonly Glyph[]>();

function spaceOf(face: FontFace): readonly Glyph[] {
  let glyphs = spaces.get(face);
  if (glyphs === undefined) {
    const glyphId = face.nominalGlyph(0x20);
    glyphs = [{ glyphId, cluster: 0, xAdvance: face.advance(glyphId), xOffset: 0, yOffset: 0 }];
    spaces.set(face, glyphs);
  }
  return glyphs;
}

function setFont(canvas: Canvas, font: NamedFont, size: number): void {
  const operator = fontOperator(font, size);
  if (canvas.font !== operator) canvas.operators += canvas.font = operator;
}

function fontOperator({ name }: NamedFont, size: number): string {
  return `/${name} ${pdfNumber(size)} Tf\n`;
}

function setColour(canvas: Canvas, colour: string): void {
  if (canvas.colour === colour) return;
  canvas.operators += `${colourOperator(colour, 'fill')}\n`;
  canvas.colour = colour;
}

function paintUnderline(
  canvas: Canvas,
  run: GlyphRun,
  { x, baseline }: { x: number; baseline: number },
): void {
  const thickness = run.style.size / 16;
  const top = baseline + run.style.size * 0.12;
  canvas.operators += `${pdfNumber(x)} ${pdfNumber(top)} ${pdfNumber(run.width)} ${pdfNumber(thickness)} re f\n`;
}

/** A group of a line, and where the text that it stands for ends. */
type MarkedText = Readonly<{ line: Line; group: TagGroup; end: number }>;

/** Begins the marked content of a meaning, unless it is open already and the text goes on where it stopped. */
function openMark(canvas: Canvas, meaning: Meaning, marked?: MarkedText): void {
  const key = meaning.kind === 'node' ? `${meaning.node} ${meaning.part}` : meaning.type;
  const goesOn = canvas.open === key && (marked === undefined || continues(canvas.openText, marked));
  if (!goesOn) {
    closeMark(canvas);
    canvas.open = key;
    if (meaning.kind === 'node') beginNode(canvas, meaning);
    else canvas.operators += ARTIFACTS[meaning.type];
  }
  if (marked === undefined || meaning.kind === 'artifact') return;
  const { line, group, end } = marked;
  const mark = canvas.marks.at(-1)!;
  const from = goesOn ? canvas.openText!.end : group.start;
  mark.text += withoutSteering(line.text.slice(from, end)).replace(/\s+/g, ' ');
  mark.rightToLeft ||= group.runs.some((run) => run.level % 2 === 1);
  canvas.openText = { source: line.text, end };
}

function continues(open: OpenText | undefined, { line, group }: MarkedText): boolean {
  return (
    open?.source === line.text && open.end <= group.start && unseenEnd(line.text, open.end) >= group.start
  );
}

function beginNode(canvas: Canvas, { node, part }: Meaning & { kind: 'node' }): void {
  canvas.marks.push({ node, part, text: '', rightToLeft: false });
  canvas.pieces.push(`${canvas.operators}/Span<</MCID `);
  canvas.operators = '>>BDC\n';
}

/** @see ISO 32000-1, 14.8.2.2 */
const ARTIFACTS = {
  layout: '/Artifact<</Type/Layout>>BDC\n',
  header: '/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n',
  footer: '/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n',
} as const;

function closeMark(canvas: Canvas): void {
  if (canvas.open !== '') canvas.operators += 'EMC\n';
  canvas.open = '';
  canvas.openText = undefined;
}
