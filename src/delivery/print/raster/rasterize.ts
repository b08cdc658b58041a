import type { Capabilities } from '../capabilities.js';
import { mediaOfPapers } from '../media.js';
import type { PrintPlan } from '../wishes.js';
import type { PrintableDocument } from '../printable.js';
import { drawPage } from './draw-pages.js';
import { RASTER_SYNC, standUpright, turnPage, writeRasterPage, type Turning } from './pwg-page.js';

/** Fine enough for text of six points and the code of a handout's online copy. */
const WANTED_DOTS_PER_INCH = 300;
const POINTS_PER_INCH = 72;

/** What pictures of pages are made for. */
export type RasterOptions = Readonly<{ capabilities: Capabilities; plan: PrintPlan; signal?: AbortSignal }>;

/**
 * Draws a document as PWG raster, for printers that take no PDF.
 * @throws {OutsideError} what `drawPage` does
 * @see PWG 5102.4
 */
export async function rasterize(document: PrintableDocument, options: RasterOptions): Promise<Uint8Array> {
  const { capabilities, plan, signal } = options;
  const { pdf, pageCount, pageSize, paper } = document;
  const dotsPerInch = chooseResolution(capabilities.raster.resolutions);
  const isGrey = plan.color === 'monochrome' || plan.inGreys || !capabilities.raster.types.includes('srgb_8');
  const inDots = (points: number): number => Math.floor((points * dotsPerInch) / POINTS_PER_INCH);
  const isUpright = pageSize.width <= pageSize.height;
  const [short, long] = [pageSize.width, pageSize.height].sort((one, other) => one - other);
  const sides = plan.sides ?? 'one-sided';
  const parts: Uint8Array[] = [RASTER_SYNC];
  for (let page = 1; page <= pageCount; page += 1) {
    const size = { width: inDots(pageSize.width), height: inDots(pageSize.height) };
    const drawn = await drawPage(pdf, { page, ...size, isGrey, signal });
    const turned = page % 2 === 1 ? unturned : turningOfBacks(capabilities.raster.sheetBack, sides);
    parts.push(
      writeRasterPage(turnPage(isUpright ? drawn : standUpright(drawn), turned), {
        ...{ dotsPerInch, sides, pageCount, turned },
        sheet: { width: Math.round(short!), height: Math.round(long!) },
        media: plan.media ?? mediaOfPapers[paper],
      }),
    );
  }
  return Buffer.concat(parts);
}

const unturned: Turning = { across: false, along: false };

/** The coarsest resolution that is fine enough, else the finest. */
function chooseResolution(known: readonly number[]): number {
  const sorted = [...known].sort((one, other) => one - other);
  return sorted.find((each) => each >= WANTED_DOTS_PER_INCH) ?? sorted.at(-1) ?? WANTED_DOTS_PER_INCH;
}

/** @see PWG 5102.4, section 4.3.1: what a printer of each kind does with the backs of its sheets */
function turningOfBacks(sheetBack: string, sides: string): Turning {
  const alongLongEdge = sides === 'two-sided-long-edge';
  if (sides === 'one-sided') return unturned;
  switch (sheetBack) {
    case 'flipped':
      return { across: !alongLongEdge, along: alongLongEdge };
    case 'rotated':
      return { across: alongLongEdge, along: alongLongEdge };
    case 'manual-tumble':
      return { across: !alongLongEdge, along: !alongLongEdge };
    default:
      return unturned;
  }
}
