import type { Colour } from '../base/colour.js';
import type { Points } from '../base/units.js';

/** The colours of a brand, each named for its use. A tint is a pale ground for text in the colour it is named after. */
export type ColourTokens = Readonly<{
  accent: Colour;
  accentDark: Colour;
  accentTint: Colour;
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

/** What a brand decides about looks. A theme is made from these alone. */
export type BrandTokens = Readonly<{ colours: ColourTokens; typeScale: TypeScale }>;
