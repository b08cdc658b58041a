import { itemsOf } from '../../src/layout/page.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { paperNames, paperSizes, type PaperName } from '../../src/base/paper.js';
import type { Block } from '../../src/document/node.js';
import { documentLines, layOutTwice } from './lines-of.js';
import { arbitraryBlocks, type Recipe } from './arbitrary-blocks.js';
import { contentLines, createNodes, layOutSquares } from './sample.js';

const papers = fc.constantFrom<PaperName>(...paperNames);
/** Few enough for every day; raise it to a thousand after a change to page breaking. */
const runCount = Number(process.env['PROPERTY_RUNS'] ?? 25);

const directions = fc.constantFrom('ltr' as const, 'rtl' as const);

function make(recipes: readonly Recipe[]): readonly Block[] {
  const nodes = createNodes();
  return recipes.map((recipe) => recipe(nodes));
}

function check(property: (blocks: readonly Block[], paper: PaperName, dir: 'ltr' | 'rtl') => void): void {
  fc.assert(
    fc.property(arbitraryBlocks, papers, directions, (recipes, paper, dir) =>
      property(make(recipes), paper, dir),
    ),
    { numRuns: runCount },
  );
}

test('every word of the document is placed exactly once', () => {
  check((blocks, paper, dir) => {
    const { laidOut } = layOutSquares(blocks, { paper, document: { dir } });
    const placed = laidOut.pages.flatMap((page) => contentLines(itemsOf(page))).filter(isText);
    const words = placed
      .map(({ line }) => line.text.slice(line.start, line.end).replaceAll(' ', ''))
      .join('');
    expect([...words].sort().join('')).toBe(documentLines(blocks));
  });
});

test('no line leaves the margins, and no two lines meet', () => {
  check((blocks, paper, dir) => {
    const { laidOut, theme, problems } = layOutSquares(blocks, { paper, document: { dir } });
    if (problems.some((problem) => problem.code === 'layout/overflow')) return;
    const { insets } = theme.page;
    const { width, height } = paperSizes[paper];
    for (const page of laidOut.pages) {
      const boxes = contentLines(itemsOf(page)).map(({ x, baseline, line }) => {
        const size = line.runs[0]!.style.size;
        return { left: x, right: x + line.width, top: baseline - 0.8 * size, bottom: baseline + 0.2 * size };
      });
      const outside = boxes.filter(
        (box) =>
          box.left < insets.start - slack ||
          box.right > width - insets.end + slack ||
          box.top < insets.top - slack ||
          box.bottom > height - insets.bottom + slack,
      );
      expect(outside).toEqual([]);
      const meeting = boxes.filter((box, index) => boxes.slice(index + 1).some((other) => meet(box, other)));
      expect(meeting).toEqual([]);
    }
  });
});

test('the items of a page are in reading order', () => {
  check((blocks, paper, dir) => {
    const { laidOut } = layOutSquares(blocks, { paper, document: { dir } });
    for (const page of laidOut.pages) {
      const ids = contentLines(itemsOf(page)).map(({ meaning }) =>
        meaning.kind === 'node' ? meaning.node : 0,
      );
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    }
  });
});

test('no page ends after the first line of a paragraph nor begins with its last', () => {
  check((blocks, paper, dir) => {
    const { laidOut } = layOutSquares(blocks, { paper, document: { dir } });
    const pieces = laidOut.pages.map((page) => {
      const counts = new Map<number, number>();
      for (const { meaning } of contentLines(itemsOf(page)).filter(isText)) {
        if (meaning.kind === 'node') counts.set(meaning.node, (counts.get(meaning.node) ?? 0) + 1);
      }
      return counts;
    });
    pieces.forEach((counts, page) => {
      for (const [node, count] of counts) {
        const isDivided = pieces.some((other, index) => index !== page && other.has(node));
        if (isDivided) expect(count).toBeGreaterThanOrEqual(2);
      }
    });
  });
});

test('a right-to-left page is the mirror of the left-to-right one', () => {
  fc.assert(
    fc.property(arbitraryBlocks, papers, (recipes, paper) => {
      const { ltr, rtl } = layOutTwice(() => make(recipes), paper);
      const { width } = paperSizes[paper];
      expect(rtl.pages.length).toBe(ltr.pages.length);
      ltr.pages.forEach((page, pageIndex) => {
        itemsOf(page).forEach((item, index) => {
          const mirrored = itemsOf(rtl.pages[pageIndex]!)[index]!;
          if (item.kind === 'line' && mirrored.kind === 'line') {
            expect(mirrored.x).toBeCloseTo(width - item.x - item.line.width, 3);
            expect(mirrored.baseline).toBeCloseTo(item.baseline, 3);
          }
          if (item.kind === 'shape' && mirrored.kind === 'shape') {
            expect(mirrored.shape.box.x).toBeCloseTo(width - item.shape.box.x - item.shape.box.width, 3);
          }
        });
      });
    }),
    { numRuns: runCount },
  );
});

function isText({ meaning }: { meaning: { kind: string; part?: string } }): boolean {
  return meaning.part !== 'label';
}

const slack = 0.01;

type Edges = Readonly<{ left: number; right: number; top: number; bottom: number }>;

function meet(a: Edges, b: Edges): boolean {
  const apart =
    a.right <= b.left + slack ||
    b.right <= a.left + slack ||
    a.bottom <= b.top + slack ||
    b.bottom <= a.top + slack;
  return !apart;
}
