import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperSizes } from '../../src/base/paper.js';
import { bookletPageSize, imposeBooklet } from '../../src/layout/booklet.js';
import type { LaidOutDocument } from '../../src/layout/page.js';
import { documentOf } from './sample.js';

const size = { width: 100, height: 150 };

function pagesOf(count: number, dir: 'ltr' | 'rtl' = 'ltr'): LaidOutDocument {
  const block = { items: [], headings: [], isShared: false };
  const pages = Array.from({ length: count }, () => ({ size, blocks: [{ block, y: 0 }] }));
  const headings = new Map([[7, { page: count - 1, y: 12 }]]);
  return { document: documentOf([], { dir }), pages, headings };
}

/** What stands on each side, from left to right, counted from 1; 0 is blank. */
function sidesOf(laidOut: LaidOutDocument): readonly (readonly number[])[] {
  return imposeBooklet(laidOut).pages.map(({ blocks }) => {
    return [0, size.width].map((x) => (blocks.find((place) => place.x === x)?.leaf ?? -1) + 1);
  });
}

describe('a booklet', () => {
  it('has the first page at the right of its outside and the second at the left of its inside', () => {
    expect(sidesOf(pagesOf(4))).toEqual([
      [4, 1],
      [2, 3],
    ]);
  });

  it('is bound at its right side where it is read from right to left', () => {
    expect(sidesOf(pagesOf(4, 'rtl'))).toEqual([
      [1, 4],
      [3, 2],
    ]);
  });

  it('has blank pages at its end and as many sheets as it needs', () => {
    expect(sidesOf(pagesOf(3))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(sidesOf(pagesOf(5))).toEqual([
      [0, 1],
      [2, 0],
      [0, 3],
      [4, 5],
    ]);
  });

  it('has every page once, and the pages of a sheet on its two sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom('ltr', 'rtl'), (count, dir) => {
        const sides = sidesOf(pagesOf(count, dir));
        const shown = sides.flat().filter((page) => page > 0);
        expect(shown.toSorted((one, other) => one - other)).toEqual(
          Array.from({ length: count }, (_, index) => index + 1),
        );
        expect(sides.length % 2).toBe(0);
      }),
    );
  });

  it('finds its headings on the sheets', () => {
    expect(imposeBooklet(pagesOf(3)).headings.get(7)).toEqual({ page: 1, y: 12 });
  });

  it('has pages of half a sheet', () => {
    const { width, height } = bookletPageSize(paperSizes.a4);
    expect([width, height].map(Math.round)).toEqual([421, 595]);
  });
});
