import { crc32 } from 'node:zlib';

/** The length of the signature that every PNG file begins with. */
export const SIGNATURE_LENGTH = 8;

/** One chunk of a PNG file. */
export type PngChunk = Readonly<{ type: string; data: Uint8Array }>;

/**
 * Divides a PNG file into its chunks, up to the one that ends it.
 * @returns undefined when the file is cut off or a chunk's checksum is wrong
 * @see PNG (Third Edition), section 5
 */
export function readChunks(bytes: Uint8Array): readonly PngChunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let offset = SIGNATURE_LENGTH;
  while (offset + 12 <= bytes.length) {
    const length = view.getUint32(offset);
    const dataEnd = offset + 8 + length;
    if (dataEnd + 4 > bytes.length) return undefined;
    if (crc32(bytes.subarray(offset + 4, dataEnd)) !== view.getUint32(dataEnd)) return undefined;
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    chunks.push({ type, data: bytes.subarray(offset + 8, dataEnd) });
    if (type === 'IEND') return chunks;
    offset = dataEnd + 4;
  }
  return undefined;
}

/** Writes chunks as a PNG file. */
export function writeChunks(signature: Uint8Array, chunks: readonly PngChunk[]): Uint8Array {
  const length = chunks.reduce((sum, chunk) => sum + 12 + chunk.data.length, SIGNATURE_LENGTH);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  bytes.set(signature.subarray(0, SIGNATURE_LENGTH));
  let offset = SIGNATURE_LENGTH;
  for (const { type, data } of chunks) {
    view.setUint32(offset, data.length);
    bytes.set(new TextEncoder().encode(type), offset + 4);
    bytes.set(data, offset + 8);
    view.setUint32(offset + 8 + data.length, crc32(bytes.subarray(offset + 4, offset + 8 + data.length)));
    offset += 12 + data.length;
  }
  return bytes;
}
