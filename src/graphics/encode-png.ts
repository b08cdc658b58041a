import { encode } from 'fast-png';

import type { PixelImage } from './raster.js';

/** Writes a picture as a PNG file, for what can't show bare pixels. */
export function encodePng({ width, height, rgb, alpha }: PixelImage): Uint8Array {
  if (alpha === undefined) return encode({ width, height, data: rgb, channels: 3 });
  const data = new Uint8Array(alpha.length * 4);
  for (const [index, opacity] of alpha.entries()) {
    data.set(rgb.subarray(index * 3, index * 3 + 3), index * 4);
    data[index * 4 + 3] = opacity;
  }
  return encode({ width, height, data, channels: 4 });
}
