import { expect, test } from 'vitest';

import type { Block } from '../../src/document/node.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { itemsOf, type Page } from '../../src/layout/page.js';
import { contentLines, createNodes, layOutSquares, wordsOf } from './sample.js';

/** Heights that let a picture end everywhere near the end of a page, and not fit there. */
const heights = Array.from({ length: 120 }, (_, index) => 100 + 2 * index);

function figureOf(nodes: ReturnType<typeof createNodes>, caption?: string): Block {
  const id = nodes.id();
  const children = caption === undefined ? [] : [nodes.text(caption)];
  return { kind: 'figure', id, source: 'art/a.svg', alternative: 'A square.', caption: children };
}

/** Lays out some lines, blocks with a picture of this height, and some lines more. */
function layOutPicture(
  height: number,
  blocksOf: (nodes: ReturnType<typeof createNodes>) => readonly Block[],
): readonly Page[] {
  const nodes = createNodes();
  const before = Array.from({ length: 20 }, () => nodes.paragraph('line'));
  const after = Array.from({ length: 5 }, () => nodes.paragraph('after'));
  const blocks = [...before, ...blocksOf(nodes), ...after];
  const picture: VectorImage = { kind: 'vector', width: 20, height, paths: [] };
  return layOutSquares(blocks, { images: new Map([['art/a.svg', picture]]) }).laidOut.pages;
}

const hasPicture = (page: Page): boolean => itemsOf(page).some(({ kind }) => kind === 'vector');
const hasWords = (page: Page, words: string): boolean =>
  contentLines(itemsOf(page)).some((line) => wordsOf(line) === words);

test('a caption stands on the page of its picture', () => {
  for (const height of heights) {
    const pages = layOutPicture(height, (nodes) => [figureOf(nodes, 'caption')]);
    expect(pages.map((page) => hasWords(page, 'caption'))).toEqual(pages.map(hasPicture));
  }
});

test('a heading stands on the page of the picture below it, and asks for nothing more there', () => {
  const parted = heights.filter((height) => {
    const pages = layOutPicture(height, (nodes) => [nodes.heading(2, 'Head'), figureOf(nodes)]);
    expect(pages.map((page) => hasWords(page, 'Head'))).toEqual(pages.map(hasPicture));
    return pages.some((page) => hasPicture(page) && !hasWords(page, 'after'));
  });
  expect(parted.length).toBeGreaterThan(0);
});
