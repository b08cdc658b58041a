import fc from 'fast-check';

import type { Block, ListMarker, TableRow } from '../../src/document/node.js';
import type { createNodes } from './sample.js';

type Nodes = ReturnType<typeof createNodes>;

/** Makes a block; nodes get their ids in the order in which they are made, which is reading order. */
export type Recipe = (nodes: Nodes) => Block;

const words = fc.integer({ min: 1, max: 60 }).map((count) => Array<string>(count).fill('word').join(' '));
const fewWords = fc.integer({ min: 1, max: 6 }).map((count) => Array<string>(count).fill('word').join(' '));

const heading = fc.tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), fewWords).map(
  ([level, text]): Recipe =>
    (nodes) =>
      nodes.heading(level, text),
);

const paragraph = words.map(
  (text): Recipe =>
    (nodes) =>
      nodes.paragraph(text),
);

const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(fewWords, { minLength: 1, maxLength: 12 }))
  .map(([columnCount, texts]): Recipe => (nodes) => {
    const row = (text: string, header?: 'column'): TableRow => ({
      kind: 'table-row',
      id: nodes.id(),
      cells: Array.from({ length: columnCount }, () => ({
        kind: 'table-cell' as const,
        id: nodes.id(),
        ...(header && { header }),
        columnSpan: 1,
        children: [nodes.paragraph(text)],
      })),
    });
    const id = nodes.id();
    return {
      kind: 'table',
      id,
      caption: [],
      head: [row('head', 'column')],
      body: texts.map((text) => row(text)),
    };
  });

type Nested = { block: Recipe };

const { block } = fc.letrec<Nested>((tie) => {
  const several = fc.array(tie('block'), { minLength: 1, maxLength: 4 });
  const list = fc
    .tuple(
      fc.constantFrom<ListMarker>('disc', 'decimal', 'check', 'cross', 'none'),
      fc.array(several, { minLength: 1, maxLength: 4 }),
    )
    .map(([marker, items]): Recipe => (nodes) => ({
      kind: 'list',
      id: nodes.id(),
      marker,
      items: items.map((recipes) => ({
        kind: 'list-item',
        id: nodes.id(),
        children: recipes.map((make) => make(nodes)),
      })),
    }));
  const timeline = fc.array(several, { minLength: 1, maxLength: 4 }).map((items): Recipe => (nodes) => ({
    kind: 'timeline',
    id: nodes.id(),
    items: items.map((recipes) => ({
      kind: 'list-item',
      id: nodes.id(),
      children: recipes.map((make) => make(nodes)),
    })),
  }));
  const cards = fc.array(several, { minLength: 1, maxLength: 4 }).map((items): Recipe => (nodes) => ({
    kind: 'cards',
    id: nodes.id(),
    items: items.map((recipes) => ({
      kind: 'list-item',
      id: nodes.id(),
      children: recipes.map((make) => make(nodes)),
    })),
  }));
  const callout = fc
    .tuple(fc.constantFrom('call' as const, 'urgent' as const, 'info' as const, 'today' as const), several)
    .map(([role, recipes]): Recipe => (nodes) => ({
      kind: 'callout',
      id: nodes.id(),
      role,
      children: recipes.map((make) => make(nodes)),
    }));
  const section = fc
    .tuple(fc.constantFrom('keep-together' as const, 'cut-off' as const, undefined), several)
    .map(([role, recipes]): Recipe => (nodes) => ({
      kind: 'section',
      id: nodes.id(),
      ...(role && { role }),
      children: recipes.map((make) => make(nodes)),
    }));
  const columns = fc.array(several, { minLength: 2, maxLength: 3 }).map((tracks): Recipe => (nodes) => ({
    kind: 'columns',
    id: nodes.id(),
    columns: tracks.map((recipes) => ({
      kind: 'column',
      id: nodes.id(),
      span: 1,
      children: recipes.map((make) => make(nodes)),
    })),
  }));
  const doDont = fc.tuple(several, several).map(([first, second]): Recipe => (nodes) => {
    const side = (recipes: readonly Recipe[]) => ({
      kind: 'section' as const,
      id: nodes.id(),
      children: [nodes.heading(3, 'head'), ...recipes.map((make) => make(nodes))],
    });
    return { kind: 'do-dont', id: nodes.id(), do: side(first), dont: side(second) };
  });
  const leaf = fc.oneof({ weight: 4, arbitrary: paragraph }, heading, table);
  const container = fc.oneof(list, timeline, cards, callout, section, columns, doDont);
  return {
    block: fc.oneof({ maxDepth: 2 }, { weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: container }),
  };
});

/** Documents of a few blocks of every kind, nested a little. */
export const arbitraryBlocks: fc.Arbitrary<readonly Recipe[]> = fc.array(block, {
  minLength: 1,
  maxLength: 14,
});
