/** A marker of a JPEG file with the data after it; markers without data have none. */
export type JpegSegment = Readonly<{ marker: number; data: Uint8Array }>;

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * Divides a JPEG file into its segments, up to the marker that ends the image. Coded pixels are passed over.
 * @returns undefined when the file is cut off, has no scan, or has anything but a marker where one must be
 * @see ITU-T T.81, annex B
 */
export function readSegments(bytes: Uint8Array): readonly JpegSegment[] | undefined {
  const segments: JpegSegment[] = [];
  let hasScan = false;
  let offset = 2;
  for (;;) {
    const marker = markerAt(bytes, offset);
    if (!marker) return undefined;
    offset = marker.end;
    if (marker.code === END_OF_IMAGE) return hasScan ? segments : undefined;
    if (isAlone(marker.code)) continue;
    const data = dataAt(bytes, offset);
    if (!data) return undefined;
    segments.push({ marker: marker.code, data });
    offset += 2 + data.length;
    if (marker.code === START_OF_SCAN) {
      hasScan = true;
      offset = endOfCodedData(bytes, offset);
    }
  }
}

function markerAt(bytes: Uint8Array, start: number): { code: number; end: number } | undefined {
  if (bytes[start] !== 0xff) return undefined;
  let offset = start + 1;
  // Any number of fill bytes may stand before a marker's code.
  while (bytes[offset] === 0xff) offset += 1;
  const code = bytes[offset];
  return code === undefined || code === 0 ? undefined : { code, end: offset + 1 };
}

/** Whether a marker stands alone, without a length: restarts, a second start, and TEM. */
function isAlone(code: number): boolean {
  return isRestart(code) || code === 0xd8 || code === 0x01;
}

function isRestart(code: number | undefined): boolean {
  return code !== undefined && code >= 0xd0 && code <= 0xd7;
}

function dataAt(bytes: Uint8Array, offset: number): Uint8Array | undefined {
  const high = bytes[offset];
  const low = bytes[offset + 1];
  if (high === undefined || low === undefined) return undefined;
  const end = offset + high * 256 + low;
  return end < offset + 2 || end > bytes.length ? undefined : bytes.subarray(offset + 2, end);
}

/** The offset of the first marker after coded data; in the data FF is followed by 00, or by a restart's code. */
function endOfCodedData(bytes: Uint8Array, start: number): number {
  let offset = bytes.indexOf(0xff, start);
  while (offset !== -1 && (bytes[offset + 1] === 0 || isRestart(bytes[offset + 1]))) {
    offset = bytes.indexOf(0xff, offset + 2);
  }
  return offset === -1 ? bytes.length : offset;
}
