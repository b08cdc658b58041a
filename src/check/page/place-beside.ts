import type { Problem } from '../../base/problem.js';
import type { Cover, PaintedPage } from './painted-page.js';
import { placeOf, type Printed } from './printed.js';

/** Where a template wrote a picture; for an icon or a mark, which no node shows, the words beside it. */
export function placeBeside(cover: Cover, { texts }: PaintedPage, printed: Printed): Pick<Problem, 'at'> {
  const { meaning } = cover.item;
  if (meaning.kind === 'node') return placeOf(meaning, printed);
  const top = cover.box.y;
  const bottom = top + cover.box.height;
  const beside = texts.find(({ box, leaf, item }) => {
    return leaf === cover.leaf && item.meaning.kind === 'node' && box.y < bottom && box.y + box.height > top;
  });
  return beside === undefined ? {} : placeOf(beside.item.meaning, printed);
}
