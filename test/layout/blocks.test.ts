import { itemsOf } from '../../src/layout/page.js';
import { expect, test } from 'vitest';

import type { Block, Column, ListItem, TableCell, TableRow } from '../../src/document/node.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { dumpPage } from '../../src/layout/dump.js';
import { contentLines, createNodes, layOutSquares, wordsOf, type SampleOptions } from './sample.js';

const many = (count: number): string => Array<string>(count).fill('word').join(' ');

/** The first page as text, without the left margin's guesswork: A4 has its start margin at 86. */
function dump(blocks: readonly Block[], options: SampleOptions = {}): string {
  return `\n${dumpPage(layOutSquares(blocks, options).laidOut.pages[0]!)}`;
}

test('a callout is a tint with a bar at its start, and its text stands within', () => {
  const { id, heading, paragraph } = createNodes();
  const call: Block = {
    kind: 'callout',
    id: id(),
    role: 'call',
    children: [heading(3, 'Call'), paragraph('now')],
  };
  expect(dump([call])).toMatchInlineSnapshot(`
    "
    shape 86,54 423.3x63.8 #fdf3e4  (layout)
    shape 86,54 8x63.8 #8a4b08  (layout)
    shape 90,54 8x63.8 #fdf3e4  (layout)
    line 107,79.2 +52 "Call"  #2
    line 107,100.1 +36 "now"  #4
    "
  `);
  expect(dump([call], { document: { dir: 'rtl' } })).toMatchInlineSnapshot(`
    "
    shape 86,54 423.3x63.8 #fdf3e4  (layout)
    shape 501.3,54 8x63.8 #8a4b08  (layout)
    shape 497.3,54 8x63.8 #fdf3e4  (layout)
    line 436.3,79.2 +52 "Call"  #2
    line 452.3,100.1 +36 "now"  #4
    "
  `);
});

test('a callout that goes on over a page has its padding and bar on both pages', () => {
  const { id, paragraph } = createNodes();
  const children = Array.from({ length: 40 }, () => paragraph('word'));
  const info: Block = { kind: 'callout', id: id(), role: 'info', children };
  const { laidOut, theme } = layOutSquares([info]);
  expect(laidOut.pages.length).toBe(2);
  for (const page of laidOut.pages) {
    const tint = itemsOf(page).find((item) => item.kind === 'shape')!;
    const { box } = (tint as Extract<typeof tint, { kind: 'shape' }>).shape;
    const lines = contentLines(itemsOf(page));
    expect(lines[0]!.baseline - box.y).toBeGreaterThan(theme.callouts.info.padding.top);
    expect(box.y + box.height - lines.at(-1)!.baseline).toBeGreaterThan(theme.callouts.info.padding.bottom);
    expect(box.y).toBeGreaterThanOrEqual(theme.page.insets.top);
    expect(box.y + box.height).toBeLessThanOrEqual(page.size.height - theme.page.insets.bottom + 0.01);
  }
});

test('the edge of a callout stays with its first line', () => {
  const { id, heading, paragraph } = createNodes();
  const before: Block[] = [];
  for (let count = 0; count < 30; count++) {
    before.push(paragraph('word'));
    const first = id();
    const children = [heading(2, 'Head'), paragraph(many(12)), paragraph(many(12))];
    const info: Block = { kind: 'callout', id: first, role: 'info', children };
    for (const page of layOutSquares([...before, info]).laidOut.pages) {
      const items = itemsOf(page);
      const tints = items.filter((item) => item.kind === 'shape').length;
      const words = contentLines(items).filter(
        ({ meaning }) => meaning.kind === 'node' && meaning.node > info.id,
      );
      if (tints > 0) expect(words.length).toBeGreaterThanOrEqual(2);
    }
  }
});

