/** A page as a printer gets it: samples of 8 bits, line by line from the top, a grey or red, green and blue for each dot. */
export type RasterPage = Readonly<{
  width: number;
  height: number;
  channels: 1 | 3;
  samples: Uint8Array;
}>;

/** What the header of a page says besides its size. */
export type RasterSettings = Readonly<{
  dotsPerInch: number;
  sides: 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge';
  /** The size of the sheet in whole points, upright. */
  sheet: Readonly<{ width: number; height: number }>;
  /** Such as `iso_a4_210x297mm`. */
  media: string;
  pageCount: number;
  /** How the page was turned for the printer. */
  turned: Turning;
}>;

/** Whether a page is mirrored, from left to right and from top to bottom; both together turn it upside down. */
export type Turning = Readonly<{ across: boolean; along: boolean }>;

/** What stands before the first page. */
export const RASTER_SYNC = new TextEncoder().encode('RaS2');

const HEADER_BYTES = 1796;
/** @see PWG 5102.4, table 1: 18 is sGray, 19 is sRGB */
const COLOUR_SPACES = { 1: 18, 3: 19 } as const;
const MOST_REPEATS = 256;
const MOST_PIXELS_OF_RUN = 128;

/**
 * Writes a page as PWG raster: its header, then its lines, packed.
 * @see PWG 5102.4, sections 4.3 and 4.4
 */
export function writeRasterPage(page: RasterPage, settings: RasterSettings): Uint8Array {
  return Buffer.concat([writeHeader(page, settings), packLines(page)]);
}

/** Mirrors a page in place of the printer, for the back of a sheet. */
export function turnPage(page: RasterPage, { across, along }: Turning): RasterPage {
  if (!across && !along) return page;
  const { width, height, channels, samples } = page;
  const turned = new Uint8Array(samples.length);
  for (let y = 0; y < height; y += 1) {
    const from = (along ? height - 1 - y : y) * width;
    for (let x = 0; x < width; x += 1) {
      const source = (from + (across ? width - 1 - x : x)) * channels;
      const target = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel += 1)
        turned[target + channel] = samples[source + channel]!;
    }
  }
  return { ...page, samples: turned };
}

/** Turns a page that lies on its side, so that its left edge comes to the bottom. */
export function standUpright({ width, height, channels, samples }: RasterPage): RasterPage {
  const turned = new Uint8Array(samples.length);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < height; x += 1) {
      const source = (x * width + (width - 1 - y)) * channels;
      const target = (y * height + x) * channels;
      for (let channel = 0; channel < channels; channel += 1)
        turned[target + channel] = samples[source + channel]!;
    }
  }
  return { width: height, height: width, channels, samples: turned };
}

/** Numbers have the most significant byte first; whatever isn't set is 0, which leaves it to the printer. */
function writeHeader({ width, height, channels }: RasterPage, settings: RasterSettings): Uint8Array {
  const { dotsPerInch, sides, sheet, media, pageCount, turned } = settings;
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  const putText = (offset: number, text: string): void => {
    header.set(new TextEncoder().encode(text).subarray(0, LONGEST_TEXT), offset);
  };
  putText(0, 'PwgRaster');
  putText(1732, media);
  const numbers: readonly (readonly [offset: number, value: number])[] = [
    [272, sides === 'one-sided' ? 0 : 1],
    [276, dotsPerInch],
    [280, dotsPerInch],
    [352, sheet.width],
    [356, sheet.height],
    [368, sides === 'two-sided-short-edge' ? 1 : 0],
    [372, width],
    [376, height],
    [384, 8],
    [388, 8 * channels],
    [392, width * channels],
    [400, COLOUR_SPACES[channels]],
    [420, channels],
    [452, pageCount],
    [456, turned.across ? -1 : 1],
    [460, turned.along ? -1 : 1],
    // The whole page is the picture's box.
    [472, width],
    [476, height],
  ];
  for (const [offset, value] of numbers) view.setInt32(offset, value);
  return header;
}

const LONGEST_TEXT = 63;

/** A byte says how often a line comes again; then its pixels follow, packed. */
function packLines({ width, height, channels, samples }: RasterPage): Uint8Array {
  const stride = width * channels;
  const line = (y: number): Uint8Array => samples.subarray(y * stride, (y + 1) * stride);
  const parts: Uint8Array[] = [];
  for (let y = 0, repeats: number; y < height; y += repeats) {
    repeats = 1;
    while (repeats < MOST_REPEATS && y + repeats < height && equal(line(y), line(y + repeats))) repeats += 1;
    parts.push(Uint8Array.of(repeats - 1), packLine(line(y), channels));
  }
  return Buffer.concat(parts);
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** A run of equal pixels is their number less 1 and the pixel; a run of others is 257 less their number, and the pixels. */
function packLine(line: Uint8Array, channels: 1 | 3): Uint8Array {
  const count = line.length / channels;
  const packed = new Uint8Array(line.length + Math.ceil(count / MOST_PIXELS_OF_RUN) + 1);
  let end = 0;
  for (let start = 0, length: number; start < count; start += length) {
    const isEqual = sameAsNext(line, start, channels);
    length = 1;
    while (length < MOST_PIXELS_OF_RUN && start + length < count) {
      const goesOn = isEqual
        ? sameAsNext(line, start + length - 1, channels)
        : !sameAsNext(line, start + length, channels);
      if (!goesOn) break;
      length += 1;
    }
    packed[end] = isEqual || length === 1 ? length - 1 : 257 - length;
    const pixels = line.subarray(start * channels, (start + (isEqual ? 1 : length)) * channels);
    packed.set(pixels, end + 1);
    end += 1 + pixels.length;
  }
  return packed.subarray(0, end);
}

function sameAsNext(line: Uint8Array, pixel: number, channels: 1 | 3): boolean {
  const at = pixel * channels;
  if (at + 2 * channels > line.length) return false;
  for (let channel = 0; channel < channels; channel += 1) {
    if (line[at + channel] !== line[at + channels + channel]) return false;
  }
  return true;
}
