import type { Problem, Staged } from '../../base/problem.js';
import type { VariantName } from '../../base/variant.js';
import type { Points } from '../../base/units.js';
import type { LaidOutDocument } from '../../layout/page.js';
import { judgeCoarsePictures } from './coarse-pictures.js';
import { judgeColourOnly } from './colour-only.js';
import { judgeContrast } from './contrast.js';
import { judgeEdges } from './edges.js';
import { judgeInk } from './ink.js';
import { judgeLineLengths, type LineLengths } from './line-length.js';
import { judgeMarks } from './marks.js';
import { judgeOverlaps } from './overlap.js';
import { readPages } from './painted-page.js';
import { placeNodes, type Printed } from './printed.js';
import { judgeQrCodes } from './qr.js';
import { judgeReadingOrder } from './reading-order.js';
import { judgeTargets } from './targets.js';
import { judgeTextSize } from './text-size.js';

/** What is measured on the pages of a handout. What it doesn't have, such as a QR code, is undefined. */
export type PageFigures = Readonly<{
  smallestText: Points | undefined;
  lowestContrast: number | undefined;
  charactersPerLine: LineLengths | undefined;
  /** Of the page with most ink, from 0 to 1. */
  inkShare: number | undefined;
  qrModuleMm: number | undefined;
}>;

/**
 * Judges the pages of a handout as they are painted, and measures them.
 * @param variants large print promises larger sizes
 * @returns the figures; reports what the judges of this folder report
 */
export function checkPages(
  laidOut: LaidOutDocument,
  { variants }: Readonly<{ variants: readonly VariantName[] }>,
): Staged<PageFigures> {
  const printed: Printed = {
    laidOut,
    pages: readPages(laidOut),
    nodes: placeNodes(laidOut.document),
    isLargePrint: variants.includes('large-print'),
  };
  const size = judgeTextSize(printed);
  const contrast = judgeContrast(printed);
  const qr = judgeQrCodes(printed);
  const lines = judgeLineLengths(printed);
  const ink = judgeInk(printed);
  const problems: readonly Problem[] = [
    ...judgeReadingOrder(printed),
    ...judgeOverlaps(printed),
    ...judgeEdges(printed),
    ...size.problems,
    ...contrast.problems,
    ...judgeMarks(printed),
    ...judgeCoarsePictures(printed),
    ...judgeColourOnly(printed),
    ...judgeTargets(printed),
    ...qr.problems,
    ...lines.problems,
    ...ink.problems,
  ];
  const value = {
    smallestText: size.value,
    lowestContrast: contrast.value,
    charactersPerLine: lines.value,
    inkShare: ink.value,
    qrModuleMm: qr.value,
  };
  return { value, problems };
}
