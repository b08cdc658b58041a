import { deflateSync, crc32 } from 'node:zlib';

/** What a small PNG file is made of; the defaults are one red pixel. */
export type PngParts = Readonly<{
  width?: number;
  height?: number;
  depth?: number;
  colourType?: number;
  interlace?: number;
  /** Rows of samples, each after a byte that names its filter, before they are deflated. */
  rows?: readonly number[];
  /** Chunks between the header and the pixels. */
  extra?: readonly (readonly [string, readonly number[]])[];
}>;

/** Writes a PNG file by hand. */
export function png(parts: PngParts = {}): Uint8Array {
  const {
    width = 1,
    height = 1,
    depth = 8,
    colourType = 2,
    interlace = 0,
    rows = [0, 255, 0, 0],
    extra = [],
  } = parts;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, interlace], 8);
  const chunks = [
    pngChunk('IHDR', header),
    ...extra.map(([type, data]) => pngChunk(type, Buffer.from(data))),
    pngChunk('IDAT', deflateSync(Buffer.from(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(
    Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]),
  );
}

/** Writes one chunk of a PNG file with its length and its checksum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** What the header of a JPEG file says; the defaults are 2 × 1 pixels in colour. */
export type JpegParts = Readonly<{
  marker?: number;
  precision?: number;
  width?: number;
  height?: number;
  components?: number;
  /** Segments before the frame header: a marker's code and its data. */
  before?: readonly (readonly [number, readonly number[]])[];
}>;

/** Writes the skeleton of a JPEG file: its markers are right, its coded pixels are a few bytes of nothing. */
export function jpeg(parts: JpegParts = {}): Uint8Array {
  const { marker = 0xc0, precision = 8, width = 2, height = 1, components = 3, before = [] } = parts;
  const tables = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat();
  const frame = [precision, height >> 8, height & 255, width >> 8, width & 255, components, ...tables];
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...before.flatMap(([code, data]) => segment(code, data)),
    ...segment(marker, frame),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    ...[0xff, 0xd9],
  ]);
}

function segment(code: number, data: readonly number[]): readonly number[] {
  const length = data.length + 2;
  return [0xff, code, length >> 8, length & 255, ...data];
}
