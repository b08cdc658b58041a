import type { Colour } from '../../base/colour.js';
import { contrastRatio, formatContrast, neededContrast } from '../../base/contrast.js';
import { greyOfStep } from '../../base/grey.js';
import type { Problem, Staged } from '../../base/problem.js';
import type { TextLook } from './text-look.js';
import { looksOf } from './text-look.js';
import { groundsUnder, type Ground } from './ground.js';
import type { PaintedPage, PaintedText } from './painted-page.js';
import { nameOf, nodeOf, onePerPlace, placeOf, type Printed } from './printed.js';

/**
 * The least contrast that words may keep where a printer has no colour. No standard asks for one; this rule of ours takes what WCAG asks of
 * large text, since these words are as clear as they must be wherever there is colour.
 */
const neededInGrey = 3;
/** A colour under less of the words than this is a line that crosses them, which they are read through: ours, by eye. */
const leastShare = 0.05;

/**
 * Looks at every text on what is really painted under it: the paper, boxes, drawings and pictures.
 * @returns the lowest contrast, or undefined without any text; reports `page/low-contrast`, and `page/grey-contrast` for words that stand
 *   out by their colour and not by how dark they are
 * @see WCAG 2.2, success criterion 1.4.3
 */
export function judgeContrast(printed: Printed): Staged<number | undefined> {
  const contrastOf = rememberContrasts(contrastRatio);
  const inGrey = rememberContrasts((front, ground) => contrastRatio(printedGrey(front), printedGrey(ground)));
  let lowest: number | undefined;
  const problems = printed.pages.flatMap((page) =>
    page.texts.flatMap((text) =>
      looksOf(text).flatMap((look) => {
        const worst = worstOf(look, groundsOf(text, look, page), contrastOf);
        if (worst === undefined) return [];
        lowest = Math.min(lowest ?? worst.contrast, worst.contrast);
        const found = { look, ...worst };
        if (worst.contrast < neededBy(look)) return [lowContrast(text, found, printed)];
        const grey = inGrey(look.colour, worst.ground.colour);
        return grey < neededInGrey ? [greyContrast(text, { ...found, contrast: grey }, printed)] : [];
      }),
    ),
  );
  return { value: lowest, problems: onePerPlace(problems) };
}

/** The grey that a printer without colour makes of a colour: not the one that is as light to the eye. @see ISO 32000-1, 10.3.2 */
function printedGrey(colour: Colour): Colour {
  const channel = (index: number): number => Number.parseInt(colour.slice(index, index + 2), 16);
  return greyOfStep(Math.round(0.3 * channel(1) + 0.59 * channel(3) + 0.11 * channel(5)));
}

/** The same few pairs of colours come again on every line. */
function rememberContrasts(
  measure: (front: Colour, ground: Colour) => number,
): (front: Colour, ground: Colour) => number {
  const known = new Map<string, number>();
  return (front, ground) => {
    const key = front + ground;
    let contrast = known.get(key);
    if (contrast === undefined) known.set(key, (contrast = measure(front, ground)));
    return contrast;
  };
}

function groundsOf({ turn }: PaintedText, { box }: TextLook, { covers }: PaintedPage): readonly Ground[] {
  const grounds = groundsUnder(box, { covers, before: turn });
  return grounds.filter(({ share }) => share >= leastShare);
}

type Worst = Readonly<{ ground: Ground; contrast: number }>;

function worstOf(
  { colour }: TextLook,
  grounds: readonly Ground[],
  contrastOf: (front: Colour, ground: Colour) => number,
): Worst | undefined {
  let worst: Worst | undefined;
  for (const ground of grounds) {
    const contrast = contrastOf(colour, ground.colour);
    if (worst === undefined || contrast < worst.contrast) worst = { ground, contrast };
  }
  return worst;
}

function neededBy({ isLarge }: TextLook): number {
  return isLarge ? neededContrast.large : neededContrast.text;
}

type Found = Worst & Readonly<{ look: TextLook }>;

function lowContrast({ item: { meaning } }: PaintedText, found: Found, printed: Printed): Problem {
  const { look, ground, contrast } = found;
  return {
    code: 'page/low-contrast',
    severity: 'error',
    message:
      `${nameOf(meaning, printed)} in ${look.colour} on ${groundName(ground, printed)} in ${ground.colour} has a contrast of ` +
      `${formatContrast(contrast)} to 1; it needs ${neededBy(look)} to 1.`,
    ...placeOf(meaning, printed),
    hint: 'Take a darker colour for the words or a paler one for what is under them.',
  };
}

function greyContrast({ item: { meaning } }: PaintedText, found: Found, printed: Printed): Problem {
  const { look, ground, contrast } = found;
  return {
    code: 'page/grey-contrast',
    severity: 'warning',
    message:
      `${nameOf(meaning, printed)} in ${look.colour} on ${groundName(ground, printed)} in ${ground.colour} has a contrast of only ` +
      `${formatContrast(contrast)} to 1 when printed without colour.`,
    ...placeOf(meaning, printed),
    hint: 'Make one of the two colours darker or paler, not only another hue.',
  };
}

function groundName({ cover }: Ground, printed: Printed): string {
  if (cover === undefined) return 'paper';
  if (cover.item.kind === 'shape') return 'a box';
  const node = nodeOf(cover.item.meaning, printed)?.node;
  return node?.kind === 'figure' ? `the picture “${node.source}”` : 'an icon or a mark';
}