test('callouts side by side are of one height', () => {
  const { id, paragraph } = createNodes();
  const callout = (role: 'call' | 'urgent', count: number): Block => ({
    kind: 'callout',
    id: id(),
    role,
    children: Array.from({ length: count }, () => paragraph('a')),
  });
  const columns: Block = {
    kind: 'columns',
    id: id(),
    columns: [
      { kind: 'column', id: id(), span: 1, children: [callout('call', 2)] },
      { kind: 'column', id: id(), span: 1, children: [callout('urgent', 1)] },
    ],
  };
  expect(dump([columns])).toMatchInlineSnapshot(`
    "
    shape 86,54 203.1x68 #fdf3e4  (layout)
    shape 86,54 8x68 #8a4b08  (layout)
    shape 90,54 8x68 #fdf3e4  (layout)
    line 107,78.9 +12 "a"  #4
    line 107,104.4 +12 "a"  #6
    shape 306.1,54 203.1x68 #fcecea  (layout)
    shape 306.1,54 8x68 #a3201d  (layout)
    shape 310.1,54 8x68 #fcecea  (layout)
    line 327.1,78.9 +12 "a"  #10
    "
  `);
});

test('the safety block is never divided', () => {
  const { id, paragraph } = createNodes();
  const before = Array.from({ length: 22 }, () => paragraph('word'));
  const urgent: Block = {
    kind: 'callout',
    id: id(),
    role: 'urgent',
    children: Array.from({ length: 12 }, (_, index) => paragraph(`sign ${index}`)),
  };
  const { laidOut } = layOutSquares([...before, urgent]);
  const signs = laidOut.pages.map(
    (page) => contentLines(itemsOf(page)).filter((line) => wordsOf(line).startsWith('sign')).length,
  );
  expect(signs).toEqual([0, 12]);
});

function tableOf(nodes: ReturnType<typeof createNodes>, rowTexts: readonly (readonly string[])[]): Block {
  const row = (texts: readonly string[], header?: TableCell['header']): TableRow => ({
    kind: 'table-row',
    id: nodes.id(),
    cells: texts.map((words) => ({
      kind: 'table-cell',
      id: nodes.id(),
      ...(header && { header }),
      columnSpan: 1,
      children: [nodes.paragraph(words)],
    })),
  });
  const tableId = nodes.id();
  const [head, ...body] = rowTexts;
  return {
    kind: 'table',
    id: tableId,
    at: { file: 'topics/a.hbs', line: 4, column: 1 },
    caption: [],
    head: [row(head!, 'column')],
    body: body.map((texts) => row(texts)),
  };
}

test('a table stands in columns, with a tinted head and a line under each row', () => {
  const nodes = createNodes();
  const blocks = [
    tableOf(nodes, [
      ['a', 'bbb'],
      ['c', 'd'],
    ]),
  ];
  expect(dump(blocks)).toMatchInlineSnapshot(`
    "
    shape 86,54 149.7x29 #e8f2f1  (layout)
    line 94.5,72.1 +12 "a"  #4
    shape 235.7,54 273.6x29 #e8f2f1  (layout)
    line 244.2,72.1 +36 "bbb"  #7
    shape 86,83 423.3x1.5 #1d6a6f  (layout)
    line 94.5,102.6 +12 "c"  #11
    line 244.2,102.6 +12 "d"  #14
    shape 86,113.5 423.3x0.5 #c9d6d5  (layout)
    "
  `);
  expect(dump(blocks, { document: { dir: 'rtl' } })).toMatchInlineSnapshot(`
    "
    shape 359.6,54 149.7x29 #e8f2f1  (layout)
    line 488.8,72.1 +12 "a"  #4
    shape 86,54 273.6x29 #e8f2f1  (layout)
    line 315.1,72.1 +36 "bbb"  #7
    shape 86,83 423.3x1.5 #1d6a6f  (layout)
    line 488.8,102.6 +12 "c"  #11
    line 339.1,102.6 +12 "d"  #14
    shape 86,113.5 423.3x0.5 #c9d6d5  (layout)
    "
  `);
});

test('the head of a table is repeated on every page, and the copies are artifacts', () => {
  const nodes = createNodes();
  const rows = Array.from({ length: 40 }, (_, index) => [`row ${index}`, 'cell']);
  const { laidOut } = layOutSquares([tableOf(nodes, [['first', 'second'], ...rows])]);
  expect(laidOut.pages.length).toBeGreaterThan(1);
  const heads = laidOut.pages.map((page) =>
    itemsOf(page)
      .filter((item) => item.kind === 'line' && wordsOf(item) === 'first')
      .map(({ meaning }) => meaning.kind),
  );
  expect(heads).toEqual([['node'], ...laidOut.pages.slice(1).map(() => ['artifact'])]);
});

