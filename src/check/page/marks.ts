import type { Colour } from '../../base/colour.js';
import { contrastRatio, formatContrast, neededContrast } from '../../base/contrast.js';
import type { Problem } from '../../base/problem.js';
import { groundAt } from './ground.js';
import { placeBeside } from './place-beside.js';
import type { Cover, ItemOf, Painted, PaintedPage } from './painted-page.js';
import { nodeOf, onePerPlace, type Printed } from './printed.js';

/**
 * Reports `page/faint-mark` for what tells something without words and is too faint: check marks and crosses, icons, and the lines that
 * someone writes on. Of a drawing in several colours the one that stands out most counts. Rules and edges of boxes only part what words
 * tell apart, so they may be faint.
 * @see WCAG 2.2, success criterion 1.4.11
 */
export function judgeMarks(printed: Printed): readonly Problem[] {
  const problems = printed.pages.flatMap((page) =>
    page.covers.flatMap((cover) => {
      const colours = coloursOf(cover, page, printed);
      if (colours.length === 0) return [];
      const { x, y, width, height } = cover.box;
      const middle = { x: x + width / 2, y: y + height / 2 };
      const ground = groundAt(middle, { covers: page.covers, before: cover.turn });
      if (ground === undefined) return [];
      const contrast = Math.max(...colours.map((colour) => contrastRatio(colour, ground)));
      return contrast < neededContrast.shape ? [problemOf(cover, { page, contrast, ground }, printed)] : [];
    }),
  );
  return onePerPlace(problems);
}

function coloursOf(cover: Cover, page: PaintedPage, printed: Printed): readonly Colour[] {
  const { item } = cover;
  if (item.meaning.kind === 'node' || item.kind === 'raster') return [];
  if (item.kind === 'vector') return paintsOf(item);
  const { fill } = item.shape;
  return fill !== undefined && isWriteOnLine(cover, page, printed) ? [fill] : [];
}

function paintsOf({ image }: ItemOf<'vector'>): readonly Colour[] {
  const paints = image.paths.flatMap(({ fill, stroke }) => [fill?.colour, stroke?.colour]);
  return [...new Set(paints)].filter((colour) => colour !== undefined);
}

/** Such a line is painted right after the words before it. */
function isWriteOnLine({ turn }: Painted, { texts }: PaintedPage, printed: Printed): boolean {
  const words = texts.find((text) => text.turn === turn - 1);
  const node = words && nodeOf(words.item.meaning, printed)?.node;
  return node?.kind === 'paragraph' && node.role === 'write-on';
}

function problemOf(
  cover: Cover,
  { page, contrast, ground }: Readonly<{ page: PaintedPage; contrast: number; ground: Colour }>,
  printed: Printed,
): Problem {
  const name = cover.item.kind === 'shape' ? 'A line to write on' : 'A mark or an icon';
  return {
    code: 'page/faint-mark',
    severity: 'warning',
    message:
      `${name} has a contrast of ${formatContrast(contrast)} to 1 on ${ground}; ` +
      `what tells something needs ${neededContrast.shape} to 1.`,
    ...placeBeside(cover, page, printed),
    hint: 'Give it a darker colour, or a paler ground.',
  };
}
