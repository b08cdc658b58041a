import type { Colour } from '../base/colour.js';
import type { Typeface } from '../base/typeface.js';
import type { Points } from '../base/units.js';

/** The colours of a brand, each named for its use. A tint is a pale ground for text in the colour it is named after. */
export type ColourTokens = Readonly<{
  accent: Colour;
  accentDark: Colour;
  accentTint: Colour;
  /** Numbers, bullets, dots and the ornaments of headings; with its tint, boxes that inform. */
  accent2: Colour;
  accent2Tint: Colour;
  ink: Colour;
  quietInk: Colour;
  rule: Colour;
  paper: Colour;
  call: Colour;
  callTint: Colour;
  urgent: Colour;
  urgentTint: Colour;
  do: Colour;
  doTint: Colour;
  dont: Colour;
  dontTint: Colour;
}>;

/** The text sizes of a brand. */
export type TypeScale = Readonly<{
  body: Points;
  lead: Points;
  h1: Points;
  h2: Points;
  h3: Points;
  small: Points;
}>;

/** The Latin faces of headings and of everything else. */
export type TypefaceTokens = Readonly<{ headings: Typeface; body: Typeface }>;

/** How boxes look: their corners, and whether they have a bar at the start, an outline all round, or only their tint. */
export type ShapeTokens = Readonly<{ radius: Points; boxes: 'bar' | 'outline' | 'tint' }>;

/** What goes with a page's headings: nothing, a line below them, or a short thick bar above. */
export type HeadingStyle = 'plain' | 'ruled' | 'bar';

/** How much room there is between things. */
export type Spacing = 'compact' | 'regular' | 'airy';

/** Where the clinic's logo and name stand: beside each other, centred, or beside each other on a band of colour. */
export type LetterheadStyle = 'beside' | 'centred' | 'band';

/** What a brand decides about looks. A theme is made from these alone. */
export type BrandTokens = Readonly<{
  colours: ColourTokens;
  typeScale: TypeScale;
  typeface: TypefaceTokens;
  shape: ShapeTokens;
  headings: HeadingStyle;
  spacing: Spacing;
  letterhead: LetterheadStyle;
  ruleThickness: Points;
}>;
