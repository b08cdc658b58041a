import { readBytes, type ByteReader } from './byte-reader.js';
import {
  boxAt,
  COMPONENT_FLAG,
  placementLength,
  writeComposite,
  type GlyphBox,
  type GlyphComponent,
} from './glyph-outline.js';
import { writeSimple, type OutlinePoints } from './simple-outline.js';
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

function readPoints(streams: Streams, count: number): OutlinePoints {
  const points = { x: new Int16Array(count), y: new Int16Array(count), onCurve: new Uint8Array(count) };
  let x = 0;
  let y = 0;
  for (let index = 0; index < count; index++) {
    const flag = streams.flags.uint8();
    const code = flag & 0x7f;
    const step = readStep(code, streams.coordinates);
    x += horizontalStep(code, step);
    y += verticalStep(code, step);
    points.x[index] = x;
    points.y[index] = y;
    points.onCurve[index] = flag & 0x80 ? 0 : 1;
  }
  return points;
}

/** Reads the one to four bytes of a step as one number. Their code says how many there are. */
function readStep(code: number, data: ByteReader): number {
  if (code < 84) return data.uint8();
  if (code < 120) return data.uint16();
  return code < 124 ? (data.uint8() << 16) | data.uint16() : data.uint32();
}

/** The code also says the signs, which bits are x and y, and what to add. */
function horizontalStep(code: number, step: number): number {
  const sign = code & 1 ? 1 : -1;
  if (code < 10) return 0;
  if (code < 20) return sign * ((((code - 10) & 14) << 7) + step);
  if (code < 84) return sign * (1 + ((code - 20) & 0x30) + (step >> 4));
  if (code < 120) return sign * (1 + (Math.floor((code - 84) / 12) << 8) + (step >> 8));
  return sign * (code < 124 ? step >> 12 : step >>> 16);
}

function verticalStep(code: number, step: number): number {
  if (code < 10) return (code & 1 ? 1 : -1) * (((code & 14) << 7) + step);
  const sign = code & 2 ? 1 : -1;
  if (code < 20) return 0;
  if (code < 84) return sign * (1 + (((code - 20) & 0x0c) << 2) + (step & 0x0f));
  if (code < 120) return sign * (1 + ((((code - 84) % 12) >> 2) << 8) + (step & 0xff));
  return sign * (step & (code < 124 ? 0x0fff : 0xffff));
}

function boxAround({ x, y }: OutlinePoints): GlyphBox {
  return { xMin: least(x), yMin: least(y), xMax: greatest(x), yMax: greatest(y) };
}

function least(places: Int16Array): number {
  return places.reduce((a, b) => Math.min(a, b));
}

function greatest(places: Int16Array): number {
  return places.reduce((a, b) => Math.max(a, b));
}

/** Reads a number that takes one byte when small: the format calls it 255UInt16. */
function readCount(data: ByteReader): number {
  const code = data.uint8();
  if (code === 253) return data.uint16();
  if (code === 254) return 506 + data.uint8();
  return code === 255 ? 253 + data.uint8() : code;
}
