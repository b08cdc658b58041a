import type { Rectangle } from '../../base/geometry.js';
import { encodePng } from '../../graphics/encode-png.js';
import type { RasterImage } from '../../graphics/raster.js';
import type { VectorImage } from '../../graphics/vector.js';
import { itemsOf, type Page, type PlacedItem } from '../../layout/page.js';
import { decimal, writePath } from '../../web/svg-path.js';
import { element, type Attributes } from '../../web/tag.js';

/** A page to be drawn. */
export type PageDrawing = Readonly<{
  page: Page;
  /** The place to mark. */
  mark: Rectangle;
  /** What the picture shows, for those who can't see it. */
  label: string;
}>;

/** Draws pages of one report. What is painted more than once (a glyph, a picture, a page) is written once. */
export type PageDrawer = Readonly<{
  /** The picture of a page with a mark, as an `svg` that needs the definitions in the same document. */
  draw(drawing: PageDrawing): string;
  /** What all pictures drawn so far are made of. */
  definitions(): string;
}>;

const MARK_MARGIN = 3;
const MARK_COLOUR = '#b00020';

/**
 * Makes a drawer. Pages are drawn as they are printed: glyphs by the outlines of their fonts, drawings by their paths, pictures by their
 * pixels.
 */
export function createPageDrawer(): PageDrawer {
  const definitions: string[] = [];
  const names = new Map<object, Map<number, string>>();
  const define: Define = (owner, index, write) => {
    const known = names.get(owner) ?? new Map<number, string>();
    names.set(owner, known);
    let name = known.get(index);
    if (name === undefined) {
      // What a definition is made of comes before it, and so is counted first.
      const written = write();
      name = `d${definitions.length.toString(36)}`;
      definitions.push(written({ id: name }));
      known.set(index, name);
    }
    return name;
  };
  return {
    draw: ({ page, mark, label }) => {
      const name = define(page, 0, () => drawSheet(page, define));
      const { width, height } = page.size;
      const attributes = {
        viewBox: `0 0 ${round(width)} ${round(height)}`,
        role: 'img',
        'aria-label': label,
      };
      return element('svg', attributes, use(name) + drawMark(mark));
    },
    definitions: () => {
      const hidden = { width: '0', height: '0', 'aria-hidden': 'true', class: 'definitions' };
      return element('svg', hidden, element('defs', {}, definitions.join('')));
    },
  };
}

/** Gives what belongs to an owner a name, and writes it at the first time. */
type Define = (owner: object, index: number, write: () => (attributes: Attributes) => string) => string;

function drawSheet(page: Page, define: Define): (attributes: Attributes) => string {
  const paper = rectangle({ x: 0, y: 0, ...page.size }, { fill: '#ffffff' });
  const drawn = itemsOf(page).map((item) => drawItem(item, define));
  return (attributes) => element('g', attributes, paper + drawn.join(''));
}

function drawMark({ x, y, width, height }: Rectangle): string {
  const box = {
    ...{ x: x - MARK_MARGIN, y: y - MARK_MARGIN },
    ...{ width: width + 2 * MARK_MARGIN, height: height + 2 * MARK_MARGIN },
  };
  const look = { fill: MARK_COLOUR, 'fill-opacity': '0.08', stroke: MARK_COLOUR, 'stroke-width': '3' };
  return rectangle(box, { class: 'mark', rx: '2', ...look });
}

function drawItem(item: PlacedItem, define: Define): string {
  switch (item.kind) {
    case 'shape': {
      const { box, fill = 'none', stroke, radius } = item.shape;
      const outline = stroke && { stroke: stroke.colour, 'stroke-width': round(stroke.width) };
      return rectangle(box, { fill, ...outline, ...(radius > 0 && { rx: round(radius) }) });
    }
    case 'line':
      return drawLine(item, define);
    case 'vector':
      return drawVector(item, define);
    case 'raster':
      return drawRaster(item, define);
  }
}

function drawLine({ line, x, baseline }: PlacedItem & { kind: 'line' }, define: Define): string {
  return line.runs
    .map((run) => {
      const { face, style } = run;
      const scale = style.size / face.unitsPerEm;
      let pen = 0;
      const glyphs = run.glyphs.map(({ glyphId, xAdvance, xOffset, yOffset }) => {
        const place = { x: pen + xOffset, y: yOffset };
        pen += xAdvance;
        if (!face.isInked(glyphId)) return '';
        const outline = (): ((attributes: Attributes) => string) => {
          const d = face.shaper.glyphToPath(glyphId);
          return (attributes) => element('path', { ...attributes, d }, '');
        };
        return use(define(face, glyphId, outline), place);
      });
      const matrix = `translate(${round(x + run.x)} ${round(baseline)}) scale(${thin(scale)} ${thin(-scale)})`;
      const text = element('g', { transform: matrix, fill: style.colour }, glyphs.join(''));
      return style.underline ? text + underline({ x: x + run.x, baseline, width: run.width }, style) : text;
    })
    .join('');
}

function underline(
  { x, baseline, width }: Readonly<{ x: number; baseline: number; width: number }>,
  { size, colour }: Readonly<{ size: number; colour: string }>,
): string {
  return rectangle({ x, y: baseline + size * 0.12, width, height: size / 16 }, { fill: colour });
}

function drawVector({ image, box, mirrored }: PlacedItem & { kind: 'vector' }, define: Define): string {
  const name = define(image, 0, () => (attributes) => drawPaths(image, attributes));
  const [across, down] = [box.width / image.width, box.height / image.height];
  const [left, step] = mirrored ? [box.x + box.width, -across] : [box.x, across];
  const transform = `translate(${round(left)} ${round(box.y)}) scale(${thin(step)} ${thin(down)})`;
  return element('g', { transform }, use(name));
}

/** A drawing may reach beyond its frame, where it isn't shown: an inner `svg` cuts it off. */
function drawPaths({ width, height, paths }: VectorImage, attributes: Attributes): string {
  const size = { width: decimal(width), height: decimal(height) };
  const viewBox = `0 0 ${size.width} ${size.height}`;
  return element('svg', { ...attributes, ...size, viewBox }, paths.map(writePath).join(''));
}

function drawRaster({ image, box }: PlacedItem & { kind: 'raster' }, define: Define): string {
  const name = define(image, 0, () => {
    const href = dataAddress(image);
    return (attributes) =>
      element('image', { ...attributes, href, width: '1', height: '1', preserveAspectRatio: 'none' }, '');
  });
  const transform = `translate(${round(box.x)} ${round(box.y)}) scale(${round(box.width)} ${round(box.height)})`;
  return element('g', { transform }, use(name));
}

function dataAddress(image: RasterImage): string {
  const [type, bytes] = image.kind === 'jpeg' ? ['jpeg', image.bytes] : ['png', encodePng(image)];
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

function use(name: string, { x, y }: Readonly<{ x: number; y: number }> = { x: 0, y: 0 }): string {
  const place = { ...(x !== 0 && { x: round(x) }), ...(y !== 0 && { y: round(y) }) };
  return element('use', { href: `#${name}`, ...place }, '');
}

function rectangle({ x, y, width, height }: Rectangle, attributes: Attributes): string {
  const place = { x: round(x), y: round(y), width: round(width), height: round(height) };
  return element('rect', { ...place, ...attributes }, '');
}

/** A hundredth of a point, or of a unit of a font, can't be seen in a picture of a page. */
function round(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** A factor, so exactly that a line's end is in its place. */
function thin(factor: number): string {
  return String(Math.round(factor * 1e6) / 1e6);
}
