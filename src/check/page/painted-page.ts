import type { Rectangle, Size } from '../../base/geometry.js';
import type { Points } from '../../base/units.js';
import { itemsOf, type LaidOutDocument, type Page, type PlacedItem } from '../../layout/page.js';

/** One kind of placed item. */
export type ItemOf<Kind extends PlacedItem['kind']> = Extract<PlacedItem, { kind: Kind }>;

/** An item with the room it takes, when it is painted, and the page of a booklet it belongs to. */
export type Painted<Item extends PlacedItem = PlacedItem> = Readonly<{
  item: Item;
  /** Of words, from the tops of their small letters' ascenders down to the baseline. */
  box: Rectangle;
  /** What has a higher turn is painted later, on top. */
  turn: number;
  leaf: number;
}>;

/** A line of words. */
export type PaintedText = Painted<ItemOf<'line'>>;

/** A picture or a shape: whatever can lie under words. */
export type Cover = Painted<ItemOf<'shape'>> | PaintedPicture;

/** A drawing or a photograph. */
export type PaintedPicture = Painted<ItemOf<'vector'>> | Painted<ItemOf<'raster'>>;

/** What is painted on a page, in the order of painting. */
export type PaintedPage = Readonly<{
  /** From 1. */
  number: number;
  size: Size;
  texts: readonly PaintedText[];
  covers: readonly Cover[];
}>;

/** Reads what is painted on each page. */
export function readPages({ pages }: LaidOutDocument): readonly PaintedPage[] {
  return pages.map((page, index) => readPage(page, index + 1));
}

function readPage(page: Page, number: number): PaintedPage {
  const texts: PaintedText[] = [];
  const covers: Cover[] = [];
  let turn = 0;
  for (const place of page.blocks) {
    const leaf = place.leaf ?? number - 1;
    for (const item of itemsOf({ size: page.size, blocks: [place] })) {
      turn += 1;
      if (item.kind === 'shape') covers.push({ item, box: item.shape.box, turn, leaf });
      else if (item.kind === 'vector') covers.push({ item, box: item.box, turn, leaf });
      else if (item.kind === 'raster') covers.push({ item, box: item.box, turn, leaf });
      else if (item.line.runs.length > 0) texts.push({ item, box: wordsBox(item), turn, leaf });
    }
  }
  return { number, size: page.size, texts, covers };
}

/** Tells a picture from a shape. */
export function isPicture(cover: Cover): cover is PaintedPicture {
  return cover.item.kind !== 'shape';
}

/** How far letters reach above the baseline and below, for each point of their size; marks of some scripts reach further. Our estimate. */
const ascent = 0.65;
const descent = 0.25;

/** The blank halves of full-width marks at a line's ends may stand out of its column, and nobody sees them. */
function wordsBox({ line, x, baseline }: ItemOf<'line'>): Rectangle {
  const height = ascent * sizeOf(line);
  const { startBlank, endBlank } = line.hang ?? noHang;
  return { x: x + startBlank, y: baseline - height, width: line.width - startBlank - endBlank, height };
}

const noHang = { startBlank: 0, endBlank: 0 };

/** The largest text on a line. */
export function sizeOf({ runs }: ItemOf<'line'>['line']): Points {
  let size = 0;
  for (const { style } of runs) size = Math.max(size, style.size);
  return size;
}

/** The room of a line with what hangs below its baseline. */
export function withDescenders({ item, box }: PaintedText): Rectangle {
  return { ...box, height: box.height + descent * sizeOf(item.line) };
}

/** How wide and how tall the part is that two boxes have in common; 0 where they have none. */
export function commonPart(one: Rectangle, other: Rectangle): Size {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return { width: Math.max(0, across), height: Math.max(0, down) };
}

/** Tells whether a box lies wholly in another. */
export function isWithin(inner: Rectangle, outer: Rectangle, tolerance: Points = 0): boolean {
  return (
    inner.x >= outer.x - tolerance &&
    inner.y >= outer.y - tolerance &&
    inner.x + inner.width <= outer.x + outer.width + tolerance &&
    inner.y + inner.height <= outer.y + outer.height + tolerance
  );
}
