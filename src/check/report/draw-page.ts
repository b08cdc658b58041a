import type { Direction } from '../../base/direction.js';
import type { Rectangle, Size } from '../../base/geometry.js';
import type { PlacedItem } from '../../layout/page.js';
import { element, openTag, type Attributes } from '../../web/tag.js';
import { escapeText } from '../../web/escape.js';

/** A page to be drawn. */
export type PageDrawing = Readonly<{
  size: Size;
  items: readonly PlacedItem[];
  /** The place to mark. */
  mark: Rectangle;
  /** What the picture shows, for those who can't see it. */
  label: string;
  dir: Direction;
}>;

const MARK_MARGIN = 3;

/**
 * Draws a page as a sketch in SVG: boxes and lines of text stand where they are printed, each line as wide as it is set, but in
 * the reader's own typeface; pictures are boxes with a cross.
 */
export function drawPage({ size, items, mark, label, dir }: PageDrawing): string {
  const { x, y, width, height } = mark;
  const marked = {
    ...{ x: x - MARK_MARGIN, y: y - MARK_MARGIN },
    ...{ width: width + 2 * MARK_MARGIN, height: height + 2 * MARK_MARGIN },
  };
  const paper = rectangle({ x: 0, y: 0, ...size }, { fill: '#ffffff' });
  const drawn = items.map((item) => drawItem(item, dir)).join('');
  const box = rectangle(marked, { fill: 'none', stroke: '#b00020', 'stroke-width': '3' });
  const viewBox = `0 0 ${round(size.width)} ${round(size.height)}`;
  return element('svg', { viewBox, role: 'img', 'aria-label': label }, paper + drawn + box);
}

function drawItem(item: PlacedItem, dir: Direction): string {
  switch (item.kind) {
    case 'shape': {
      const { box, fill = 'none', stroke, radius } = item.shape;
      const outline = stroke && { stroke: stroke.colour, 'stroke-width': round(stroke.width) };
      return rectangle(box, { fill, ...outline, ...(radius > 0 && { rx: round(radius) }) });
    }
    case 'line':
      return drawLine(item, dir);
    default:
      return drawPicture(item.box);
  }
}

/** Set from its middle, a line is in its place whichever way it runs. */
function drawLine({ line, x, baseline }: PlacedItem & { kind: 'line' }, dir: Direction): string {
  const [run] = line.runs;
  if (run === undefined) return '';
  const attributes = {
    ...{ x: round(x + line.width / 2), y: round(baseline), 'text-anchor': 'middle' },
    ...{ textLength: round(line.width), lengthAdjust: 'spacingAndGlyphs' },
    ...{ 'font-size': round(run.style.size), fill: run.style.colour, direction: dir, lang: run.lang },
  };
  return element('text', attributes, escapeText(line.text.slice(line.start, line.end)));
}

function drawPicture(box: Rectangle): string {
  const [left, top] = [round(box.x), round(box.y)];
  const [right, bottom] = [round(box.x + box.width), round(box.y + box.height)];
  const cross = `M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`;
  const grey = { fill: 'none', stroke: '#999999' };
  return rectangle(box, grey) + element('path', { d: cross, ...grey }, '');
}

function rectangle({ x, y, width, height }: Rectangle, attributes: Attributes): string {
  const place = { x: round(x), y: round(y), width: round(width), height: round(height) };
  return `${openTag('rect', { ...place, ...attributes })}</rect>`;
}

function round(length: number): string {
  return String(Math.round(length * 10) / 10);
}
