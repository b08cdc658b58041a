import type { Colour } from '../../base/colour.js';
import { luminanceOf } from '../../base/grey.js';
import type { Problem, Staged } from '../../base/problem.js';
import type { Points } from '../../base/units.js';
import type { Figure } from '../../document/node.js';
import { groundsUnder, PAPER } from './ground.js';
import { commonPart, type Cover, type ItemOf, type Painted, type PaintedPage } from './painted-page.js';
import { nodeOf, onePerPlace, type Printed } from './printed.js';

/**
 * The least side of a module, a rule of ours. The makers of the code recommend four dots of the printer or more, which are 0.34 mm at 300 dots
 * to the inch; what is above that is for worn printers and for phones that are held a hand away.
 * @see DENSO WAVE, Point for setting the module size
 */
export const LEAST_MODULE_MM = 0.4;
/**
 * The least difference of reflectance between light and dark, from 0 to 1: the symbol contrast of ISO/IEC 15415, here of the colours as they
 * are written. The standard only grades; the limit is ours, and leaves room for a faint print.
 */
const LEAST_CONTRAST = 0.55;

/** How much the light of the ground may differ, by a rule of ours: the edge of a tint is no bar to a reader, that of a dark box is. */
const MOST_UNEVEN = 0.2;

const MM_PER_POINT = 25.4 / 72;

/**
 * Measures the QR codes of a handout.
 * @returns the side of the smallest module in millimetres, or undefined without a code; reports `page/qr-size`, and `page/qr-ground` for a code
 *   that isn't dark on light, or whose quiet zone of four modules something else reaches into
 * @see ISO/IEC 18004, which asks for the quiet zone
 */
export function judgeQrCodes(printed: Printed): Staged<number | undefined> {
  let least: number | undefined;
  const problems = printed.pages.flatMap((page) =>
    page.covers.flatMap((cover) => {
      const code = codeOf(cover, printed);
      if (code === undefined) return [];
      const moduleMm = (Math.min(code.box.width, code.box.height) / code.item.image.width) * MM_PER_POINT;
      least = Math.min(moduleMm, least ?? moduleMm);
      return problemsOf(code, { page, moduleMm });
    }),
  );
  return { value: least, problems: onePerPlace(problems) };
}

type Code = Painted<ItemOf<'vector'>> & Readonly<{ figure: Figure }>;

function codeOf({ item, ...painted }: Cover, printed: Printed): Code | undefined {
  if (item.kind !== 'vector') return undefined;
  const node = nodeOf(item.meaning, printed)?.node;
  return node?.kind === 'figure' && node.source.startsWith('qr:')
    ? { ...painted, item, figure: node }
    : undefined;
}

function problemsOf(
  code: Code,
  { page, moduleMm }: Readonly<{ page: PaintedPage; moduleMm: number }>,
): readonly Problem[] {
  const place = code.figure.at && { at: code.figure.at };
  const problems: Problem[] = [];
  if (moduleMm < LEAST_MODULE_MM) {
    const needed = (LEAST_MODULE_MM / moduleMm) * code.box.width * MM_PER_POINT;
    problems.push({
      code: 'page/qr-size',
      severity: 'warning',
      message: `The squares of the QR code are ${moduleMm.toFixed(2)} mm wide; a phone needs ${LEAST_MODULE_MM} mm to read them from paper.`,
      ...place,
      hint: `Show it ${Math.ceil(needed)} mm wide, or shorten its address.`,
    });
  }
  const fault = groundFault(code, page);
  if (fault !== undefined) {
    const hint = 'Put it on plain paper or a pale tint, with nothing else near it.';
    problems.push({ code: 'page/qr-ground', severity: 'error', message: fault, ...place, hint });
  }
  return problems;
}

function groundFault(code: Code, { covers }: PaintedPage): string | undefined {
  const grounds = groundsUnder(code.box, { covers, before: code.turn }).map(({ colour }) => colour);
  const lights = grounds.toSorted((one, other) => luminanceOf(one) - luminanceOf(other));
  const [ground = PAPER] = lights;
  const lightest = lights.at(-1) ?? ground;
  const isUneven = luminanceOf(lightest) - luminanceOf(ground) > MOST_UNEVEN;
  if (isUneven || covers.some((cover) => cover.turn > code.turn && reaches(cover, code))) {
    return 'Something reaches into the blank margin of the QR code, which readers need to find it.';
  }
  const contrast = luminanceOf(ground) - luminanceOf(darkOf(code));
  return contrast < LEAST_CONTRAST
    ? `The QR code in ${darkOf(code)} on ${ground} isn't dark enough on light for readers.`
    : undefined;
}

function darkOf({ item }: Code): Colour {
  return item.image.paths.find(({ fill }) => fill !== undefined)?.fill?.colour ?? PAPER;
}

const TOLERANCE: Points = 0.1;

function reaches(cover: Cover, { box }: Code): boolean {
  const { width, height } = commonPart(cover.box, box);
  return width > TOLERANCE && height > TOLERANCE;
}
