import type { Points } from './units.js';

/** A width and a height. */
export type Size = Readonly<{ width: Points; height: Points }>;

/** A rectangle on a page. The origin is the page's top left corner; y grows downwards. */
export type Rectangle = Readonly<{ x: Points; y: Points; width: Points; height: Points }>;

/** Distances from the edges of a box. `start` is left in a left-to-right document and right in a right-to-left one. */
export type Insets = Readonly<{ top: Points; end: Points; bottom: Points; start: Points }>;