test('no table ends with a single row on a page of its own', () => {
  for (let count = 18; count < 30; count++) {
    const nodes = createNodes();
    const rows = Array.from({ length: count }, () => ['row', 'x']);
    const { laidOut } = layOutSquares([tableOf(nodes, [['head', 'y'], ...rows])]);
    const rowsOn = laidOut.pages.map(
      (page) => itemsOf(page).filter((item) => item.kind === 'line' && wordsOf(item) === 'row').length,
    );
    expect(rowsOn.reduce((sum, onPage) => sum + onPage, 0)).toBe(count);
    expect(rowsOn).not.toContain(1);
  }
});

test('a table whose words are wider than the page is reported and not clipped', () => {
  const nodes = createNodes();
  const { problems, laidOut } = layOutSquares([
    tableOf(nodes, [
      ['x'.repeat(30), 'y'.repeat(20)],
      ['a', 'b'],
    ]),
  ]);
  expect(problems).toEqual([
    {
      code: 'layout/overflow',
      severity: 'error',
      message:
        'The table needs 635 pt for its longest words and sticks out of its column, which is 423 pt wide.',
      at: { file: 'topics/a.hbs', line: 4, column: 1 },
      hint: 'Use fewer columns or shorter words.',
    },
  ]);
  expect(contentLines(itemsOf(laidOut.pages[0]!)).map(wordsOf)).toContain('x'.repeat(30));
});

