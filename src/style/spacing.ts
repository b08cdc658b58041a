import type { Points } from '../base/units.js';
import type { Spacing } from './brand-tokens.js';

/** Leading of body text for each point of its size, in Latin script. */
export const bodyLeadingRatio = 17 / 12;

/** The distances between things: multiples of half a unit. With leadings in quarters of it they make the page's grid. */
export type SpaceScale = Readonly<{
  /** A quarter of the leading of body text. */
  unit: Points;
  none: Points;
  hair: Points;
  small: Points;
  medium: Points;
  large: Points;
  wide: Points;
}>;

/**
 * Makes the scale for a size of body text. It counts from Latin text, so that a page in another script is laid out like
 * the English one beside it.
 */
export function spaceScale(bodySize: Points, spacing: Spacing): SpaceScale {
  const unit = Math.round(bodySize * bodyLeadingRatio * 2) / 8;
  const { hair, small, medium, large, wide } = steps[spacing];
  return {
    unit,
    none: 0,
    hair: unit * hair,
    small: unit * small,
    medium: unit * medium,
    large: unit * large,
    wide: unit * wide,
  };
}

type Steps = Readonly<Record<Exclude<keyof SpaceScale, 'unit' | 'none'>, number>>;

/** In units. What belongs together stays close however much air there is: only things apart move further apart. */
const steps: Readonly<Record<Spacing, Steps>> = {
  compact: { hair: 1, small: 1.5, medium: 2, large: 3, wide: 4.5 },
  regular: { hair: 1, small: 2, medium: 3, large: 4, wide: 6 },
  airy: { hair: 1, small: 2, medium: 3.5, large: 4.5, wide: 7 },
};

/** The nearest multiple of a quarter of a unit, for leadings. */
export function onGrid(leading: Points, unit: Points): Points {
  return (Math.round((leading * 4) / unit) * unit) / 4;
}
