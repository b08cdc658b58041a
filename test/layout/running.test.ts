import { itemsOf } from '../../src/layout/page.js';
import { expect, test } from 'vitest';

import type { DocumentNode, Inline } from '../../src/document/node.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { dumpPage } from '../../src/layout/dump.js';
import { createTheme } from '../../src/style/theme.js';
import { tokens } from '../style/tokens.js';
import { createNodes, layOutSquares, wordsOf } from './sample.js';

const { text, id } = createNodes();

const pageOf: readonly Inline[] = [
  { kind: 'page-number', id: id() },
  text('/'),
  { kind: 'page-count', id: id() },
];

const furniture: Partial<DocumentNode> = {
  runningHeader: [text('Care')],
  runningFooter: [{ start: [text('Clinic')], end: pageOf }],
};

function furnitureOf(document: Partial<DocumentNode>): readonly string[] {
  const nodes = createNodes();
  const blocks = Array.from({ length: 40 }, () => nodes.paragraph('word'));
  return layOutSquares(blocks, { document }).laidOut.pages.map((page) => {
    const items = itemsOf(page).filter(({ meaning }) => meaning.kind === 'artifact');
    return dumpPage({ ...page, blocks: [{ block: { items, headings: [], isShared: false }, y: 0 }] });
  });
}

test('footers stand on every page, headers on every page but the first', () => {
  expect(furnitureOf(furniture)).toMatchInlineSnapshot(`
    [
      "shape 86,785.9 423.3x0.5 #c9d6d5  (footer)
    line 480.8,801.1 +28.5 "1/2"  (footer)
    line 86,801.1 +57 "Clinic"  (footer)
    ",
      "line 86,37.2 +38 "Care"  (header)
    shape 86,785.9 423.3x0.5 #c9d6d5  (footer)
    line 480.8,801.1 +28.5 "2/2"  (footer)
    line 86,801.1 +57 "Clinic"  (footer)
    ",
    ]
  `);
});

test('the parts of running lines change sides in a right-to-left document', () => {
  expect(furnitureOf({ ...furniture, dir: 'rtl' })[1]).toMatchInlineSnapshot(`
    "line 471.3,37.2 +38 "Care"  (header)
    shape 86,785.9 423.3x0.5 #c9d6d5  (footer)
    line 86,801.1 +28.5 "2/2"  (footer)
    line 452.3,801.1 +57 "Clinic"  (footer)
    "
  `);
});

test('parts of a footer line that are too long for one line stand below each other where there is room', () => {
  const parts = { start: [text('s'.repeat(22))], end: [text('e'.repeat(22))] };
  expect(furnitureOf({ runningFooter: [parts] })[0]).toMatchInlineSnapshot(`
    "shape 86,785.9 423.3x0.5 #c9d6d5  (footer)
    line 86,801.1 +209 "ssssssssssssssssssssss"  (footer)
    line 86,813.9 +209 "eeeeeeeeeeeeeeeeeeeeee"  (footer)
    "
  `);
});

test('a running line that is too long goes on below, and the text gets less room', () => {
  const footer = (count: number): DocumentNode['runningFooter'] =>
    Array.from({ length: count }, () => ({ start: [text('word '.repeat(20).trim())], end: [] }));
  const usual = furnitureOf({ runningFooter: footer(1) })[0]!;
  const long = furnitureOf({ runningFooter: footer(2) })[0]!;
  expect(usual.match(/line/g)).toHaveLength(3);
  expect(long.match(/line/g)).toHaveLength(6);
  const topOf = (dump: string): number => Number(/^shape 86,([\d.]+)/.exec(dump)![1]);
  expect(topOf(usual) - topOf(long)).toBeCloseTo(3 * 12.8, 0);
});

test('a word in a running line that is too long is reported', () => {
  const runningFooter = [{ start: [text('x'.repeat(60))], end: [] }];
  const { problems } = layOutSquares([], { document: { runningFooter } });
  expect(problems).toEqual([
    {
      code: 'layout/overflow',
      severity: 'error',
      message: 'A word is wider than its column, which is 423 pt wide.',
      hint: 'Shorten the word, mark where it may be divided with a soft hyphen (&shy;), or give it a wider column.',
    },
  ]);
});

test('the letterhead has its logo at the start and its words beside it', () => {
  const nodes = createNodes();
  const logo: VectorImage = { kind: 'vector', width: 120, height: 40, paths: [] };
  const letterhead = [
    { kind: 'figure' as const, id: nodes.id(), source: 'logo.svg', alternative: 'Clinic', caption: [] },
    nodes.paragraph('Clinic'),
  ];
  const { laidOut } = layOutSquares([nodes.paragraph('word')], {
    document: { letterhead },
    images: new Map([['logo.svg', logo]]),
  });
  expect(`\n${dumpPage(laidOut.pages[0]!)}`).toMatchInlineSnapshot(`
    "
    vector 86,54 120x40  #1
    line 220,77.6 +72 "Clinic"  #2
    shape 86,106.8 423.3x0.8 #c9d6d5  (layout)
    line 86,145.1 +48 "word"  #4
    "
  `);
});

test('headings are remembered with their page', () => {
  const nodes = createNodes();
  const blocks = [
    nodes.heading(1, 'a'),
    ...Array.from({ length: 40 }, () => nodes.paragraph('b')),
    nodes.heading(2, 'c'),
  ];
  const { laidOut } = layOutSquares([...blocks, nodes.paragraph('d')]);
  expect([...laidOut.headings].map(([node, { page }]) => [node, page])).toEqual([
    [blocks[0]!.id, 0],
    [blocks.at(-1)!.id, 1],
  ]);
  const line = itemsOf(laidOut.pages[0]!)[0]!;
  expect(line.kind === 'line' && wordsOf(line)).toBe('a');
});

test.each(['en', 'ur'])(
  'a header in %s is clear of the text below it, however small and dense the page',
  (lang) => {
    const nodes = createNodes();
    const blocks = Array.from({ length: 80 }, () => nodes.paragraph('word'));
    for (const paper of ['a4', 'letter', 'a5'] as const) {
      const theme = createTheme(tokens, { lang, paper, density: 'dense' });
      const { laidOut } = layOutSquares(blocks, {
        paper,
        document: { ...furniture, lang },
        theme: () => theme,
      });
      const lines = itemsOf(laidOut.pages[1]!).filter((item) => item.kind === 'line');
      const header = lines.find(({ meaning }) => meaning.kind === 'artifact' && meaning.type === 'header')!;
      const first = lines.find(({ meaning }) => meaning.kind === 'node')!;
      expect(first.baseline - header.baseline).toBeGreaterThan(theme.running.leading);
    }
  },
);