test('a table row taller than a page is divided and reported', () => {
  const nodes = createNodes();
  const { problems, laidOut } = layOutSquares([
    tableOf(nodes, [
      ['a', 'b'],
      [many(300), 'c'],
    ]),
  ]);
  expect(laidOut.pages.length).toBeGreaterThan(1);
  expect(problems.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
    [
      "layout/overfull-page: The table row is 862 pt tall and a page has room for 711 pt, so it is divided over pages.",
    ]
  `);
});

test('do and don’t stand side by side in boxes of one height, each head beside its mark', () => {
  const { id, heading, list } = createNodes();
  const doDont: Block = {
    kind: 'do-dont',
    id: id(),
    do: {
      kind: 'section',
      id: id(),

      children: [heading(3, 'Do'), list('check', ['a', 'b'])],
    },
    dont: {
      kind: 'section',
      id: id(),

      children: [heading(3, 'Don’t'), list('cross', ['c'])],
    },
  };
  expect(dump([doDont])).toMatchInlineSnapshot(`
    "
    shape 86,54 203.1x89.3 #e9f4ee  (layout)
    shape 86,54 8x89.3 #1c6b45  (layout)
    shape 90,54 8x89.3 #e9f4ee  (layout)
    vector 107,68.9 12x12  (layout)
    line 127,79.2 +26 "Do"  #3
    vector 107,95.4 10x10  (layout)
    line 127,104.4 +12 "a"  #7
    vector 107,116.6 10x10  (layout)
    line 127,125.6 +12 "b"  #10
    shape 306.1,54 203.1x89.3 #faeeec  (layout)
    shape 306.1,54 8x89.3 #9c2f26  (layout)
    shape 310.1,54 8x89.3 #faeeec  (layout)
    vector 327.1,68.9 12x12  (layout)
    line 347.1,79.2 +65 "Don’t"  #13
    vector 327.1,95.4 10x10  (layout)
    line 347.1,104.4 +12 "c"  #17
    "
  `);
});

test('do and don’t are stacked on A5', () => {
  const { id, heading } = createNodes();
  const doDont: Block = {
    kind: 'do-dont',
    id: id(),
    do: { kind: 'section', id: id(), children: [heading(3, 'Do')] },
    dont: { kind: 'section', id: id(), children: [heading(3, 'Don’t')] },
  };
  const { laidOut } = layOutSquares([doDont], { paper: 'a5' });
  const [first, second] = contentLines(itemsOf(laidOut.pages[0]!));
  expect(second!.x).toBe(first!.x);
  expect(second!.baseline).toBeGreaterThan(first!.baseline);
});

test('columns share the width by their spans and are read one after another', () => {
  const { id, paragraph } = createNodes();
  const columns: Block = {
    kind: 'columns',
    id: id(),
    columns: [
      { kind: 'column', id: id(), span: 1, children: [paragraph('a'), paragraph('b')] },
      { kind: 'column', id: id(), span: 1, children: [paragraph('c')] },
    ],
  };
  expect(dump([columns])).toMatchInlineSnapshot(`
    "
    line 86,66.1 +12 "a"  #3
    line 86,91.6 +12 "b"  #5
    line 309.6,66.1 +12 "c"  #8
    "
  `);
});

test('a timeline has a dot beside each step and a line from the first dot to the last', () => {
  const { id, heading, paragraph } = createNodes();
  const step = (words: string) => ({
    kind: 'list-item' as const,
    id: id(),
    children: [heading(3, words), paragraph('rest')],
  });
  const timeline: Block = { kind: 'timeline', id: id(), items: [step('Today'), step('Day 2')] };
  expect(dump([timeline])).toMatchInlineSnapshot(`
    "
    shape 90.1,62.1 1.9x48.9 #c9d6d5  (layout)
    shape 86,57.1 10x10 #124a4e  (layout)
    line 110,66.4 +65 "Today"  #3
    line 110,85.2 +48 "rest"  #5
    shape 86,106 10x10 #124a4e  (layout)
    line 110,115.3 +65 "Day 2"  #8
    line 110,134.1 +48 "rest"  #10
    "
  `);
});

const square: VectorImage = { kind: 'vector', width: 200, height: 100, paths: [] };

function figureOf(nodes: ReturnType<typeof createNodes>, widthMm?: number): Block {
  const figureId = nodes.id();
  return {
    kind: 'figure',
    id: figureId,
    source: 'art/a.svg',
    alternative: 'A square.',
    ...(widthMm !== undefined && { widthMm }),
    caption: [nodes.text('caption')],
  };
}

test('a figure has its natural size, and its caption below', () => {
  const images = new Map([['art/a.svg', square]]);
  expect(dump([figureOf(createNodes())], { images })).toMatchInlineSnapshot(`
    "
    vector 86,54 200x100  #1
    line 86,172.6 +73.5 "caption"  #1
    "
  `);
});

test('a figure is never wider than its column nor taller than a page', () => {
  const { laidOut: wide } = layOutSquares([figureOf(createNodes(), 500)], {
    images: new Map([['art/a.svg', square]]),
  });
  const { laidOut: tall } = layOutSquares([figureOf(createNodes(), 100)], {
    images: new Map([['art/a.svg', { ...square, height: 4000 }]]),
  });
  const [wideBox, tallBox] = [wide, tall].map(({ pages }) => {
    const image = itemsOf(pages[0]!).find((item) => item.kind === 'vector')!;
    return (image as Extract<typeof image, { kind: 'vector' }>).box;
  });
  expect(wideBox!.width).toBeCloseTo(423.28, 2);
  expect(tallBox!.height).toBeLessThan(698);
  expect(tall.pages.length).toBe(1);
});

test('a word wider than its column is reported without being shown', () => {
  const nodes = createNodes();
  const at = { file: 'topics/a.hbs', line: 2, column: 5 };
  const paragraph = { ...nodes.paragraph('x'.repeat(60)), at } as Block;
  expect(layOutSquares([paragraph]).problems).toEqual([
    {
      code: 'layout/overflow',
      severity: 'error',
      message: 'A word is wider than its column, which is 423 pt wide.',
      at,
      hint: 'Shorten the word, mark where it may be divided with a soft hyphen (&shy;), or give it a wider column.',
    },
  ]);
});

test('of two spaces that meet, the larger counts', () => {
  const nodes = createNodes();
  const { laidOut, theme } = layOutSquares([nodes.paragraph('a'), nodes.heading(2, 'b')]);
  const [first, second] = contentLines(itemsOf(laidOut.pages[0]!));
  const { body } = theme.blocks.paragraphs;
  const { 2: heading } = theme.blocks.headings;
  const baselineIn = (leading: number, size: number): number => (leading - size) / 2 + 0.8 * size;
  const apart =
    body.leading - baselineIn(body.leading, 12) + heading.before + baselineIn(heading.leading, 16);
  expect(second!.baseline - first!.baseline).toBeCloseTo(apart, 5);
});

test('a heading stays with two lines of what follows', () => {
  const nodes = createNodes();
  const before = Array.from({ length: 26 }, () => nodes.paragraph('word'));
  for (let extra = 0; extra < 3; extra++) {
    const blocks = [...before, nodes.heading(2, 'head'), nodes.paragraph(many(30))];
    const { laidOut } = layOutSquares(blocks);
    const page = laidOut.pages.find((each) =>
      contentLines(itemsOf(each)).some((line) => wordsOf(line) === 'head'),
    )!;
    const lines = contentLines(itemsOf(page)).map(wordsOf);
    expect(lines.length - lines.indexOf('head')).toBeGreaterThanOrEqual(3);
    before.push(nodes.paragraph('word'));
  }
});

test('a last page of one line is pulled back by tightening the spaces', () => {
  const nodes = createNodes();
  const blocks = Array.from({ length: 29 }, () => nodes.paragraph('word'));
  expect(layOutSquares(blocks).laidOut.pages.length).toBe(1);
});

test('the last item of a list does not begin a page alone', () => {
  for (let above = 20; above < 30; above++) {
    const nodes = createNodes();
    const before = Array.from({ length: above }, () => nodes.paragraph('word'));
    const list = nodes.list('disc', ['one', 'two', 'three', 'four']);
    const { pages } = layOutSquares([...before, list, nodes.paragraph(many(40))]).laidOut;
    const words = pages.map((page) => contentLines(itemsOf(page)).map(wordsOf));
    const firsts = words.map((lines) => lines.find((line) => line !== '•'));
    expect(firsts).not.toContain('four');
  }
});

test('a page that would be left half empty is filled by tightening the spaces', () => {
  const nodes = createNodes();
  const paragraphs = (count: number): Block[] => Array.from({ length: count }, () => nodes.paragraph('word'));
  const call: Block = { kind: 'callout', id: nodes.id(), role: 'call', children: paragraphs(14) };
  const { pages } = layOutSquares([...paragraphs(14), call, ...paragraphs(5)]).laidOut;
  expect(pages.map((page) => contentLines(itemsOf(page)).length)).toEqual([28, 5]);
});

function bulletsIn(dir: 'ltr' | 'rtl'): readonly string[] {
  const nodes = createNodes();
  const column = (of: 'ltr' | 'rtl'): Column => ({
    kind: 'column',
    id: nodes.id(),
    span: 1,
    lang: of === 'rtl' ? 'ar' : 'en',
    dir: of,
    children: [nodes.list('disc', ['abc'])],
  });
  const columns: Block = { kind: 'columns', id: nodes.id(), columns: [column('ltr'), column('rtl')] };
  const { pages } = layOutSquares([columns], { document: { dir } }).laidOut;
  return contentLines(itemsOf(pages[0]!)).map((line) => `${wordsOf(line)} ${Math.round(line.x)}`);
}

test('a column of the other direction has its bullets at its own start, within its own bounds', () => {
  expect(bulletsIn('ltr')).toEqual(['• 88', 'abc 106', '• 495', 'abc 453']);
});

test('a column of the other direction changes place with its neighbour where the page runs the other way, and stays as it is inside', () => {
  expect(bulletsIn('rtl')).toEqual(['• 312', 'abc 330', '• 272', 'abc 230']);
});

test('an icon is painted as an artifact', () => {
  const nodes = createNodes();
  const images = new Map([['art/a.svg', square]]);
  const icon = {
    kind: 'figure',
    id: nodes.id(),
    source: 'art/a.svg',
    alternative: '',
    caption: [],
    isIcon: true,
  };
  expect(dump([icon as Block], { images })).toMatchInlineSnapshot(`
    "
    vector 86,54 32x16  (layout)
    "
  `);
});

test('what follows a list of several blocks each is no nearer to its last item than the items are to each other', () => {
  const { id, paragraph } = createNodes();
  const item = (words: string): ListItem => {
    return { kind: 'list-item', id: id(), children: [paragraph(words), paragraph('more')] };
  };
  const list: Block = { kind: 'list', id: id(), marker: 'disc', items: [item('one'), item('two')] };
  const { laidOut } = layOutSquares([list, paragraph('after')]);
  const lines = contentLines(itemsOf(laidOut.pages[0]!)).filter((line) => wordsOf(line) !== '•');
  const [, firstEnd, second, secondEnd, after] = lines.map(({ baseline }) => baseline);
  expect(after! - secondEnd!).toBeCloseTo(second! - firstEnd!, 6);
});
