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
  /** Between the running header and the text, at least. */
  headerGap: Points;
  /** From the end of the text area to the running footer. */
  footerGap: Points;
  /** Factor by which spaces may be tightened where that saves a page. */
  tightest: number;
  /** A handout can't be set more tightly. */
  isTightest: boolean;
  /** A line between text and footer. */
  footerLine: Readonly<{ thickness: Points; colour: Colour }>;
}>;

/**
 * A column for some 80 letters of body text, which its lines keep to, except on A5, where the margins are as narrow as printers like.
 * @param running leading of the running lines: those of a tall script begin higher, so as not to meet the text
 */
export function pageStyle(
  { colours, typeScale, ruleThickness }: BrandTokens,
  { paper, density, running }: Readonly<{ paper: PaperName; density: Density; running: Points }>,
): PageStyle {
  const insets: Readonly<Record<PaperName, Insets>> = {
    a4: { top: 54, end: 86, bottom: 76, start: 86 },
    letter: { top: 52, end: 94, bottom: 74, start: 94 },
    a5: { top: 42, end: 42, bottom: 66, start: 42 },
  };
  const margins = marginsAt(roomFor(typeScale.small, insets[paper]), density);
  const lowestHeader = margins.top - running - headerGap;
  return {
    insets: margins,
    tightest: tightestSpaces[density],
    isTightest: density === 'dense',
    headerTop: Math.max(highestHeader, Math.min(paper === 'a5' ? highestHeader : usualHeader, lowestHeader)),
    headerGap,
    footerGap: paper === 'a5' ? 16 : 20,
    footerLine: { thickness: ruleThickness * (2 / 3), colour: colours.rule },
  };
}

const usualHeader: Points = 28;
const highestHeader: Points = 20;
const headerGap: Points = 3;

/** Larger running lines need more room above and below the text, and larger text a longer measure. */
function roomFor(running: Points, { top, end, bottom, start }: Insets): Insets {
  const more = Math.max(0, running - usualRunning);
  return { top: top + more * 4, end: end - more * 6, bottom: bottom + more * 10, start: start - more * 6 };
}

const usualRunning: Points = 9.5;
