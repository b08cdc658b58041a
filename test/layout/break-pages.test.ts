import { expect, test } from 'vitest';

import type { Problem } from '../../src/base/problem.js';
import { breakPages, type Entry, type FlowPage } from '../../src/layout/break-pages.js';
import type { Bond, Flow, FlowItem, FlowRange, Strip } from '../../src/layout/flow.js';

const strip = (height: number, bond: Bond = 'none', before = 0): Strip => ({
  kind: 'strip',
  height,
  before,
  bond,
  marks: [],
});

const flowOf = (items: readonly FlowItem[], ranges: readonly FlowRange[] = []): Flow => ({ items, ranges });

/** Breaks into pages 100 pt tall and shows each page as the tops of its items. */
function pagesOf(
  flow: Flow,
): Readonly<{ pages: readonly (readonly string[])[]; problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const room = { first: 100, rest: 100, tightness: 1 };
  const pages = breakPages(flow, room, (problem) => problems.push(problem)).map(({ entries }) =>
    entries.map(showEntry),
  );
  return { pages, problems };
}

function showEntry({ index, top, repeatedFor, slice }: Entry): string {
  if (repeatedFor !== undefined) return `head@${top}`;
  const columns = slice?.columns.map((page: FlowPage) => page.entries.map(showEntry).join('+'));
  return `${index}@${top}${columns ? `(${columns.join('|')})` : ''}`;
}

test('a page takes what fits', () => {
  expect(pagesOf(flowOf([strip(60), strip(40), strip(50)])).pages).toEqual([['0@0', '1@60'], ['2@0']]);
});

test('space above an item counts within a page and is dropped at its top', () => {
  const items = [strip(60), strip(30, 'none', 10), strip(50, 'none', 20)];
  expect(pagesOf(flowOf(items)).pages).toEqual([['0@0', '1@70'], ['2@0']]);
});

test('bonded items move to the next page together', () => {
  expect(pagesOf(flowOf([strip(60), strip(30), strip(30, 'soft')])).pages).toEqual([
    ['0@0'],
    ['1@0', '2@30'],
  ]);
});

test('a range that is kept whole moves to the next page', () => {
  const keep = { from: 1, to: 3, grounds: [], head: [], foot: 0, keep: { name: 'box' } };
  expect(pagesOf(flowOf([strip(60), strip(30), strip(30)], [keep])).pages).toEqual([
    ['0@0'],
    ['1@0', '2@30'],
  ]);
});

test('a range taller than a page is divided and reported', () => {
  const at = { file: 'sheets/a.hbs', line: 3, column: 1 };
  const keep = { from: 0, to: 2, grounds: [], head: [], foot: 0, keep: { name: 'box of class "call"', at } };
  const { pages, problems } = pagesOf(flowOf([strip(60), strip(60)], [keep]));
  expect(pages).toEqual([['0@0'], ['1@0']]);
  expect(problems).toEqual([
    {
      code: 'layout/overfull-page',
      severity: 'warning',
      message:
        'The box of class "call" is 120 pt tall and a page has room for 100 pt, so it is divided over pages.',
      at,
      hint: 'Shorten it, or divide it into parts.',
    },
  ]);
});

test('a soft bond gives way before a range that is kept whole', () => {
  const keep = { from: 1, to: 3, grounds: [], head: [], foot: 0, keep: { name: 'box' } };
  const { pages, problems } = pagesOf(flowOf([strip(20), strip(50, 'soft'), strip(50)], [keep]));
  expect(pages).toEqual([['0@0'], ['1@0', '2@50']]);
  expect(problems).toEqual([]);
});

test('the head of a range is repeated where the range goes on, and its foot is kept free', () => {
  const range = { from: 0, to: 4, grounds: [], head: [strip(10, 'firm')], foot: 10 };
  const items = [strip(10), strip(50, 'firm'), strip(35), strip(30)];
  expect(pagesOf(flowOf(items, [range])).pages).toEqual([
    ['0@0', '1@10'],
    ['head@0', '2@10', '3@45'],
  ]);
});

test('flows side by side stay whole where they fit on a page', () => {
  const columns = [flowOf([strip(40), strip(40)]), flowOf([strip(30)])].map((flow) => ({
    flow,
    grounds: [],
  }));
  const parallel: FlowItem = { kind: 'parallel', height: 80, before: 0, bond: 'none', marks: [], columns };
  expect(pagesOf(flowOf([strip(50), parallel])).pages).toEqual([['0@0'], ['1@0']]);
});

test('flows side by side that are taller than a page go on column by column', () => {
  const columns = [flowOf([strip(40), strip(40), strip(40)]), flowOf([strip(30)])].map((flow) => ({
    flow,
    grounds: [],
  }));
  const parallel: FlowItem = { kind: 'parallel', height: 120, before: 0, bond: 'none', marks: [], columns };
  expect(pagesOf(flowOf([parallel, strip(20)])).pages).toEqual([
    ['0@0(0@0+1@40|0@0)'],
    ['0@0(2@0|)', '1@40'],
  ]);
});

test('a strip taller than a page is placed whole on a page of its own', () => {
  expect(pagesOf(flowOf([strip(20), strip(150), strip(20)])).pages).toEqual([['0@0'], ['1@0'], ['2@0']]);
});
