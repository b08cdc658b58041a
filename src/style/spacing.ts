import type { Points } from '../base/units.js';
import type { Spacing } from './brand-tokens.js';

/** Leading of body text for each point of its size, in Latin script. */
export const bodyLeadingRatio = 17 / 12;

/** The distances between things. All are multiples of half a unit, and so is every leading: together they make the grid. */
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
  const steps = (count: number): Points => onGrid(unit * count * factors[spacing], unit);
  return {
    unit,
    none: 0,
    hair: steps(1),
    small: steps(2),
    medium: steps(3),
    large: steps(4),
    wide: steps(6),
  };
}

const factors: Readonly<Record<Spacing, number>> = { compact: 0.75, regular: 1, airy: 1.15 };

/** The nearest multiple of half a unit. */
export function onGrid(length: Points, unit: Points): Points {
  return (Math.round((length * 2) / unit) * unit) / 2;
}
