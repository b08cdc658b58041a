import type { JpegSegment } from './jpeg-segments.js';

const APP1 = 0xe1;
const ORIENTATION = 0x0112;

/**
 * Reads the orientation that a camera noted in an Exif segment: 1 is upright, 2 to 8 are turned or mirrored.
 * @returns undefined when the segment says nothing of it
 * @see Exif 2.3, section 4.6.4
 */
export function readOrientation(segment: JpegSegment): number | undefined {
  if (segment.marker !== APP1 || !segment.data.subarray(0, 6).every((byte, index) => byte === EXIF[index])) {
    return undefined;
  }
  const tiff = segment.data.subarray(EXIF.length);
  if (tiff.length < 8) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry++) {
    const offset = directory + 2 + entry * 12;
    if (offset + 12 > tiff.length) return undefined;
    if (view.getUint16(offset, little) === ORIENTATION) return view.getUint16(offset + 8, little);
  }
  return undefined;
}

/** “Exif” and two zeros. */
const EXIF: readonly number[] = [0x45, 0x78, 0x69, 0x66, 0, 0];
