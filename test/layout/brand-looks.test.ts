import { expect, test } from 'vitest';

import { paperSizes } from '../../src/base/paper.js';
import type { Block, DocumentNode } from '../../src/document/node.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { itemsOf, type PlacedItem, type Shape } from '../../src/layout/page.js';
import type { BrandTokens } from '../../src/style/brand-tokens.js';
import { createTheme } from '../../src/style/theme.js';
import { tokens } from '../style/tokens.js';
import { contentLines, createNodes, layOutSquares } from './sample.js';

const { heading, paragraph, text, id } = createNodes();

/** What stands on the only page of these blocks in a brand. */
function itemsIn(
  changes: Partial<BrandTokens>,
  blocks: readonly Block[],
  document: Partial<DocumentNode> = {},
): readonly PlacedItem[] {
  const { laidOut, problems } = layOutSquares(blocks, {
    document,
    images: new Map([['logo.svg', logo]]),
    theme: () => createTheme({ ...tokens, ...changes }, { lang: 'en', paper: 'a4' }),
  });
  expect([laidOut.pages.length, problems]).toEqual([1, []]);
  return itemsOf(laidOut.pages[0]!);
}

function shapesOf(items: readonly PlacedItem[]): readonly Shape[] {
  return items.flatMap((item) => (item.kind === 'shape' ? [item.shape] : []));
}

const logo: VectorImage = { kind: 'vector', width: 40, height: 40, paths: [] };

const letterhead: readonly Block[] = [
  { kind: 'figure', id: id(), source: 'logo.svg', alternative: 'Logo', caption: [] },
  { kind: 'paragraph', id: id(), role: 'contact', children: [text('Clinic')] },
];

const callout: Block = { kind: 'callout', id: id(), role: 'call', children: [paragraph('Call')] };

test('a round box with a bar has its corners on the bar', () => {
  const [tint, bar, inner] = shapesOf(itemsIn({ shape: { radius: 6, boxes: 'bar' } }, [callout]));
  expect([tint!.radius, bar!.radius, inner!.radius]).toEqual([6, 6, 0]);
  expect([tint!.fill, bar!.fill, inner!.fill]).toEqual([
    tokens.colours.callTint,
    tokens.colours.call,
    tokens.colours.callTint,
  ]);
  expect([bar!.box.x - tint!.box.x, inner!.box.x - tint!.box.x]).toEqual([0, 4]);
});

test('the bar stands at the right of a right-to-left box', () => {
  const shape = { radius: 0, boxes: 'bar' } as const;
  const [tint, bar] = shapesOf(itemsIn({ shape }, [callout], { dir: 'rtl' }));
  expect(bar!.box.x + bar!.box.width).toBeCloseTo(tint!.box.x + tint!.box.width);
});

test('an outline is drawn along the inside of its box, and a box of tint has none', () => {
  const shapes = (boxes: 'outline' | 'tint') => shapesOf(itemsIn({ shape: { radius: 8, boxes } }, [callout]));
  const [outlined, plain] = [shapes('outline'), shapes('tint')];
  expect([outlined.length, plain.length]).toEqual([1, 1]);
  expect(outlined[0]!.stroke).toEqual({ colour: tokens.colours.call, width: 1 });
  expect(outlined[0]!.radius).toBe(7.5);
  expect(outlined[0]!.box.x).toBe(plain[0]!.box.x + 0.5);
  expect(plain[0]!.stroke).toBeUndefined();
});

test('a rule stands below the last line of a heading, a bar above the first', () => {
  const long = heading(1, 'a heading that is so long that it takes two lines of the page');
  const place = (headings: BrandTokens['headings']) => {
    const items = itemsIn({ headings }, [long]);
    return { line: shapesOf(items)[0]!.box, baselines: contentLines(items).map(({ baseline }) => baseline) };
  };
  const [ruled, bar] = [place('ruled'), place('bar')];
  expect(ruled.baselines.length).toBeGreaterThan(1);
  expect(ruled.line.y).toBeGreaterThan(ruled.baselines.at(-1)!);
  expect(bar.line.y + bar.line.height).toBeLessThan(bar.baselines[0]! - 26 * 0.7);
  expect(bar.line.width).toBeLessThan(ruled.line.width);
});

test('the middle of the words is that of the logo beside them', () => {
  const items = itemsIn({}, [paragraph('text')], { letterhead });
  const picture = items.find((item) => item.kind === 'vector')!.box;
  const [words] = contentLines(items);
  expect(words!.x).toBeGreaterThan(picture.x + picture.width);
  expect(Math.abs(words!.baseline - 3 - (picture.y + picture.height / 2))).toBeLessThan(2);
});

test('a centred letterhead has its logo and words in the middle of the column', () => {
  const items = itemsIn({ letterhead: 'centred' }, [paragraph('text')], { letterhead });
  const picture = items.find((item) => item.kind === 'vector')!.box;
  const [words] = contentLines(items);
  const middle = paperSizes.a4.width / 2;
  expect(picture.x + picture.width / 2).toBeCloseTo(middle, 1);
  expect(words!.x + words!.line.width / 2).toBeCloseTo(middle, 1);
});

test.each(['ltr', 'rtl'] as const)(
  'a %s letterhead on a band has it from edge to edge, behind all else',
  (dir) => {
    const items = itemsIn({ letterhead: 'band' }, [paragraph('text')], { letterhead, dir });
    const [first] = items;
    const { box, fill } = first!.kind === 'shape' ? first!.shape : expect.fail('no band');
    const picture = items.find((item) => item.kind === 'vector')!.box;
    expect(fill).toBe(tokens.colours.accentDark);
    expect([box.x, box.y]).toEqual([expect.closeTo(0), expect.closeTo(0)]);
    expect(box.width).toBeCloseTo(paperSizes.a4.width, 5);
    expect(box.height).toBeGreaterThan(picture.y + picture.height);
    expect(contentLines(items)[0]!.line.runs[0]!.style.colour).toBe(tokens.colours.paper);
  },
);
