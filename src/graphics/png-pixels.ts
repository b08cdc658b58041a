import type { DecodedPng } from 'fast-png';
import type { PngHeader } from './png-header.js';
import { PALETTE } from './png-header.js';
import type { PixelImage } from './raster.js';

/**
 * Writes decoded PNG samples as RGB, 8 bits a channel, with alpha where any pixel is not opaque.
 * @param cleared the samples of the one colour whose pixels are see-through, if there is one
 * @returns undefined when a pixel names a colour that the palette hasn't
 */
export function unpackPixels(
  decoded: DecodedPng,
  header: PngHeader,
  cleared: readonly number[] | undefined,
): PixelImage | undefined {
  const samples = header.depth < 8 ? unpackBits(decoded.data, header) : decoded.data;
  const { width, height } = header;
  const rgb = new Uint8Array(width * height * 3);
  const alpha = new Uint8Array(width * height).fill(255);
  if (header.colourType === PALETTE) {
    if (!paintPalette(decoded.palette ?? [], samples, { rgb, alpha })) return undefined;
  } else {
    paintChannels(samples, header, { rgb, alpha });
    if (cleared) clearColour(cleared, samples, alpha);
  }
  const opaque = alpha.every((value) => value === 255);
  return { kind: 'pixels', width, height, rgb, ...(opaque ? {} : { alpha }) };
}

type Samples = ArrayLike<number>;
type Pixels = Readonly<{ rgb: Uint8Array; alpha: Uint8Array }>;

/** Gives each sample of fewer than 8 bits a byte of its own; a row of them begins at a byte. */
function unpackBits(packed: Samples, header: PngHeader): Uint8Array {
  const { width, height, depth } = header;
  const rowLength = Math.ceil((width * depth) / 8);
  const mask = (1 << depth) - 1;
  const samples = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const bit = column * depth;
      const byte = packed[row * rowLength + (bit >> 3)]!;
      samples[row * width + column] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return samples;
}

function paintPalette(
  palette: readonly (readonly number[])[],
  samples: Samples,
  { rgb, alpha }: Pixels,
): boolean {
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    const colour = palette[samples[pixel]!];
    if (!colour) return false;
    rgb[pixel * 3] = colour[0]!;
    rgb[pixel * 3 + 1] = colour[1]!;
    rgb[pixel * 3 + 2] = colour[2]!;
    alpha[pixel] = colour[3] ?? 255;
  }
  return true;
}

function paintChannels(samples: Samples, header: PngHeader, { rgb, alpha }: Pixels): void {
  const { channels } = header;
  const scale = 255 / (2 ** header.depth - 1);
  const isGrey = channels < 3;
  const hasAlpha = channels % 2 === 0;
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    const first = pixel * channels;
    for (let channel = 0; channel < 3; channel++) {
      rgb[pixel * 3 + channel] = Math.round(samples[isGrey ? first : first + channel]! * scale);
    }
    if (hasAlpha) alpha[pixel] = Math.round(samples[first + channels - 1]! * scale);
  }
}

/** Makes see-through every pixel of the one colour that the file names for that. */
function clearColour(colour: Samples, samples: Samples, alpha: Uint8Array): void {
  const channels = colour.length;
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    let same = true;
    for (let channel = 0; channel < channels && same; channel++) {
      same = samples[pixel * channels + channel] === colour[channel];
    }
    if (same) alpha[pixel] = 0;
  }
}
