/** The ways to print on the sides of sheets. @see RFC 8011, section 5.2.8 */
export const sidesNames = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'] as const;

/** One side of each sheet, or both, turned over along an edge. */
export type Sides = (typeof sidesNames)[number];

/** The ways to treat colour. @see PWG 5100.13, `print-color-mode` */
export const colorModes = ['monochrome', 'color', 'auto'] as const;

/** Greys alone, colours, or what the printer thinks best. */
export type ColorMode = (typeof colorModes)[number];

/** The most copies of a handout that one command prints. */
export const MOST_COPIES = 999;
