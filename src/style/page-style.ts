import type { Colour } from '../base/colour.js';
import type { Insets } from '../base/geometry.js';
import type { PaperName } from '../base/paper.js';
import type { Points } from '../base/units.js';
import type { BrandTokens } from './brand-tokens.js';
import { marginsAt, tightestSpaces, type Density } from './density.js';

/** The margins of a page, and where its running lines stand in them. */
export type PageStyle = Readonly<{
  insets: Insets;
  /** From the page's top edge to the running header. */
  headerTop: Points;
  /** From the end of the text area to the running footer. */
  footerGap: Points;
  /** Factor by which spaces may be tightened where that saves a page. */
  tightest: number;
  /** A line between text and footer. */
  footerLine: Readonly<{ thickness: Points; colour: Colour }>;
}>;

/** A column for some 80 letters of body text, which its lines keep to, except on A5, where the margins are as narrow as printers like. */
export function pageStyle(
  { colours, typeScale, ruleThickness }: BrandTokens,
  paper: PaperName,
  density: Density,
): PageStyle {
  const insets: Readonly<Record<PaperName, Insets>> = {
    a4: { top: 54, end: 86, bottom: 76, start: 86 },
    letter: { top: 52, end: 94, bottom: 74, start: 94 },
    a5: { top: 42, end: 42, bottom: 66, start: 42 },
  };
  return {
    insets: marginsAt(roomFor(typeScale.small, insets[paper]), density),
    tightest: tightestSpaces[density],
    headerTop: paper === 'a5' ? 20 : 28,
    footerGap: paper === 'a5' ? 16 : 20,
    footerLine: { thickness: ruleThickness * (2 / 3), colour: colours.rule },
  };
}

/** Larger running lines need more room above and below the text, and larger text a longer measure. */
function roomFor(running: Points, { top, end, bottom, start }: Insets): Insets {
  const more = Math.max(0, running - usualRunning);
  return { top: top + more * 4, end: end - more * 6, bottom: bottom + more * 10, start: start - more * 6 };
}

const usualRunning: Points = 9.5;
