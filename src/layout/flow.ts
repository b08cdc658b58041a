import type { Colour } from '../base/colour.js';
import type { Direction } from '../base/direction.js';
import type { SourceRange } from '../base/source.js';
import type { Points } from '../base/units.js';
import type { NodeId } from '../document/node.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { Line } from '../text/paragraph.js';
import type { Meaning } from './page.js';

/**
 * A document as one endless column of measured items, before it is divided into pages. Lengths along the line count
 * from the column's start side, so nothing here knows left from right; `place.ts` alone mirrors a page.
 */
export type Flow = Readonly<{
  items: readonly FlowItem[];
  /** Properly nested; an outer range stands before the ranges within it. */
  ranges: readonly FlowRange[];
}>;

/** One step down the column. */
export type FlowItem = Strip | Parallel;

/**
 * How an item holds on to the one before it. No page ends at a bond, unless what is bonded is taller than a page: then
 * `soft` bonds (a heading and what follows) give way first and `firm` ones (lines of a paragraph, a box's edge) last.
 */
export type Bond = 'none' | 'soft' | 'firm';

type ItemBase = Readonly<{
  height: Points;
  /** Space above, already collapsed with the space below the item before; dropped at the top of a page. */
  before: Points;
  bond: Bond;
  /** Painted before the columns of a parallel. */
  marks: readonly Mark[];
}>;

/** A strip across the column that no page can divide: a line of text, a figure, the padding of a box. */
export type Strip = ItemBase & Readonly<{ kind: 'strip'; heading?: NodeId }>;

/** Flows side by side. It stays whole where it fits on a page; each of its columns is divided by itself elsewhere. */
export type Parallel = ItemBase &
  Readonly<{
    kind: 'parallel';
    columns: readonly ParallelColumn[];
    /** Given where an author should hear that it is divided. */
    keep?: Keep;
  }>;

/** One of the flows side by side; `grounds` are drawn behind it, as tall as the tallest of its siblings. */
export type ParallelColumn = Readonly<{
  flow: Flow;
  grounds: readonly Ground[];
  /** Given where the column runs the other way than the page: its start side is its other side. */
  turned?: Turned;
}>;

/** A column that is mirrored within its own bounds, which count from the start side of what is around it. */
export type Turned = Readonly<{ start: Points; width: Points; dir: Direction }>;

/** Items that belong together: from index `from` up to, not including, index `to`. */
export type FlowRange = Readonly<{
  from: number;
  to: number;
  /** Drawn behind the items of the range, once on each page that it reaches. */
  grounds: readonly Ground[];
  /** Repeated at the top of every page on which the range goes on; artifacts. */
  head: readonly FlowItem[];
  /** Kept free at the bottom of every page after which the range goes on. */
  foot: Points;
  /** The range isn't divided unless it is taller than a page. */
  keep?: Keep;
  /** The range isn't divided, unless that saves a page where a handout is set as tightly as may be. */
  together?: boolean;
  /** Spaces may be tightened for the range to stay on one page. */
  betterWhole?: boolean;
}>;

/** What shouldn't be divided, in an author's words. */
export type Keep = Readonly<{ name: string; at?: SourceRange }>;

/** A coloured rectangle behind items. The insets apply at the very beginning and the very end of what it backs. */
export type Ground = Readonly<{
  start: Points;
  width: Points;
  fill: Colour;
  /** Drawn along its inside. */
  stroke?: Readonly<{ colour: Colour; width: Points }>;
  radius: Points;
  topInset: Points;
  bottomInset: Points;
}>;

/** A rectangle within an item: `start` counts from the column's start side, `top` from the item's top. */
export type LogicalBox = Readonly<{ start: Points; top: Points; width: Points; height: Points }>;

/** Something painted within an item. */
export type Mark =
  | Readonly<{ kind: 'line'; meaning: Meaning; line: Line; start: Points; baseline: Points }>
  | Readonly<{ kind: 'shape'; box: LogicalBox; radius: Points; fill: Colour }>
  | Readonly<{
      kind: 'image';
      meaning: Meaning;
      image: VectorImage | RasterImage;
      box: LogicalBox;
      /** A drawing is turned round, left for right. */
      mirrored?: boolean;
    }>;

/** The height of a flow that is not divided. */
export function flowHeight(flow: Flow, from = 0, to = flow.items.length): Points {
  let height = 0;
  for (let index = from; index < to; index++) {
    const item = flow.items[index]!;
    height += item.height + (index === from ? 0 : item.before);
  }
  return height;
}
