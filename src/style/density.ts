import type { Insets } from '../base/geometry.js';
import type { BrandTokens, Spacing } from './brand-tokens.js';

/** How tightly a handout is set, from what the brand asks for to the tightest that reads well. */
export const densities = ['usual', 'close', 'dense'] as const;

/** One of `densities`. */
export type Density = (typeof densities)[number];

/**
 * Changes a brand's tokens so that more stands on a page. Body text and small text keep their sizes: what gives way is the
 * room between things, and then the size of what stands out anyway.
 */
export function tokensAt<Tokens extends BrandTokens>(tokens: Tokens, density: Density): Tokens {
  if (density === 'usual') return tokens;
  const spacing = closer[tokens.spacing];
  if (density === 'close') return { ...tokens, spacing };
  const { body, lead, h1, h2 } = tokens.typeScale;
  const typeScale = {
    ...tokens.typeScale,
    lead: (body + lead) / 2,
    h1: h1 * 0.85,
    h2: Math.max(h2 * 0.9, body),
  };
  return { ...tokens, spacing: 'compact', typeScale };
}

const closer: Readonly<Record<Spacing, Spacing>> = {
  airy: 'regular',
  regular: 'compact',
  compact: 'compact',
};

/**
 * How much leading a script gets at a density.
 * @param factor how much more leading the script needs than Latin does, to read at ease
 */
export function leadingAt(factor: number, density: Density): number {
  if (density !== 'dense') return factor;
  // The usual leading of most scripts has room to spare; letters of the tallest ones would touch.
  const needed = factor <= tallestWithRoom ? (1 + factor) / 2 : factor;
  return needed * 0.9;
}

const tallestWithRoom = 1.35;

/** The share of their usual size that pictures are shown at. */
export const figureScale: Readonly<Record<Density, number>> = { usual: 1, close: 0.92, dense: 0.84 };

/** Factor by which spaces may be tightened where that saves a page. */
export const tightestSpaces: Readonly<Record<Density, number>> = { usual: 0.8, close: 0.75, dense: 0.5 };

/** Takes from the margins, as far as printers and the running lines in them can bear. */
export function marginsAt(insets: Insets, density: Density): Insets {
  const { across, down } = narrowing[density];
  const narrower = (inset: number): number => Math.max(inset - across, Math.min(inset, narrowestMargin));
  const { top, end, bottom, start } = insets;
  return { top: top - down, end: narrower(end), bottom: bottom - down / 2, start: narrower(start) };
}

const narrowing = {
  usual: { across: 0, down: 0 },
  close: { across: 20, down: 8 },
  dense: { across: 36, down: 10 },
} as const;

const narrowestMargin = 42;
