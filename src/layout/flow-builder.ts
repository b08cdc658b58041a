import type { Points } from '../base/units.js';
import type { NodeId } from '../document/node.js';
import type { Bond, Flow, FlowItem, FlowRange, Mark, Parallel } from './flow.js';

/** A flow under construction: grows in reading order, owned by one call of one function. */
export type FlowBuilder = {
  readonly items: FlowItem[];
  readonly ranges: FlowRange[];
  /** Space wished for above the next item; the larger of two wishes counts. */
  space: Points;
  /** At the inner top of a box, where wishes for space don't count. */
  atTop: boolean;
  /** How many lines must still stay with the heading above them. */
  linesToKeep: number;
  /** Labels of list items that wait for the item's first line. */
  labels: LabelMaker[];
};

/** Makes the marks of a label for a first line with this baseline. */
export type LabelMaker = (baseline: Points) => readonly Mark[];

const linesAfterHeading = 2;

/** Starts an empty flow. */
export function createFlowBuilder(): FlowBuilder {
  return { items: [], ranges: [], space: 0, atTop: true, linesToKeep: 0, labels: [] };
}

/** Ends the construction. */
export function finishFlow(builder: FlowBuilder): Flow {
  return { items: builder.items, ranges: builder.ranges };
}

/** Wishes for space above whatever comes next. */
export function addSpace(builder: FlowBuilder, space: Points): void {
  if (space > builder.space) builder.space = space;
}

/** A strip with something to read or see. */
export type ContentStrip = Readonly<{
  height: Points;
  marks: readonly Mark[];
  /** The first line's baseline, where labels go; absent after the first line of a block. */
  baseline?: Points;
  /** The line must stay with the line above it. */
  joined: boolean;
  /** The heading that begins here. */
  heading?: NodeId;
  /** It is a line of a heading, so it stays with what comes next. */
  keepsNext?: boolean;
}>;

/** Adds a strip with content. */
export function addStrip(builder: FlowBuilder, strip: ContentStrip): void {
  // A heading right after a heading stays with it, but one after some text begins anew; else short sections would chain.
  const kept = strip.keepsNext ? builder.linesToKeep === linesAfterHeading : builder.linesToKeep > 0;
  const labels = strip.baseline === undefined ? noMarks : takeLabels(builder, strip.baseline);
  const bond = strip.joined ? 'firm' : bondOf(builder, kept);
  builder.items.push({
    kind: 'strip',
    height: strip.height,
    before: takeSpace(builder),
    bond,
    marks: labels.length === 0 ? strip.marks : [...labels, ...strip.marks],
    ...(strip.heading !== undefined && { heading: strip.heading }),
  });
  if (strip.keepsNext) builder.linesToKeep = linesAfterHeading;
  else if (builder.linesToKeep > 0) builder.linesToKeep -= 1;
}

/** Adds flows side by side. */
export function addParallel(
  builder: FlowBuilder,
  parallel: Pick<Parallel, 'height' | 'columns' | 'keep'>,
): void {
  const bond = bondOf(builder, builder.linesToKeep > 0);
  const first = parallel.columns[0];
  const baseline = first && firstBaseline(first.flow);
  const marks = baseline === undefined ? noMarks : takeLabels(builder, baseline);
  builder.items.push({ kind: 'parallel', before: takeSpace(builder), bond, marks, ...parallel });
  builder.linesToKeep = 0;
}

/** Adds a thin strip that belongs to the item above it: a line under a row, the padding at the end of a box. */
export function addTrailer(builder: FlowBuilder, height: Points, marks: readonly Mark[]): void {
  builder.space = 0;
  builder.atTop = false;
  builder.items.push({ kind: 'strip', height, before: 0, bond: 'firm', marks });
}

/** Adds the padding at the beginning of a box; what follows stays with it. */
export function addPadding(builder: FlowBuilder, height: Points): void {
  const bond = bondOf(builder, builder.linesToKeep > 0);
  builder.items.push({ kind: 'strip', height, before: takeSpace(builder), bond, marks: [] });
  builder.atTop = true;
}

/** Adds what `build` adds, as one range. */
export function addRange(
  builder: FlowBuilder,
  range: Omit<FlowRange, 'from' | 'to'>,
  build: () => void,
): void {
  const slot = builder.ranges.length;
  const from = builder.items.length;
  builder.ranges.push({ ...range, from, to: from });
  build();
  builder.ranges[slot] = { ...range, from, to: builder.items.length };
}

const noMarks: readonly Mark[] = [];

function takeLabels(builder: FlowBuilder, baseline: Points): readonly Mark[] {
  if (builder.labels.length === 0) return noMarks;
  const marks = builder.labels.flatMap((label) => label(baseline));
  builder.labels = [];
  return marks;
}

function firstBaseline(flow: Flow): Points | undefined {
  let top = 0;
  for (const item of flow.items) {
    top += item.before;
    const line = item.marks.find((mark) => mark.kind === 'line');
    if (line) return top + line.baseline;
    const inner =
      item.kind === 'parallel' && item.columns[0] ? firstBaseline(item.columns[0].flow) : undefined;
    if (inner !== undefined) return top + inner;
    top += item.height;
  }
  return undefined;
}

/** What stands at the top of a box stays with the box's edge. */
function bondOf(builder: FlowBuilder, kept: boolean): Bond {
  if (builder.atTop) return 'firm';
  return kept ? 'soft' : 'none';
}

function takeSpace(builder: FlowBuilder): Points {
  const space = builder.atTop ? 0 : builder.space;
  builder.space = 0;
  builder.atTop = false;
  return space;
}
