import type { Problem } from '../../base/problem.js';
import type { Points } from '../../base/units.js';
import { groundsUnder } from './ground.js';
import {
  commonPart,
  isPicture,
  type Cover,
  type Painted,
  type PaintedPage,
  type PaintedText,
} from './painted-page.js';
import { placeBeside } from './place-beside.js';
import { nameOf, nodeOf, onePerPlace, placeOf, type Printed } from './printed.js';

/**
 * Reports `page/overlap` for words that stand on other words, on a picture whose labels they aren't, or across the edge of a box, and for
 * words that something is painted over. Labels on labels are the layout's to report, and so are words wider than their column.
 */
export function judgeOverlaps(printed: Printed): readonly Problem[] {
  const problems = printed.pages.flatMap((page) => [
    ...wordsOnWords(page, printed),
    ...picturesOnPictures(page, printed),
    ...page.texts.flatMap((text) => wordsOnOthers(text, page, printed)),
  ]);
  return onePerPlace(problems);
}

/** What two boxes may have in common before anyone sees it: ours, by eye, as are the two below. */
const TOLERANCE: Points = 1;

function wordsOnWords({ texts }: PaintedPage, printed: Printed): readonly Problem[] {
  const down = texts.toSorted((one, other) => one.box.y - other.box.y);
  return down.flatMap((text, index) => {
    const problems: Problem[] = [];
    for (let next = index + 1; next < down.length; next++) {
      const other = down[next]!;
      if (other.box.y >= text.box.y + text.box.height) break;
      if (!overlap(text, other) || areLabels(text, other, printed)) continue;
      const [under, over] = text.turn < other.turn ? [text, other] : [other, text];
      problems.push(
        problemOf(over, `stands on other words: ${lowerFirst(nameOf(under.item.meaning, printed))}`, printed),
      );
    }
    return problems;
  });
}

function overlap({ box }: Painted, other: Pick<Painted, 'box'>): boolean {
  const { width, height } = commonPart(box, other.box);
  return width > TOLERANCE && height > TOLERANCE;
}

function areLabels(one: PaintedText, other: PaintedText, printed: Printed): boolean {
  return [one, other].every(({ item }) => nodeOf(item.meaning, printed)?.node.kind === 'figure-label');
}

function picturesOnPictures(page: PaintedPage, printed: Printed): readonly Problem[] {
  const pictures = page.covers.filter(isPicture);
  return pictures.flatMap((picture, index) => {
    const under = pictures.slice(0, index).find((other) => overlap(picture, other));
    if (!under) return [];
    const name = upperFirst(coverName(picture));
    return [overlapProblem(name, `stands on ${coverName(under)}`, placeBeside(picture, page, printed))];
  });
}

function wordsOnOthers(text: PaintedText, page: PaintedPage, printed: Printed): readonly Problem[] {
  const near = page.covers.filter((cover) => crosses(text, cover));
  if (near.length === 0) return [];
  const later = near.find(({ turn }) => turn > text.turn);
  if (later) return [problemOf(text, `is covered by ${coverName(later)}`, printed)];
  const picture = near.find((cover) => isPicture(cover) && !isLabelOf(text, cover, printed));
  if (picture) return [problemOf(text, `stands on ${coverName(picture)}`, printed)];
  const shapes = near.filter((cover) => !isPicture(cover));
  if (shapes.some(isThin)) return [problemOf(text, 'is crossed by a line', printed)];
  const grounds = groundsUnder(text.box, { covers: shapes, before: text.turn }).filter(
    ({ share }) => share > leastShare,
  );
  return grounds.length > 1 ? [problemOf(text, 'stands across the edge of a box', printed)] : [];
}

/** Rounded corners and the last bits of sums take less of a line than this. */
const leastShare = 0.02;
/** A shape no thicker than this is a line. */
const lineThickness: Points = 3;

function isThin({ box }: Cover): boolean {
  return Math.min(box.width, box.height) <= lineThickness;
}

function crosses(text: PaintedText, cover: Cover): boolean {
  const { width, height } = commonPart(text.box, cover.box);
  const least = isThin(cover) ? Math.min(cover.box.width, cover.box.height) / 2 : TOLERANCE;
  return width > Math.min(least, TOLERANCE) && height > Math.min(least, TOLERANCE);
}

function isLabelOf({ item }: PaintedText, cover: Cover, printed: Printed): boolean {
  const place = nodeOf(item.meaning, printed);
  const { meaning } = cover.item;
  return (
    place?.node.kind === 'figure-label' && meaning.kind === 'node' && place.parent?.node.id === meaning.node
  );
}

function coverName({ item }: Cover): string {
  if (item.kind === 'shape') return 'a box';
  return item.meaning.kind === 'node' ? 'a picture' : 'an icon or a mark';
}

function problemOf({ item: { meaning } }: PaintedText, what: string, printed: Printed): Problem {
  return overlapProblem(nameOf(meaning, printed), what, placeOf(meaning, printed));
}

function overlapProblem(name: string, what: string, place: Pick<Problem, 'at'>): Problem {
  return {
    code: 'page/overlap',
    severity: 'error',
    message: `${name} ${what}.`,
    ...place,
    hint: 'Give it more room: shorten it, or move what it meets.',
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
