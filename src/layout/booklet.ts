import type { Size } from '../base/geometry.js';
import type { LaidOutDocument, Page } from './page.js';

/** The size of a booklet's page: half a sheet that lies on its side. */
export function bookletPageSize(sheet: Size): Size {
  return { width: sheet.height / 2, height: sheet.width };
}

/**
 * Puts pages on sheets, two on each side, so that the sheets, printed on both sides along their short edge and folded
 * once together, make a booklet. Blank pages fill the last sheet. A booklet read from right to left is bound at its
 * right side.
 * @param laidOut pages of the size that `bookletPageSize` gives
 * @returns the sides in the order of printing; reading order stays that of the pages
 */
export function imposeBooklet(laidOut: LaidOutDocument): LaidOutDocument {
  const { document, pages } = laidOut;
  const count = Math.ceil(pages.length / 4) * 4;
  const sides = Array.from({ length: count / 2 }, (_, side) => {
    const outer = count - 1 - side;
    const isFront = side % 2 === 0;
    return isFront === (document.dir === 'ltr') ? [outer, side] : [side, outer];
  });
  const headings = new Map(
    [...laidOut.headings].map(([node, { page, y }]) => {
      return [node, { page: sides.findIndex((side) => side.includes(page)), y }];
    }),
  );
  return { document, pages: sides.map((side) => sideOf(side, pages)), headings };
}

function sideOf(leaves: readonly number[], pages: readonly Page[]): Page {
  const { width, height } = pages[0]!.size;
  const blocks = leaves.flatMap((leaf, half) => {
    return (pages[leaf]?.blocks ?? []).map((placed) => ({ ...placed, x: half * width, leaf }));
  });
  return { size: { width: width * 2, height }, blocks };
}
