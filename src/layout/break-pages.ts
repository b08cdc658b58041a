import type { Report } from '../base/problem.js';
import type { Points } from '../base/units.js';
import { chainsOf, firmStretch, isBonded, isFirm, type Chain } from './chain.js';
import { flowHeight, type Bond, type Flow, type FlowItem, type FlowRange, type Parallel } from './flow.js';

/** The part of a flow that stands on one page. */
export type FlowPage = Readonly<{
  flow: Flow;
  entries: readonly Entry[];
  bottom: Points;
  /** Factor that the spaces between the items were given. */
  tightness: number;
}>;

/** An item on a page; `top` counts from the top of the text area. */
export type Entry = Readonly<{
  item: FlowItem;
  /** The item's index in the flow; of a repeated item, the index of the item it stands above. */
  index: number;
  top: Points;
  height: Points;
  /** Index of the range whose head is repeated here. */
  repeatedFor?: number;
  /** Present where a parallel is divided. */
  slice?: ParallelSlice;
}>;

/** What one page shows of flows side by side. */
export type ParallelSlice = Readonly<{ columns: readonly FlowPage[]; isFirst: boolean; isLast: boolean }>;

/** How much room pages have. */
export type PageRoom = Readonly<{
  /** Height left on the first page. */
  first: Points;
  /** Height of every other page. */
  rest: Points;
  /** Factor for the spaces between items; 1 unless a short last page is to be pulled back. */
  tightness: number;
  /** Divides even what should stay together. */
  partsTogether?: boolean;
}>;

/**
 * Divides a flow into pages: fills each page with as many unbroken chains of bonded items as fit. Reports
 * `layout/overfull-page` for what should stay whole but is taller than a page; it is then divided where it must be.
 * @returns at least one page; the first may be empty where it has less room than the others
 * @see CSS Fragmentation Level 3
 */
export function breakPages(flow: Flow, room: PageRoom, report: Report): readonly FlowPage[] {
  const state: State = { flow, room, report, pages: [], entries: [], y: 0, isFresh: true };
  const bonds = effectiveBonds(flow, room, report);
  for (const chain of chainsOf(bonds, { from: 0, to: bonds.length }, isBonded)) addChain(state, chain, bonds);
  closePage(state);
  return state.pages;
}

/** Puts a whole flow, or the items from one index to before another, on one endless page. */
export function stackFlow(flow: Flow, { from = 0, to = flow.items.length, tightness = 1 } = {}): FlowPage {
  const entries: Entry[] = [];
  let y = 0;
  for (let index = from; index < to; index++) {
    const item = flow.items[index]!;
    const top = index === from ? y : y + item.before * tightness;
    entries.push({ item, index, top, height: item.height });
    y = top + item.height;
  }
  return { flow, entries, bottom: y, tightness };
}

/** Counts the breaks inside ranges that read better whole. */
export function countDivided(pages: readonly FlowPage[], { ranges }: Flow): number {
  const starts = pages.slice(1).flatMap(({ entries }) => entries[0]?.index ?? []);
  return ranges
    .filter(({ betterWhole }) => betterWhole)
    .flatMap(({ from, to }) => starts.filter((start) => from < start && start < to)).length;
}

type State = {
  readonly flow: Flow;
  readonly room: PageRoom;
  readonly report: Report;
  readonly pages: FlowPage[];
  entries: Entry[];
  y: Points;
  /** Whether the page holds nothing yet but repeated heads. */
  isFresh: boolean;
};

/** Bonds the items of every range that is to be kept whole and can be. */
function effectiveBonds(flow: Flow, room: PageRoom, report: Report): readonly Bond[] {
  const bonds = flow.items.map((item) => item.bond);
  for (const { keep, together, from, to } of flow.ranges) {
    if (together && !room.partsTogether) {
      for (let index = from + 1; index < to; index++) if (bonds[index] === 'none') bonds[index] = 'soft';
    }
    if (keep === undefined) continue;
    // The edges of the boxes it stands in may cling to the range, and need room too.
    const whole = firmStretch(bonds, { from, to });
    if (needsMoreThanPage(flow, whole, room))
      reportOverfull({ keep, height: flowHeight(flow, from, to) }, room, report);
    else bonds.fill('firm', from + 1, to);
  }
  return bonds;
}

function reportOverfull(
  { keep, height }: Readonly<{ keep: NonNullable<FlowRange['keep']>; height: Points }>,
  room: PageRoom,
  report: Report,
): void {
  report({
    code: 'layout/overfull-page',
    severity: 'warning',
    message:
      `The ${keep.name} is ${Math.ceil(height)} pt tall and a page has room for ${Math.floor(room.rest)} pt, ` +
      'so it is divided over pages.',
    ...(keep.at && { at: keep.at }),
    hint: 'Shorten it, or divide it into parts.',
  });
}

