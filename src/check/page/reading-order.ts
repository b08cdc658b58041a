import type { Direction } from '../../base/direction.js';
import type { Problem } from '../../base/problem.js';
import type { Points } from '../../base/units.js';
import { commonPart, isPicture, type Painted, type PaintedPage } from './painted-page.js';
import { nodeOf, onePerPlace, placeOf, type NodePlace, type Printed } from './printed.js';

/**
 * Reports `page/reading-order` where what is read next stands before what was read last, as the eye goes: down a column, then on to the
 * column beside it at the end side. So columns, cards, tables and two languages beside each other are in order, read one after another. The
 * labels of a drawing stand where it has room for them, in no order.
 * @see WCAG 2.2, success criterion 1.3.2; ISO 14289-1 (PDF/UA-1), 7.2
 */
export function judgeReadingOrder(printed: Printed): readonly Problem[] {
  const problems = printed.pages.flatMap((page) => {
    const shown = inReadingOrder(page, printed);
    return shown.slice(1).flatMap((next, index) => {
      const last = shown[index]!;
      return last.leaf === next.leaf && standsBefore(next, last, directionAround(next, last, printed))
        ? [problemOf(next, last, printed)]
        : [];
    });
  });
  return onePerPlace(problems);
}

type Shown = Painted & Readonly<{ place: NodePlace }>;

function inReadingOrder({ texts, covers }: PaintedPage, printed: Printed): readonly Shown[] {
  return [...texts, ...covers.filter(isPicture)]
    .flatMap((painted): readonly Shown[] => {
      const place = nodeOf(painted.item.meaning, printed);
      if (place === undefined || place.node.kind === 'figure-label') return [];
      return [{ ...painted, place }];
    })
    .sort(
      (one, other) => one.leaf - other.leaf || one.place.order - other.place.order || one.turn - other.turn,
    );
}

/** The direction in what holds both: a column in another language runs its own way inside, and stands where the page's puts it. */
function directionAround({ place }: Shown, { place: other }: Shown, { laidOut }: Printed): Direction {
  const around = new Set(chainOf(other));
  const holders = chainOf(place).filter((each) => around.has(each));
  return (
    holders.find(({ node }) => 'dir' in node && node.dir !== undefined)?.node.dir ?? laidOut.document.dir
  );
}

/** A node and what holds it, from the inside out. */
function chainOf(place: NodePlace): readonly NodePlace[] {
  return place.parent === undefined ? [place] : [place, ...chainOf(place.parent)];
}

/** Lines that meet by less are one below the other: ours. */
const TOLERANCE: Points = 1;

/** Whether something comes before what was read last: above it and not in a later column, or beside it at the start side. */
function standsBefore(next: Painted, last: Painted, dir: Direction): boolean {
  const isAfter = isAtEndSide(next, last, dir);
  if (next.box.y + next.box.height <= last.box.y + TOLERANCE) return !isAfter;
  const isBeside =
    commonPart({ ...next.box, x: 0, width: 1 }, { ...last.box, x: 0, width: 1 }).height > TOLERANCE;
  return isBeside && isAtEndSide(last, next, dir);
}

/** Whether all of something is further towards the end of lines than something else. */
function isAtEndSide({ box }: Painted, { box: other }: Painted, dir: Direction): boolean {
  return dir === 'ltr'
    ? box.x >= other.x + other.width - TOLERANCE
    : box.x + box.width <= other.x + TOLERANCE;
}

function problemOf(next: Painted, last: Painted, printed: Printed): Problem {
  const before = placeOf(last.item.meaning, printed).at;
  const where = before ? ` (line ${before.line} of the template)` : '';
  return {
    code: 'page/reading-order',
    severity: 'error',
    message: `This is read after what stands below or after it on the page${where}: the order of reading crosses the order on the page.`,
    ...placeOf(next.item.meaning, printed),
    hint: 'Put both in the order in which they are to be read.',
  };
}
