import { viewOf } from './sfnt.js';

/** Reads bytes from first to last. Every number is big-endian; reading past the end throws a RangeError. */
export type ByteReader = Readonly<{
  uint8: () => number;
  uint16: () => number;
  int16: () => number;
  uint32: () => number;
  /** The next bytes, without a copy. */
  take: (length: number) => Uint8Array;
}>;

/** Begins to read at the first byte. */
export function readBytes(bytes: Uint8Array): ByteReader {
  const view = viewOf(bytes);
  let position = 0;
  const pass = (length: number): number => {
    const start = position;
    position += length;
    return start;
  };
  return {
    uint8: () => view.getUint8(pass(1)),
    uint16: () => view.getUint16(pass(2)),
    int16: () => view.getInt16(pass(2)),
    uint32: () => view.getUint32(pass(4)),
    take: (length) => {
      const start = pass(length);
      if (position > bytes.length) throw new RangeError('The data ends too early.');
      return bytes.subarray(start, position);
    },
  };
}
