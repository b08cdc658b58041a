import type { Problem } from '../../base/problem.js';
import type { Cover } from './painted-page.js';
import { placeBeside } from './place-beside.js';
import { onePerPlace, type Printed } from './printed.js';

/**
 * The fewest pixels to an inch. A rule of ours: printers ask for 150 or more, but a picture that isn't enlarged has 96, and a screenshot or a
 * logo from a web page is seldom to be had larger.
 */
export const FEWEST_PIXELS_PER_INCH = 96;

const POINTS_PER_INCH = 72;

/** Reports `page/coarse-picture` for pictures of pixels that are enlarged until each of these is seen. */
export function judgeCoarsePictures(printed: Printed): readonly Problem[] {
  const problems = printed.pages.flatMap((page) =>
    page.covers.flatMap((cover): readonly Problem[] => {
      const pixels = pixelsPerInch(cover);
      // Sizes are sums of fractions.
      if (pixels === undefined || Math.round(pixels) >= FEWEST_PIXELS_PER_INCH) return [];
      return [
        {
          code: 'page/coarse-picture',
          severity: 'warning',
          message:
            `A picture on page ${page.number} has ${Math.round(pixels)} pixels to the inch; with fewer than ` +
            `${FEWEST_PIXELS_PER_INCH} it looks blurred or stepped.`,
          ...placeBeside(cover, page, printed),
          hint: 'Take a larger picture or a drawing (SVG), or show it smaller with data-width-mm.',
        },
      ];
    }),
  );
  return onePerPlace(problems);
}

function pixelsPerInch({ item, box }: Cover): number | undefined {
  if (item.kind !== 'raster') return undefined;
  return Math.min(item.image.width / box.width, item.image.height / box.height) * POINTS_PER_INCH;
}
