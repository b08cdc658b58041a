import { OUTLINE_HEADER_LENGTH, type GlyphBox } from './glyph-outline.js';
import { viewOf } from './sfnt.js';

/** A point of an outline; points off the curve bend it. y grows upwards from the baseline. */
export type OutlinePoint = Readonly<{ x: number; y: number; onCurve: boolean }>;

/** A glyph drawn by closed contours, whose points follow each other. */
export type SimpleOutline = Readonly<{
  box: GlyphBox;
  /** How many points each contour has. */
  contourLengths: readonly number[];
  points: readonly OutlinePoint[];
  /** Whether contours may overlap each other. */
  overlaps: boolean;
}>;

/**
 * Writes the entry of a simple glyph, without instructions. Steps of up to 255 units take one byte each.
 * @see OpenType specification, table `glyf`, “Simple Glyph Description”
 */
export function writeSimple(outline: SimpleOutline): Uint8Array {
  const { box, contourLengths, points } = outline;
  const afterContours = OUTLINE_HEADER_LENGTH + contourLengths.length * 2 + 2;
  const bytes = new Uint8Array(afterContours + points.length * LONGEST_POINT);
  const view = viewOf(bytes);
  [contourLengths.length, box.xMin, box.yMin, box.xMax, box.yMax].forEach((value, index) =>
    view.setInt16(index * 2, value),
  );
  let lastPoint = -1;
  for (const [index, length] of contourLengths.entries()) {
    lastPoint += length;
    view.setUint16(OUTLINE_HEADER_LENGTH + index * 2, lastPoint);
  }
  const steps = stepsBetween(points);
  for (const [index, step] of steps.entries()) {
    const overlap = index === 0 && outline.overlaps ? FLAG.overlaps : 0;
    bytes[afterContours + index] = step.flags | overlap;
  }
  const afterFlags = afterContours + points.length;
  const afterX = writeSteps(
    view,
    afterFlags,
    steps.map(({ x }) => x),
  );
  const end = writeSteps(
    view,
    afterX,
    steps.map(({ y }) => y),
  );
  return bytes.subarray(0, end);
}

/** A flag and two steps of two bytes. */
const LONGEST_POINT = 5;

const FLAG = { onCurve: 0x01, xShort: 0x02, yShort: 0x04, xSame: 0x10, ySame: 0x20, overlaps: 0x40 } as const;

type Step = Readonly<{ flags: number; x: number; y: number }>;

function stepsBetween(points: readonly OutlinePoint[]): readonly Step[] {
  return points.map((point, index) => {
    const before = points[index - 1];
    const x = point.x - (before?.x ?? 0);
    const y = point.y - (before?.y ?? 0);
    const flags =
      (point.onCurve ? FLAG.onCurve : 0) |
      stepFlags(x, FLAG.xShort, FLAG.xSame) |
      stepFlags(y, FLAG.yShort, FLAG.ySame);
    return { flags, x, y };
  });
}

/** In a short step the second flag is its sign; in a long one it says that the step is zero and left out. */
function stepFlags(step: number, short: number, same: number): number {
  if (step === 0) return same;
  if (Math.abs(step) > 255) return 0;
  return step > 0 ? short | same : short;
}

function writeSteps(view: DataView, start: number, steps: readonly number[]): number {
  let offset = start;
  for (const step of steps) {
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
