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

/** The share of the usual leading that is kept. */
export const leadingShare: Readonly<Record<Density, number>> = { usual: 1, close: 1, dense: 0.92 };

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
