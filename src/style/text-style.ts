import type { Colour } from '../base/colour.js';
import type { Typeface } from '../base/typeface.js';
import type { Points } from '../base/units.js';

/** The two weights the shipped fonts have. */
export type FontWeight = 400 | 700;

/** How characters look. */
export type TextStyle = Readonly<{
  size: Points;
  /** The face of Latin text; other scripts have one face each. */
  typeface: Typeface;
  weight: FontWeight;
  /** Slanted where the script has an italic; the others show emphasis by weight. */
  italic: boolean;
  colour: Colour;
  /** Set figures at one width, so that dates and phone numbers line up. */
  tabularFigures: boolean;
  /** Draw a line under the text, as links have. */
  underline: boolean;
}>;
