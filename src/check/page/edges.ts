import type { Rectangle } from '../../base/geometry.js';
import type { Problem } from '../../base/problem.js';
import type { Points } from '../../base/units.js';
import { withDescenders, type Painted, type PaintedPage } from './painted-page.js';
import { isPicture } from './painted-page.js';
import { nameOf, nodeOf, onePerPlace, placeOf, type Printed } from './printed.js';

/**
 * What office printers leave blank along every edge of the paper: a sixth of an inch, 4.2 mm. No standard says so, and printers differ: this is
 * what drivers of laser printers commonly have as their imageable area, and makers guarantee all but 4 mm; some leave more.
 */
export const UNPRINTABLE_MARGIN: Points = 12;

/**
 * Reports `page/off-page` for words and pictures that stick out of their page, and `page/unprintable-margin` for those nearer to the
 * edge of the paper than printers print. Tints and bands may run off the page. The fold of a booklet is no edge of its paper.
 */
export function judgeEdges(printed: Printed): readonly Problem[] {
  const isBooklet = printed.laidOut.pages.some(({ blocks }) => blocks.some(({ leaf }) => leaf !== undefined));
  const problems = printed.pages.flatMap((page) => {
    const shown: readonly Shown[] = [
      ...page.texts.map((text) => ({ of: text, box: withDescenders(text) })),
      ...page.covers.filter(isPicture).map((picture) => ({ of: picture, box: picture.box })),
    ];
    return shown.flatMap((each) => problemsOf(each, sheetAround(each, page, isBooklet), printed));
  });
  return onePerPlace(problems);
}

type Shown = Readonly<{ of: Painted; box: Rectangle }>;

/** The page that something belongs to, and how far it must stay from each side. */
type Sheet = Readonly<{ left: Points; right: Points; height: Points; fold: 'left' | 'right' | undefined }>;

function sheetAround({ box }: Shown, { size }: PaintedPage, isBooklet: boolean): Sheet {
  if (!isBooklet) return { left: 0, right: size.width, height: size.height, fold: undefined };
  const half = size.width / 2;
  const isLeft = box.x + box.width / 2 < half;
  return {
    left: isLeft ? 0 : half,
    right: isLeft ? half : size.width,
    height: size.height,
    fold: isLeft ? 'right' : 'left',
  };
}

/** Sums of many lengths differ in their last bits; less than this nobody sees. */
const tolerance: Points = 0.1;

function problemsOf({ of, box }: Shown, sheet: Sheet, printed: Printed): readonly Problem[] {
  const gaps = [
    { side: 'left', gap: box.x - sheet.left },
    { side: 'right', gap: sheet.right - box.x - box.width },
    { side: 'top', gap: box.y },
    { side: 'bottom', gap: sheet.height - box.y - box.height },
  ] as const;
  const off = gaps.find(({ gap }) => gap < -tolerance);
  const name = subjectOf(of, printed);
  const place = placeOf(of.item.meaning, printed);
  if (off) {
    return [
      {
        code: 'page/off-page',
        severity: 'error',
        message: `${name} sticks out of the page by ${(-off.gap).toFixed(1)} pt at the ${off.side}.`,
        ...place,
        hint: 'Make it smaller or shorter; what is outside the page is cut off.',
      },
    ];
  }
  const near = gaps.find(({ side, gap }) => side !== sheet.fold && gap < UNPRINTABLE_MARGIN - tolerance);
  if (!near) return [];
  return [
    {
      code: 'page/unprintable-margin',
      severity: 'warning',
      message:
        `${name} is ${near.gap.toFixed(1)} pt from the ${near.side} edge of the paper; ` +
        `most printers leave ${UNPRINTABLE_MARGIN} pt (4.2 mm) blank.`,
      ...place,
      hint: 'Make it smaller or shorter, so that it stays within the margins.',
    },
  ];
}

function subjectOf({ item }: Painted, printed: Printed): string {
  if (item.kind === 'line') return nameOf(item.meaning, printed);
  const node = nodeOf(item.meaning, printed)?.node;
  return node?.kind === 'figure' ? `The picture “${node.source}”` : 'An icon or a mark';
}
