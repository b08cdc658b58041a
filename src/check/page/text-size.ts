import type { Problem, Staged } from '../../base/problem.js';
import type { Points } from '../../base/units.js';
import type { ParagraphRole } from '../../document/node.js';
import type { Meaning } from '../../layout/page.js';
import type { PaintedText } from './painted-page.js';
import { nameOf, nodeOf, onePerPlace, placeOf, type Printed } from './printed.js';

/** What a text is for, as far as its size goes. */
type Use = 'body' | 'small' | 'label';

/**
 * The smallest sizes, in points. Only those of `body` are a standard's: clear print asks for 12 points or more (RNIB and UKAAF), and large print
 * begins at 18 (APH; UKAAF asks for 16 and would have 18). The others are ours. Notes, captions, addresses and running lines may be smaller,
 * since they are looked up and not read through, though UKAAF would rather have them as large as the rest; labels in large print may be as
 * small as body text usually is, since a drawing can't grow as words do.
 * @see RNIB, Clear Print; UKAAF, Creating clear print and large print documents; APH Guidelines for Print Document Design; Simplification
 *   Centre, Technical paper 10, on why exceptions help
 */
const smallest: Readonly<Record<'usual' | 'large', Readonly<Record<Use, Points>>>> = {
  usual: { body: 12, small: 9, label: 9 },
  large: { body: 18, small: 14, label: 12 },
};

/**
 * Measures the text of a handout.
 * @returns the size of the smallest text, in points, or undefined without any; reports `page/small-text`
 */
export function judgeTextSize(printed: Printed): Staged<Points | undefined> {
  const limits = smallest[printed.isLargePrint ? 'large' : 'usual'];
  let least: Points | undefined;
  const problems = printed.pages.flatMap(({ texts }) =>
    texts.flatMap((text) => {
      const size = smallestOf(text);
      least = Math.min(size, least ?? size);
      const limit = limits[useOf(text.item.meaning, printed)];
      return size < limit - tolerance ? [problemOf(text, { size, limit }, printed)] : [];
    }),
  );
  return { value: least, problems: onePerPlace(problems) };
}

/** Sizes are products of a brand's and of factors. */
const tolerance: Points = 0.01;

function smallestOf({ item }: PaintedText): Points {
  return item.line.runs.reduce((least, { style }) => Math.min(least, style.size), Infinity);
}

const smallRoles: ReadonlySet<ParagraphRole> = new Set(['kicker', 'note', 'draft-notice', 'contact']);

function useOf(meaning: Meaning, printed: Printed): Use {
  if (meaning.kind === 'artifact') return meaning.type === 'layout' ? 'body' : 'small';
  const node = nodeOf(meaning, printed)?.node;
  switch (node?.kind) {
    case 'paragraph':
      return smallRoles.has(node.role) ? 'small' : 'body';
    case 'figure-label':
      return 'label';
    case 'figure':
    case 'table':
      return 'small';
    default:
      return 'body';
  }
}

function problemOf(
  { item: { meaning } }: PaintedText,
  { size, limit }: Readonly<{ size: Points; limit: Points }>,
  printed: Printed,
): Problem {
  const edition = printed.isLargePrint ? ' in large print' : '';
  return {
    code: 'page/small-text',
    severity: 'error',
    message: `${nameOf(meaning, printed)} is set in ${formatSize(size)} pt; it needs ${limit} pt or more${edition}.`,
    ...placeOf(meaning, printed),
    hint: 'Set it larger: the sizes stand in "typeScale" of the brand.',
  };
}

/** Writes a size with one digit after the point where it has one. */
function formatSize(size: Points): string {
  return String(Math.floor(size * 10) / 10);
}
