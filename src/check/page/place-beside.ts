import type { Problem } from '../../base/problem.js';
import type { Points } from '../../base/units.js';
import type { Cover, PaintedPage, PaintedText } from './painted-page.js';
import { placeOf, type Printed } from './printed.js';

/**
 * Where a template wrote a picture. For an icon or a mark, which no node shows, it is where the nearest words beside it were written: the
 * words of its own list item or card and not of the one next to it.
 */
export function placeBeside(cover: Cover, { texts }: PaintedPage, printed: Printed): Pick<Problem, 'at'> {
  const { meaning } = cover.item;
  if (meaning.kind === 'node') return placeOf(meaning, printed);
  let nearest: Readonly<{ text: PaintedText; gap: Points }> | undefined;
  for (const text of texts) {
    if (text.leaf !== cover.leaf || text.item.meaning.kind !== 'node' || !isBeside(text, cover)) continue;
    const gap = gapAcross(text, cover);
    if (nearest === undefined || gap < nearest.gap) nearest = { text, gap };
  }
  return nearest === undefined ? {} : placeOf(nearest.text.item.meaning, printed);
}

function isBeside({ box }: PaintedText, { box: other }: Cover): boolean {
  return box.y < other.y + other.height && box.y + box.height > other.y;
}

/** How far two boxes are from each other along the line; 0 where one is above the other. */
function gapAcross({ box }: PaintedText, { box: other }: Cover): Points {
  return Math.max(0, other.x - box.x - box.width, box.x - other.x - other.width);
}
