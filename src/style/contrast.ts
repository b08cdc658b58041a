import type { Colour } from '../base/colour.js';
import { contrastRatio, formatContrast, neededContrast } from '../base/contrast.js';
import type { Problem } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import type { ColourTokens } from './brand-tokens.js';
import { nearestColour } from './nearest-colour.js';

/**
 * Checks every pair of colours that the theme sets upon each other.
 * @param placeOf finds where a colour is written
 * @returns a `style/low-contrast` problem for each colour that some readers couldn't tell from a ground: the one it stands
 *   out from least. Its hint is the nearest colour that stands out from all its grounds
 * @see WCAG 2.2, success criteria 1.4.3 (text, 4.5 to 1) and 1.4.11 (shapes, 3 to 1)
 */
export function checkContrast(
  colours: ColourTokens,
  placeOf: (token: keyof ColourTokens) => SourceRange | undefined = () => undefined,
): readonly Problem[] {
  const faintest = new Map<Token, Pair>();
  for (const pair of pairs) {
    const before = faintest.get(pair.front);
    const strength = strengthOf(colours[pair.front], pair, colours);
    if (strength >= 1 || (before && strengthOf(colours[before.front], before, colours) <= strength)) continue;
    faintest.set(pair.front, pair);
  }
  return [...faintest.values()].map((pair) => lowContrast(pair, colours, placeOf(pair.front)));
}

function lowContrast(pair: Pair, colours: ColourTokens, at: SourceRange | undefined): Problem {
  const { front, ground, use } = pair;
  const ratio = contrastRatio(colours[front], colours[ground]);
  return {
    code: 'style/low-contrast',
    severity: 'error',
    message:
      `The colour "${front}" (${colours[front]}) on "${ground}" (${colours[ground]}) has a contrast of ` +
      `${formatContrast(ratio)} to 1; ${use === 'text' ? 'text' : 'a shape'} needs ${neededContrast[use]} to 1.`,
    ...(at && { at }),
    hint: hintFor(pair, colours),
  };
}

type Token = keyof ColourTokens;

type Pair = Readonly<{ front: Token; ground: Token; use: 'text' | 'shape' }>;

/** Text and links in a box may have any of the colours that the theme gives to its words. */
const pairs: readonly Pair[] = [
  ...textOn('paper', ['ink', 'quietInk', 'accent', 'accentDark', 'accent2']),
  ...textOn('accentTint', ['ink', 'accentDark']),
  ...textOn('accent2Tint', ['ink', 'quietInk', 'accentDark', 'accent2']),
  ...textOn('callTint', ['ink', 'quietInk', 'accentDark', 'call']),
  ...textOn('urgentTint', ['ink', 'quietInk', 'accentDark', 'urgent']),
  ...textOn('doTint', ['ink', 'quietInk', 'accentDark', 'do']),
  ...textOn('dontTint', ['ink', 'quietInk', 'accentDark', 'dont']),
  ...(['call', 'urgent', 'do', 'dont'] as const).map(
    (front) => ({ front, ground: 'paper', use: 'shape' }) as const,
  ),
];

function textOn(ground: Token, fronts: readonly Token[]): readonly Pair[] {
  return fronts.map((front) => ({ front, ground, use: 'text' }));
}

/** The contrast over what is needed: 1 or more passes. */
function strengthOf(colour: Colour, { ground, use }: Pair, colours: ColourTokens): number {
  return contrastRatio(colour, colours[ground]) / neededContrast[use];
}

/** A colour that passed on this ground alone would only be reported again on the next. */
function hintFor({ front, ground }: Pair, colours: ColourTokens): string {
  const own = pairs.filter((pair) => pair.front === front);
  const passing = nearestColour(colours[front], (candidate) =>
    own.every((pair) => strengthOf(candidate, pair, colours) >= 1),
  );
  return passing
    ? `The nearest colour that passes is ${passing}.`
    : `No shade of "${front}" passes on all the grounds it is set on; change "${ground}".`;
}
