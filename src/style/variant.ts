import type { Colour } from '../base/colour.js';
import type { Points } from '../base/units.js';
import { greyOf, greyOfStep } from '../base/grey.js';
import type { VariantName } from '../base/variant.js';
import type { BrandTokens, ColourTokens, TypeScale } from './brand-tokens.js';

/** The smallest body text of large print, in points. */
export const LARGE_BODY: Points = 18;
/** The smallest text of any kind in large print. */
const LARGE_SMALL: Points = 14;

/**
 * Changes a brand's tokens for a variant; layout and templates stay as they are, so that text is set anew and never
 * scaled.
 * @see the Clear Print and Large Print guidelines of the UK Association for Accessible Formats
 */
export function tokensFor<Tokens extends BrandTokens>(
  tokens: Tokens,
  variants: readonly VariantName[],
): Tokens {
  return {
    ...tokens,
    colours: variants.includes('greyscale') ? greyColours(tokens.colours) : tokens.colours,
    typeScale: variants.includes('large-print') ? largeType(tokens.typeScale) : tokens.typeScale,
  };
}

/** Headings grow less than body text: they stand out by weight and colour already. */
function largeType({ body, lead, h1, h2, h3, small }: TypeScale): TypeScale {
  const factor = Math.max(1, LARGE_BODY / body);
  const headingFactor = (1 + factor) / 2;
  const large = body * factor;
  return {
    body: large,
    lead: Math.max(lead * headingFactor, large),
    h1: h1 * headingFactor,
    h2: Math.max(h2 * headingFactor, large + 2),
    h3: Math.max(h3 * headingFactor, large + 1),
    small: Math.max(small * factor, LARGE_SMALL),
  };
}

function greyColours(colours: ColourTokens): ColourTokens {
  const greys = Object.entries(colours).map(([token, colour]) => {
    const grey = greyOf(colour);
    return [token, token.endsWith('Tint') ? lighter(grey) : grey];
  });
  return Object.fromEntries(greys) as ColourTokens;
}

/** Grounds take the most ink and need the least of it. */
function lighter(colour: Colour): Colour {
  return greyOfStep(Math.max(Number.parseInt(colour.slice(1, 3), 16), PALEST_GROUND));
}

const PALEST_GROUND = 0xf4;
