import type { Colour } from '../base/colour.js';
import type { Rectangle, Size } from '../base/geometry.js';
import type { Points } from '../base/units.js';
import type { DocumentNode, NodeId } from '../document/node.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { Line } from '../text/paragraph.js';

/** What a placed item means: the document node it shows, or nothing (page furniture and decoration). */
export type Meaning =
  | Readonly<{ kind: 'node'; node: NodeId; part: 'content' | 'label' }>
  | Readonly<{ kind: 'artifact'; type: 'layout' | 'header' | 'footer' }>;

/** Something painted at a fixed place on a page. Items are painted in order, so backgrounds come first. */
export type PlacedItem =
  | Readonly<{ kind: 'line'; meaning: Meaning; line: Line; x: Points; baseline: Points }>
  | Readonly<{ kind: 'shape'; meaning: Meaning; shape: Shape }>
  | Readonly<{ kind: 'vector'; meaning: Meaning; image: VectorImage; box: Rectangle; mirrored: boolean }>
  | Readonly<{ kind: 'raster'; meaning: Meaning; image: RasterImage; box: Rectangle }>;

/** A filled or stroked rectangle with rounded corners; lengths in points from the page's top left corner. */
export type Shape = Readonly<{
  box: Rectangle;
  radius: Points;
  fill?: Colour;
  stroke?: Readonly<{ colour: Colour; width: Points }>;
}>;

/** What one block shows on a page. Its items' y counts from the block's own top there. */
export type PlacedBlock = Readonly<{
  items: readonly PlacedItem[];
  headings: readonly Readonly<{ node: NodeId; y: Points }>[];
  /** The general handout and its copies hold the same block. */
  isShared: boolean;
}>;

/** One page. Coordinates start at the top left corner and y grows downwards. */
export type Page = Readonly<{
  size: Size;
  /** In the order of painting. */
  blocks: readonly BlockPlace[];
}>;

/** Where a block stands on a page. */
export type BlockPlace = Readonly<{
  block: PlacedBlock;
  /** The distance of its top from the page's. */
  y: Points;
  /** How far it is moved to the right; only on the sheets of a booklet. */
  x?: Points;
  /** The page of the booklet that it belongs to, from 0: pages are read in this order. */
  leaf?: number;
}>;

/** The items of a page with their places on it. */
export function itemsOf({ blocks }: Page): readonly PlacedItem[] {
  return blocks.flatMap(({ block, x = 0, y }) => block.items.map((item) => move(item, x, y)));
}

function move(item: PlacedItem, x: Points, y: Points): PlacedItem {
  switch (item.kind) {
    case 'line':
      return { ...item, x: item.x + x, baseline: item.baseline + y };
    case 'shape':
      return { ...item, shape: { ...item.shape, box: moveBox(item.shape.box, x, y) } };
    default:
      return { ...item, box: moveBox(item.box, x, y) };
  }
}

function moveBox(box: Rectangle, x: Points, y: Points): Rectangle {
  return { ...box, x: box.x + x, y: box.y + y };
}

/** A heading's place, for the bookmarks. */
export type HeadingPlace = Readonly<{ page: number; y: Points }>;

/** A document divided into pages. */
export type LaidOutDocument = Readonly<{
  document: DocumentNode;
  pages: readonly Page[];
  headings: ReadonlyMap<NodeId, HeadingPlace>;
}>;