function addChain(state: State, chain: Chain, bonds: readonly Bond[]): void {
  if (!fits(state, chain)) {
    const needsMore = needsMoreThanPage(state.flow, chain, state.room);
    // What must be divided anyway may begin here, unless only a sliver of the page is left.
    const isSliver = state.room.rest - state.y < state.room.rest * leastShareToBeginOn;
    if (canMoveOn(state) && (!needsMore || isSliver)) openPage(state, chain.from);
  }
  if (fits(state, chain)) {
    for (let index = chain.from; index < chain.to; index++) addItem(state, index);
    return;
  }
  const firm = chainsOf(bonds, chain, isFirm);
  if (firm.length > 1) for (const part of firm) addChain(state, part, bonds);
  else for (let index = chain.from; index < chain.to; index++) addItemOfTallChain(state, index);
}

const leastShareToBeginOn = 1 / 3;

/** A new page gives more room than is left here. */
function canMoveOn({ isFresh, pages, room }: State): boolean {
  return !isFresh || (pages.length === 0 && room.first < room.rest);
}

function pageHeight({ pages, room }: State): Points {
  return pages.length === 0 ? room.first : room.rest;
}

function fits(state: State, chain: Chain): boolean {
  const { flow, room } = state;
  const bottom = topOf(state, chain.from) + chainHeight(flow, chain, room) + footHeight(flow, chain.to);
  return bottom <= pageHeight(state) + tolerance;
}

function needsMoreThanPage(flow: Flow, chain: Chain, room: PageRoom): boolean {
  const height = headHeight(flow, chain.from) + chainHeight(flow, chain, room) + footHeight(flow, chain.to);
  return height > room.rest + tolerance;
}

/** Sums of many lengths differ in their last bits. */
const tolerance: Points = 0.01;

/** The height of the items, without the space above the first. */
function chainHeight(flow: Flow, { from, to }: Chain, room: PageRoom): Points {
  let height = 0;
  for (let index = from; index < to; index++) {
    const item = flow.items[index]!;
    height += item.height + (index === from ? 0 : item.before * room.tightness);
  }
  return height;
}

function topOf({ flow, room, y, isFresh }: State, index: number): Points {
  return isFresh ? y : y + flow.items[index]!.before * room.tightness;
}

/** What must stay free at the page's end if it ended before this item. */
function footHeight(flow: Flow, index: number): Points {
  let height = 0;
  for (const range of flow.ranges) if (range.from < index && index < range.to) height += range.foot;
  return height;
}

function headHeight(flow: Flow, index: number): Points {
  let height = 0;
  for (const range of flow.ranges) {
    if (range.from < index && index < range.to) for (const item of range.head) height += item.height;
  }
  return height;
}

function addItem(state: State, index: number, slice?: Pick<Entry, 'height' | 'slice'>): void {
  const item = state.flow.items[index]!;
  const top = topOf(state, index);
  state.entries.push({ item, index, top, height: item.height, ...slice });
  state.y = top + (slice?.height ?? item.height);
  state.isFresh = false;
}

/** The chain is taller than a page: it is divided before any item that doesn't fit, and within flows side by side. */
function addItemOfTallChain(state: State, index: number): void {
  const item = state.flow.items[index]!;
  const alone = { from: index, to: index + 1 };
  if (fits(state, alone)) return addItem(state, index);
  if (item.kind === 'parallel' && needsMoreThanPage(state.flow, alone, state.room)) {
    return addDivided(state, item, index);
  }
  if (canMoveOn(state)) openPage(state, index);
  addItem(state, index);
}

/** Each column goes on by itself on the next page. */
function addDivided(state: State, item: Parallel, index: number): void {
  const { room, report } = state;
  if (item.keep) reportOverfull({ keep: item.keep, height: item.height }, room, report);
  const foot = footHeight(state.flow, index + 1);
  const rest = room.rest - headHeight(state.flow, index) - foot;
  const divide = (first: Points): readonly (readonly FlowPage[])[] =>
    item.columns.map(({ flow }) => breakPages(flow, { first, rest, tightness: 1 }, report));
  let columns = divide(pageHeight(state) - topOf(state, index) - foot);
  if (!state.isFresh && columns.every((pages) => pages[0]!.entries.length === 0)) {
    openPage(state, index);
    columns = divide(rest);
  }
  const count = Math.max(...columns.map((pages) => pages.length));
  for (let part = 0; part < count; part++) {
    if (part > 0) openPage(state, index);
    const pages = columns.map((column) => column[part] ?? { ...column[0]!, entries: [], bottom: 0 });
    const slice = { columns: pages, isFirst: part === 0, isLast: part === count - 1 };
    addItem(state, index, { height: Math.max(...pages.map((page) => page.bottom)), slice });
  }
}

/** Begins a page with the heads of all ranges that go on over the break. */
function openPage(state: State, index: number): void {
  closePage(state);
  state.flow.ranges.forEach((range, rangeIndex) => {
    if (range.from >= index || index >= range.to) return;
    for (const item of range.head) {
      state.entries.push({ item, index, top: state.y, height: item.height, repeatedFor: rangeIndex });
      state.y += item.height;
    }
  });
}

function closePage(state: State): void {
  const { flow, entries, room } = state;
  state.pages.push({ flow, entries, bottom: state.y, tightness: room.tightness });
  state.entries = [];
  state.y = 0;
  state.isFresh = true;
}
