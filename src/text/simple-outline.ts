import { OUTLINE_HEADER_LENGTH, type GlyphBox } from './glyph-outline.js';
import { viewOf } from './sfnt.js';

/** The points of an outline, by index. y grows upwards from the baseline; points off the curve bend it. */
export type OutlinePoints = Readonly<{ x: Int16Array; y: Int16Array; onCurve: Uint8Array }>;

/** A glyph drawn by closed contours, whose points follow each other. */
export type SimpleOutline = Readonly<{
  box: GlyphBox;
  /** How many points each contour has. */
  contourLengths: readonly number[];
  points: OutlinePoints;
  /** Whether contours may overlap each other. */
  overlaps: boolean;
}>;

/**
 * Writes the entry of a simple glyph, without instructions. Steps of up to 255 units take one byte each.
 * @see OpenType specification, table `glyf`, “Simple Glyph Description”
 */
export function writeSimple(outline: SimpleOutline): Uint8Array {
  const { box, contourLengths, points } = outline;
  const count = points.x.length;
  const flagsStart = OUTLINE_HEADER_LENGTH + contourLengths.length * 2 + 2;
  const bytes = new Uint8Array(flagsStart + count * LONGEST_POINT);
  const view = viewOf(bytes);
  [contourLengths.length, box.xMin, box.yMin, box.xMax, box.yMax].forEach((value, index) =>
    view.setInt16(index * 2, value),
  );
  let lastPoint = -1;
  for (const [index, length] of contourLengths.entries()) {
    lastPoint += length;
    view.setUint16(OUTLINE_HEADER_LENGTH + index * 2, lastPoint);
  }
  for (let index = 0; index < count; index++) {
    bytes[flagsStart + index] =
      (points.onCurve[index] ? FLAG.onCurve : 0) |
      stepFlags(stepTo(points.x, index), FLAG.xShort, FLAG.xSame) |
      stepFlags(stepTo(points.y, index), FLAG.yShort, FLAG.ySame);
  }
  if (outline.overlaps) bytes[flagsStart]! |= FLAG.overlaps;
  const yStart = writeSteps(view, flagsStart + count, points.x);
  return bytes.subarray(0, writeSteps(view, yStart, points.y));
}

/** A flag and two steps of two bytes. */
const LONGEST_POINT = 5;

const FLAG = { onCurve: 0x01, xShort: 0x02, yShort: 0x04, xSame: 0x10, ySame: 0x20, overlaps: 0x40 } as const;

function stepTo(places: Int16Array, index: number): number {
  return index === 0 ? places[0]! : places[index]! - places[index - 1]!;
}

/** In a short step the second flag is its sign; in a long one it says that the step is zero and left out. */
function stepFlags(step: number, short: number, same: number): number {
  if (step === 0) return same;
  if (Math.abs(step) > 255) return 0;
  return step > 0 ? short | same : short;
}

function writeSteps(view: DataView, start: number, places: Int16Array): number {
  let offset = start;
  for (let index = 0; index < places.length; index++) {
    const step = stepTo(places, index);
    if (step === 0) continue;
    if (Math.abs(step) > 255) {
      view.setInt16(offset, step);
      offset += 2;
    } else {
      view.setUint8(offset, Math.abs(step));
      offset += 1;
    }
  }
  return offset;
}
