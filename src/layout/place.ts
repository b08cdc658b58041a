import type { Direction } from '../base/direction.js';
import type { Rectangle } from '../base/geometry.js';
import type { Points } from '../base/units.js';
import type { NodeId } from '../document/node.js';
import { stackFlow, type Entry, type FlowPage } from './break-pages.js';
import type { FlowRange, Ground, LogicalBox, Mark, Parallel, Turned } from './flow.js';
import type { Meaning, PlacedItem } from './page.js';

/** The text area of a page, and the direction its start and end follow from. */
export type Frame = Readonly<{ left: Points; top: Points; width: Points; dir: Direction }>;

/** Where placed items are gathered. */
export type Placement = {
  readonly items: PlacedItem[];
  readonly headings: { node: NodeId; y: Points }[];
};

/** Places a page's items: backgrounds first, then everything in reading order. */
export function placePage(placement: Placement, page: FlowPage, frame: Frame): void {
  placeGrounds(placement, page, frame);
  for (const entry of page.entries) placeEntry(placement, entry, frame);
}

/** Turns a distance from the start side into one from the page's left edge. Pages are mirrored here and nowhere else. */
export function leftOf(start: Points, width: Points, frame: Frame): Points {
  return frame.dir === 'rtl' ? frame.left + frame.width - start - width : frame.left + start;
}

function placeEntry(placement: Placement, entry: Entry, frame: Frame): void {
  const { item } = entry;
  const inner = { ...frame, top: frame.top + entry.top };
  if (entry.repeatedFor !== undefined) return placeCopy(placement, entry, frame);
  if (entry.slice?.isFirst ?? true) {
    for (const mark of item.marks) placement.items.push(placeMark(mark, inner));
  }
  if (item.kind === 'parallel') placeParallel(placement, { ...entry, item }, inner);
  else if (item.heading !== undefined) placement.headings.push({ node: item.heading, y: inner.top });
}

/** A repeated head says nothing new, so all of it is an artifact. */
function placeCopy(placement: Placement, entry: Entry, frame: Frame): void {
  const { repeatedFor: _, ...original } = entry;
  const copy: Placement = { items: [], headings: [] };
  placeEntry(copy, original, frame);
  for (const item of copy.items) placement.items.push({ ...item, meaning: layoutArtifact });
}

const layoutArtifact: Meaning = { kind: 'artifact', type: 'layout' };

type ParallelEntry = Entry & Readonly<{ item: Parallel }>;

function placeParallel(placement: Placement, entry: ParallelEntry, frame: Frame): void {
  const { item, slice, height } = entry;
  item.columns.forEach(({ flow, grounds, turned }, index) => {
    const own = turned ? turnFrame(frame, turned) : frame;
    for (const ground of grounds) placement.items.push(placeGround(ground, { top: 0, bottom: height }, own));
    placePage(placement, slice?.columns[index] ?? stackFlow(flow), own);
  });
}

/** The frame in which a column of the other direction has the bounds that it has in the frame around it. */
function turnFrame(frame: Frame, { start, width, dir }: Turned): Frame {
  const left = leftOf(start, width, frame);
  return dir === 'ltr'
    ? { ...frame, dir, left: left - start }
    : { ...frame, dir, left, width: start + width };
}

function placeMark(mark: Mark, frame: Frame): PlacedItem {
  switch (mark.kind) {
    case 'line': {
      const { line, meaning } = mark;
      const x = leftOf(mark.start, line.width, frame);
      return { kind: 'line', meaning, line, x, baseline: frame.top + mark.baseline };
    }
    case 'shape': {
      const shape = { box: placeBox(mark.box, frame), radius: mark.radius, fill: mark.fill };
      return { kind: 'shape', meaning: layoutArtifact, shape };
    }
    case 'image': {
      const { image, meaning, mirrored = false } = mark;
      const box = placeBox(mark.box, frame);
      return image.kind === 'vector'
        ? { kind: 'vector', meaning, image, box, mirrored }
        : { kind: 'raster', meaning, image, box };
    }
  }
}

function placeBox(box: LogicalBox, frame: Frame): Rectangle {
  const { start, top, width, height } = box;
  return { x: leftOf(start, width, frame), y: frame.top + top, width, height };
}

type Extent = Readonly<{ top: Points; bottom: Points }>;

function placeGround(ground: Ground, { top, bottom }: Extent, frame: Frame): PlacedItem {
  const { start, width, fill, radius, stroke } = ground;
  const edge = (stroke?.width ?? 0) / 2;
  const inside = {
    start: start + edge,
    top: top + edge,
    width: width - 2 * edge,
    height: bottom - top - 2 * edge,
  };
  const shape = {
    box: placeBox(inside, frame),
    radius: Math.max(0, radius - edge),
    fill,
    ...(stroke && { stroke }),
  };
  return { kind: 'shape', meaning: layoutArtifact, shape };
}

function placeGrounds(placement: Placement, page: FlowPage, frame: Frame): void {
  page.flow.ranges.forEach((range, rangeIndex) => {
    if (range.grounds.length === 0) return;
    const covered = page.entries.filter((entry) => isCovered(entry, range, rangeIndex));
    const first = covered[0];
    const last = covered.at(-1);
    if (!first || !last) return;
    const begins =
      first.index === range.from && first.repeatedFor === undefined && (first.slice?.isFirst ?? true);
    const ends = last.index === range.to - 1 && (last.slice?.isLast ?? true);
    for (const ground of range.grounds) {
      const top = first.top + (begins ? ground.topInset : 0);
      const bottom = last.top + last.height + (ends ? -ground.bottomInset : range.foot);
      placement.items.push(placeGround(ground, { top, bottom }, frame));
    }
  });
}

/** A repeated head stands within its own range and the ranges around it, not within those inside. */
function isCovered(entry: Entry, range: FlowRange, rangeIndex: number): boolean {
  const { index, repeatedFor } = entry;
  return range.from <= index && index < range.to && (repeatedFor === undefined || rangeIndex <= repeatedFor);
}
