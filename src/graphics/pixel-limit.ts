import type { Problem } from '../base/problem.js';

/** The most pixels that a picture may have: 40 megapixels fill A4 at more than 600 dots an inch. */
const MAX_PIXELS = 40_000_000;

/**
 * Checks a size that a picture's header claims, before anything is decoded.
 * @returns `graphics/too-many-pixels`, or undefined when the size is within the limit
 */
export function checkPixels(
  header: Readonly<{ width: number; height: number }>,
  file: string,
): Problem | undefined {
  if (header.width * header.height <= MAX_PIXELS) return undefined;
  return {
    code: 'graphics/too-many-pixels',
    severity: 'error',
    message: `The picture is ${header.width} × ${header.height} pixels; at most 40 million pixels are read.`,
    at: { file, line: 1, column: 1 },
    hint: 'Scale it down; 2,000 pixels across are enough for a page.',
  };
}
