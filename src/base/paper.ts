import type { Size } from './geometry.js';
import { pointsFromMm } from './units.js';

/** The papers a handout can be made for. */
export const paperNames = ['a4', 'letter', 'a5'] as const;

/** One of the papers a handout can be made for. */
export type PaperName = (typeof paperNames)[number];

/** Upright page sizes: ISO 216 for A4 and A5, ANSI A for letter. */
export const paperSizes: Readonly<Record<PaperName, Size>> = {
  a4: { width: pointsFromMm(210), height: pointsFromMm(297) },
  letter: { width: 612, height: 792 },
  a5: { width: pointsFromMm(148), height: pointsFromMm(210) },
};
