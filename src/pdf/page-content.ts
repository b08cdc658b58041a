import type { NodeId } from '../document/node.js';
import type { Meaning, Page, PlacedItem } from '../layout/page.js';
import type { GlyphRun, Line } from '../text/paragraph.js';
import type { NamedFont } from './font-book.js';
import type { RunPainter } from './glyph-run.js';
import type { NamedPicture, PicturePainter } from './picture.js';
import { shapeOperators } from './shape.js';
import { pdfColour, pdfNumber } from './syntax.js';

/** A stretch of a page's content that belongs to one document node. */
export type MarkedContent = Readonly<{
  node: NodeId;
  part: 'content' | 'label';
  /** Number of the page, from 0. */
  page: number;
  /** Marked-content identifier, unique on its page. */
  mcid: number;
  /** The words it paints, in logical order, without steering characters; empty for a picture. */
  text: string;
  /** Whether some of the words run from right to left. */
  rightToLeft: boolean;
}>;

/** Where words or a picture of some node stand on a page. */
export type PaintedArea = Readonly<{
  node: NodeId;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}>;

/** A page as operators, and what they show. */
export type PageContent = Readonly<{
  operators: string;
  fonts: ReadonlySet<NamedFont>;
  pictures: ReadonlySet<NamedPicture>;
  marked: readonly MarkedContent[];
  areas: readonly PaintedArea[];
}>;

/** What painting needs. */
export type Painters = Readonly<{ run: RunPainter; picture: PicturePainter }>;

type Mark = { node: NodeId; part: 'content' | 'label'; mcid: number; text: string; rightToLeft: boolean };

/** The stretch of a paragraph's text that the open mark has reached. */
type OpenText = Readonly<{ source: string; end: number }>;

/** Collects a page's operators. */
type Canvas = {
  operators: string;
  colour: string;
  font: string;
  marks: Mark[];
  open: string;
  openText: OpenText | undefined;
  fonts: Set<NamedFont>;
  pictures: Set<NamedPicture>;
  areas: PaintedArea[];
};

/**
 * Paints one page. The coordinate system is layout's: the origin is the top left corner and y grows downwards, so text
 * is turned upright again by its own matrix.
 * @param pageNumber counts from 0
 */
export function paintPage(page: Page, pageNumber: number, painters: Painters): PageContent {
  const canvas: Canvas = {
    operators: `1 0 0 -1 0 ${pdfNumber(page.size.height)} cm\n`,
    colour: '',
    font: '',
    marks: [],
    open: '',
    openText: undefined,
    fonts: new Set(),
    pictures: new Set(),
    areas: [],
  };
  for (const item of page.items) paintItem(canvas, item, { painters, pageNumber });
  closeMark(canvas);
  return {
    operators: canvas.operators,
    fonts: canvas.fonts,
    pictures: canvas.pictures,
    marked: canvas.marks.map((mark) => ({ ...mark, page: pageNumber })),
    areas: canvas.areas,
  };
}

type Painting = Readonly<{ painters: Painters; pageNumber: number }>;

function paintItem(canvas: Canvas, item: PlacedItem, painting: Painting): void {
  switch (item.kind) {
    case 'line':
      return paintLine(canvas, item, painting);
    case 'shape':
      openMark(canvas, item.meaning);
      canvas.operators += shapeOperators(item.shape);
      canvas.colour = '';
      return;
    case 'vector':
    case 'raster': {
      openMark(canvas, item.meaning);
      const { operators, picture } = painting.painters.picture(item.image, item.box);
      canvas.operators += operators;
      if (item.meaning.kind === 'node') {
        canvas.areas.push({ node: item.meaning.node, page: painting.pageNumber, ...item.box });
      }
      canvas.colour = '';
      if (picture !== undefined) canvas.pictures.add(picture);
    }
  }
}

