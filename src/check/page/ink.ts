import type { Colour } from '../../base/colour.js';
import { luminanceOf } from '../../base/grey.js';
import { openPicture } from '../../graphics/painted-colour.js';
import type { Problem, Staged } from '../../base/problem.js';
import { groundAt, PAPER } from './ground.js';
import type { Cover, Painted, PaintedPage, PaintedText } from './painted-page.js';
import { placeBeside } from './place-beside.js';
import type { Printed } from './printed.js';

/**
 * The share of a page that may be ink. A rule of ours: makers have long counted a cartridge's pages by pages of about 5 per cent, so this one
 * costs as much as six of them.
 */
export const MOST_INK = 0.3;

/**
 * Measures how much ink pages take: what is painted, by its area and by how much darker it is than what is under it. A tint that
 * lets nine tenths of the light come back has ink on a tenth of its area (Murray and Davies' equation, with paper white and ink black).
 * @returns the share of the page with most, from 0 for blank to 1 for black; reports `page/ink` at what takes most
 */
export function judgeInk(printed: Printed): Staged<number | undefined> {
  const darknessOf = rememberDarkness();
  const inks = printed.pages.map((page) => ({ page, ...inkOf(page, darknessOf) }));
  const problems = inks.flatMap((ink) => (ink.share > MOST_INK ? [problemOf(ink, printed)] : []));
  return { value: inks.length === 0 ? undefined : Math.max(...inks.map(({ share }) => share)), problems };
}

type DarknessOf = (colour: Colour) => number;

function rememberDarkness(): DarknessOf {
  const known = new Map<Colour, number>();
  return (colour) => {
    let darkness = known.get(colour);
    if (darkness === undefined) known.set(colour, (darkness = 1 - luminanceOf(colour)));
    return darkness;
  };
}

/** The share of a page that is ink, and the box or picture that takes most of it. */
type PageInk = Readonly<{ share: number; heaviest: Cover | undefined }>;

function inkOf(page: PaintedPage, darknessOf: DarknessOf): PageInk {
  const { width, height } = page.size;
  let ink = 0;
  let heaviest: Readonly<{ cover: Cover; ink: number }> | undefined;
  for (const cover of page.covers) {
    const own = coverInk(cover, page, darknessOf);
    ink += own;
    if (heaviest === undefined || own > heaviest.ink) heaviest = { cover, ink: own };
  }
  for (const text of page.texts) ink += textInk(text, page, darknessOf);
  return { share: ink / (width * height), heaviest: heaviest?.cover };
}

/** The share of a page that a QR code or an icon takes. To look at each takes long, and the page's ink hardly changes by it. */
const mostOfSmall = 0.02;
/** What a small picture is taken for. A QR code is half ink; of an icon it is too much. */
const halfInk = { share: 0.5, darkness: 1 };

function coverInk(cover: Cover, page: PaintedPage, darknessOf: DarknessOf): number {
  const { item, box } = cover;
  const ground = groundOf(cover, page, darknessOf);
  const area = box.width * box.height;
  if (item.kind !== 'shape') {
    const isSmall = area < mostOfSmall * page.size.width * page.size.height;
    const { share, darkness } = isSmall ? halfInk : openPicture(item.image).ink();
    return area * share * (darkness - ground);
  }
  const { fill, stroke } = item.shape;
  const line = stroke
    ? 2 * (box.width + box.height) * stroke.width * (darknessOf(stroke.colour) - ground)
    : 0;
  return line + (fill ? area * (darknessOf(fill) - ground) : 0);
}

/** How dark the middle of something is before it is painted. */
function groundOf({ box, turn }: Painted, { covers }: PaintedPage, darknessOf: DarknessOf): number {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return darknessOf(groundAt(middle, { covers, before: turn }) ?? PAPER);
}

/** How much of its advance and size the ink of a line takes, by weight, on average over the shipped scripts: our estimate. */
const inked = { 400: 0.15, 700: 0.2 } as const;

function textInk(text: PaintedText, page: PaintedPage, darknessOf: DarknessOf): number {
  const ground = groundOf(text, page, darknessOf);
  return text.item.line.runs.reduce((sum, { style, width }) => {
    const area = width * style.size * inked[style.weight];
    return sum + area * (darknessOf(style.colour) - ground);
  }, 0);
}

function problemOf(
  { share, heaviest, page }: PageInk & Readonly<{ page: PaintedPage }>,
  printed: Printed,
): Problem {
  return {
    code: 'page/ink',
    severity: 'warning',
    message:
      `Ink covers ${(share * 100).toFixed(0)} % of page ${page.number}; a page of usual text has 5 %, and more than ` +
      `${MOST_INK * 100} % empties cartridges.`,
    ...(heaviest && placeBeside(heaviest, page, printed)),
    hint: 'Take paler tints or smaller pictures, or print the variant “greyscale”.',
  };
}
