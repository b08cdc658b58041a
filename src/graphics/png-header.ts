/** What the header of a PNG file says. */
export type PngHeader = Readonly<{
  width: number;
  height: number;
  /** Bits a channel. */
  depth: number;
  channels: number;
  colourType: ColourType;
  interlaced: boolean;
}>;

/** How a PNG file stores its colours, with the numbers the format gives them. */
export type ColourType = 0 | 2 | 3 | 4 | 6;

/** Colours as numbers in a table. */
export const PALETTE: ColourType = 3;

const CHANNELS: Readonly<Record<ColourType, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const DEPTHS: Readonly<Record<ColourType, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * Reads the data of an `IHDR` chunk.
 * @returns undefined when it is not a header that the format allows
 * @see PNG (Third Edition), section 11.2.1
 */
export function readPngHeader(data: Uint8Array): PngHeader | undefined {
  if (data.length !== 13) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const [depth = 0, colourType = 0, compression, filter, interlace = 0] = data.subarray(8);
  if (width === 0 || height === 0 || compression !== 0 || filter !== 0 || interlace > 1) return undefined;
  if (!isColourType(colourType) || !DEPTHS[colourType].includes(depth)) return undefined;
  return { width, height, depth, channels: CHANNELS[colourType], colourType, interlaced: interlace === 1 };
}

/** How many bytes the pixels take once they are inflated: each row has a byte before it that names its filter. */
export function inflatedLength(header: PngHeader): number {
  if (!header.interlaced) return header.height * (1 + rowLength(header, header.width));
  let length = 0;
  for (const [x, y, xStep, yStep] of ADAM7) {
    const width = Math.ceil((header.width - x) / xStep);
    const height = Math.ceil((header.height - y) / yStep);
    if (width > 0 && height > 0) length += height * (1 + rowLength(header, width));
  }
  return length;
}

/** The first column and row, and the steps between columns and rows, of each pass of an interlaced picture. */
const ADAM7: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

function rowLength(header: PngHeader, width: number): number {
  return Math.ceil((width * header.channels * header.depth) / 8);
}

function isColourType(value: number): value is ColourType {
  return Object.hasOwn(CHANNELS, value);
}
