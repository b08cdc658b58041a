import type { Points } from '../base/units.js';
import type { BlockStyles, BoxStyle } from './block-style.js';
import type { BrandTokens } from './brand-tokens.js';

/** Cards in a grid, and icons wherever they stand. */
export type CardsStyle = Readonly<{
  box: BoxStyle;
  /** Between cards, across and down. */
  gap: Points;
  /** A card narrower than this isn't worth having: the cards are stacked instead. */
  minimumWidth: Points;
  /** Width and height of an icon. */
  iconSize: Points;
  /** Between an icon and the words beside it. */
  iconGap: Points;
}>;

/** Makes the style of cards: the page's own text, tightly set on a tint. Headings look the same at either level. */
export function cardsStyle({ colours, shape, typeScale }: BrandTokens, blocks: BlockStyles): CardsStyle {
  const heading = { ...blocks.headings[3], before: 0, after: 4 };
  const body = { ...blocks.paragraphs.body, after: 0 };
  return {
    box: {
      fill: colours.accentTint,
      radius: shape.radius,
      padding: { top: 8, end: 12, bottom: 10, start: 12 },
      before: 8,
      after: 16,
      blocks: {
        ...blocks,
        headings: { ...blocks.headings, 2: heading, 3: heading },
        paragraphs: { ...blocks.paragraphs, body },
      },
    },
    gap: 8,
    minimumWidth: typeScale.body * 15,
    iconSize: (typeScale.body * 8) / 3,
    iconGap: 10,
  };
}
