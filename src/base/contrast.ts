import type { Colour } from './colour.js';
import { luminanceOf } from './grey.js';

/**
 * Tells how well two colours stand out from each other.
 * @returns 1 for equal colours up to 21 for black and white
 * @see WCAG 2.2, contrast ratio
 */
export function contrastRatio(first: Colour, second: Colour): number {
  const [light, dark] = [luminanceOf(first), luminanceOf(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The contrast that each kind of thing needs, as the standard has it: `large` text is of 18 points, or of 14 and bold.
 * @see WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (shapes)
 */
export const neededContrast = { text: 4.5, large: 3, shape: 3 } as const;

/** Writes a contrast with two digits after the point, never more than it is. */
export function formatContrast(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