function paintLine(canvas: Canvas, item: PlacedItem & { kind: 'line' }, painting: Painting): void {
  const { line, meaning, x, baseline } = item;
  for (const group of groupByTag(line.runs)) {
    const own = meaning.kind === 'node' ? { ...meaning, node: group.tag } : meaning;
    openMark(canvas, own, { line, group });
    canvas.operators += 'BT\n';
    for (const run of group.runs)
      paintRun(canvas, run, { x: x + run.x, baseline, text: line.text, painting });
    canvas.operators += 'ET\n';
    for (const run of group.runs) {
      if (run.style.underline) paintUnderline(canvas, run, { x: x + run.x, baseline });
    }
    if (meaning.kind === 'node') canvas.areas.push(areaOf(group, { x, baseline, page: painting.pageNumber }));
  }
}

type TagGroup = Readonly<{ tag: NodeId; runs: readonly GlyphRun[]; start: number; end: number }>;

/** Runs next to each other that belong to the same node, the groups in reading order. */
function groupByTag(runs: readonly GlyphRun[]): readonly TagGroup[] {
  const groups: { tag: NodeId; runs: GlyphRun[]; start: number; end: number }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.tag === run.tag) {
      last.runs.push(run);
      last.start = Math.min(last.start, run.start);
      last.end = Math.max(last.end, run.end);
    } else groups.push({ tag: run.tag, runs: [run], start: run.start, end: run.end });
  }
  return groups.sort((one, other) => one.start - other.start);
}

const STEERING = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;
const NOTHING_PAINTED = /^[\s\u00ad\u200b\u200e\u200f\u2028\u202a-\u202e\u2060\u2066-\u2069]*$/;

type RunPlace = Readonly<{ x: number; baseline: number; text: string; painting: Painting }>;

function paintRun(canvas: Canvas, run: GlyphRun, { x, baseline, text, painting }: RunPlace): void {
  const painted = painting.painters.run(run, text);
  if (painted === undefined) return;
  for (const font of painted.fonts) canvas.fonts.add(font);
  setColour(canvas, run.style.colour);
  setFont(canvas, painted.first, run.style.size);
  canvas.operators += `1 0 0 -1 ${pdfNumber(x)} ${pdfNumber(baseline)} Tm\n${painted.operators}`;
  canvas.font = fontOperator(painted.last, run.style.size);
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
  canvas.operators += `${pdfColour(colour)} rg\n`;
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

function areaOf({ tag, runs }: TagGroup, place: { x: number; baseline: number; page: number }): PaintedArea {
  const first = runs[0]!;
  const last = runs.at(-1)!;
  const size = Math.max(...runs.map((run) => run.style.size));
  return {
    node: tag,
    page: place.page,
    x: place.x + first.x,
    y: place.baseline - size,
    width: last.x + last.width - first.x,
    height: size * 1.3,
  };
}

type MarkedText = Readonly<{ line: Line; group: TagGroup }>;

/** Begins the marked content of a meaning, unless it is open already and the text goes on where it stopped. */
function openMark(canvas: Canvas, meaning: Meaning, marked?: MarkedText): void {
  const key = meaning.kind === 'node' ? `${meaning.node} ${meaning.part}` : meaning.type;
  const goesOn = canvas.open === key && (marked === undefined || continues(canvas.openText, marked));
  if (!goesOn) {
    closeMark(canvas);
    canvas.open = key;
    canvas.operators += meaning.kind === 'node' ? beginNode(canvas, meaning) : ARTIFACTS[meaning.type];
  }
  if (marked === undefined || meaning.kind === 'artifact') return;
  const { line, group } = marked;
  const mark = canvas.marks.at(-1)!;
  const from = goesOn ? canvas.openText!.end : group.start;
  mark.text += line.text.slice(from, group.end).replace(STEERING, '').replace(/\s+/g, ' ');
  mark.rightToLeft ||= group.runs.some((run) => run.level % 2 === 1);
  canvas.openText = { source: line.text, end: group.end };
}

function continues(open: OpenText | undefined, { line, group }: MarkedText): boolean {
  return (
    open?.source === line.text &&
    open.end <= group.start &&
    NOTHING_PAINTED.test(line.text.slice(open.end, group.start))
  );
}

function beginNode(canvas: Canvas, { node, part }: Meaning & { kind: 'node' }): string {
  const mcid = canvas.marks.length;
  canvas.marks.push({ node, part, mcid, text: '', rightToLeft: false });
  return `/Span<</MCID ${mcid}>>BDC\n`;
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
