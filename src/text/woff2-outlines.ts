import { readBytes, type ByteReader } from './byte-reader.js';
import {
  boxAt,
  COMPONENT_FLAG,
  placementLength,
  writeComposite,
  type GlyphBox,
  type GlyphComponent,
} from './glyph-outline.js';
import { writeSimple, type OutlinePoint } from './simple-outline.js';
import { viewOf } from './sfnt.js';

/**
 * Reverses the transform that WOFF2 applies to outlines: counts, flags, coordinates and boxes are kept in streams of
 * their own, each compressing better than the mixture. Hinting instructions are left out, since nothing here uses them.
 * @param transformed the table `glyf` as the file holds it
 * @returns the entries of the table `glyf` by glyph id
 * @see W3C Recommendation “WOFF File Format 2.0”, section 5.1
 */
export function restoreOutlines(transformed: Uint8Array): readonly Uint8Array[] {
  const reader = readBytes(transformed);
  reader.take(2);
  const hasOverlapBits = (reader.uint16() & 1) !== 0;
  const glyphCount = reader.uint16();
  reader.take(2);
  const lengths = Array.from({ length: STREAM_COUNT }, () => reader.uint32());
  const [contours, points, flags, coordinates, components, boxes] = lengths.map((length) =>
    readBytes(reader.take(length)),
  );
  const boxBits = boxes!.take(Math.ceil(glyphCount / 32) * 4);
  const overlapBits = hasOverlapBits ? reader.take(Math.ceil(glyphCount / 8)) : new Uint8Array(0);
  const streams: Streams = {
    contours: contours!,
    points: points!,
    flags: flags!,
    coordinates: coordinates!,
    components: components!,
    boxes: boxes!,
  };
  return Array.from({ length: glyphCount }, (_, glyphId) =>
    restoreOutline(streams, bitAt(boxBits, glyphId), bitAt(overlapBits, glyphId)),
  );
}

const STREAM_COUNT = 7;

/** What remains to be read of each stream. */
type Streams = Readonly<
  Record<'contours' | 'points' | 'flags' | 'coordinates' | 'components' | 'boxes', ByteReader>
>;

function bitAt(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}

function restoreOutline(streams: Streams, hasBox: boolean, overlaps: boolean): Uint8Array {
  const contours = streams.contours.int16();
  if (contours === 0) return new Uint8Array(0);
  if (contours < 0) {
    const components = readComponents(streams);
    return writeComposite(readBox(streams.boxes), components);
  }
  const contourLengths = Array.from({ length: contours }, () => readCount(streams.points));
  const points = readPoints(
    streams,
    contourLengths.reduce((sum, length) => sum + length, 0),
  );
  // Instructions follow in a stream that isn't read; their length stands among the coordinates.
  readCount(streams.coordinates);
  const box = hasBox ? readBox(streams.boxes) : boxAround(points);
  return writeSimple({ box, contourLengths, points, overlaps });
}

function readComponents(streams: Streams): readonly GlyphComponent[] {
  const components: GlyphComponent[] = [];
  let hasInstructions = false;
  for (;;) {
    const flags = streams.components.uint16();
    const glyphId = streams.components.uint16();
    const placement = streams.components.take(placementLength(flags));
    hasInstructions ||= (flags & COMPONENT_FLAG.hasInstructions) !== 0;
    components.push({ flags: flags & ~UNKEPT_FLAGS, glyphId, placement });
    if ((flags & COMPONENT_FLAG.moreComponents) === 0) break;
  }
  if (hasInstructions) readCount(streams.coordinates);
  return components;
}

const UNKEPT_FLAGS = COMPONENT_FLAG.hasInstructions | COMPONENT_FLAG.moreComponents;

function readBox(boxes: ByteReader): GlyphBox {
  return boxAt(viewOf(boxes.take(8)), 0);
}

function readPoints(streams: Streams, count: number): readonly OutlinePoint[] {
  let x = 0;
  let y = 0;
  return Array.from({ length: count }, () => {
    const flag = streams.flags.uint8();
    const step = readStep(flag & 0x7f, streams.coordinates);
    x += step.x;
    y += step.y;
    return { x, y, onCurve: (flag & 0x80) === 0 };
  });
}

/** Reads the way from one point to the next; the code says how many bits each coordinate has and its sign. */
function readStep(code: number, data: ByteReader): Readonly<{ x: number; y: number }> {
  const signed = (bit: number, value: number): number => ((code >> bit) & 1 ? value : -value);
  const first = data.uint8();
  if (code < 10) return { x: 0, y: signed(0, ((code & 14) << 7) + first) };
  if (code < 20) return { x: signed(0, (((code - 10) & 14) << 7) + first), y: 0 };
  if (code < 84) {
    const offset = code - 20;
    return {
      x: signed(0, 1 + (offset & 0x30) + (first >> 4)),
      y: signed(1, 1 + ((offset & 0x0c) << 2) + (first & 0x0f)),
    };
  }
  const second = data.uint8();
  if (code < 120) {
    const offset = code - 84;
    return {
      x: signed(0, 1 + (Math.floor(offset / 12) << 8) + first),
      y: signed(1, 1 + (((offset % 12) >> 2) << 8) + second),
    };
  }
  const third = data.uint8();
  if (code < 124) {
    return { x: signed(0, (first << 4) + (second >> 4)), y: signed(1, ((second & 0x0f) << 8) + third) };
  }
  return { x: signed(0, (first << 8) + second), y: signed(1, (third << 8) + data.uint8()) };
}

function boxAround(points: readonly OutlinePoint[]): GlyphBox {
  const box = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity };
  for (const { x, y } of points) {
    box.xMin = Math.min(box.xMin, x);
    box.yMin = Math.min(box.yMin, y);
    box.xMax = Math.max(box.xMax, x);
    box.yMax = Math.max(box.yMax, y);
  }
  return box;
}

/** Reads a number that takes one byte when small: the format calls it 255UInt16. */
function readCount(data: ByteReader): number {
  const code = data.uint8();
  if (code === 253) return data.uint16();
  if (code === 254) return 506 + data.uint8();
  return code === 255 ? 253 + data.uint8() : code;
}
