import { inflateSync } from 'node:zlib';
import type { DecodedPng } from 'fast-png';
import { decode } from 'fast-png';
import type { Problem, Staged } from '../base/problem.js';
import type { PngChunk } from './png-chunks.js';
import { readChunks, SIGNATURE_LENGTH, writeChunks } from './png-chunks.js';
import type { PngHeader } from './png-header.js';
import { inflatedLength, PALETTE, readPngHeader } from './png-header.js';
import { unpackPixels } from './png-pixels.js';
import { checkPixels } from './pixel-limit.js';
import type { PixelImage } from './raster.js';

/**
 * Decodes a PNG picture to 8 bits a channel. The header's size is checked before anything is inflated, and the
 * pixels must inflate to exactly what the header says: a small file can't grow without bound. Only the chunks that
 * hold pixels are read; colour profiles, texts and the later frames of an animation are not.
 *
 * Reports `graphics/broken-png`, `graphics/unsupported-png` and `graphics/too-many-pixels`.
 * @param bytes a file that begins with PNG's signature
 * @param file its name in problems
 */
export function decodePng(bytes: Uint8Array, file: string): Staged<PixelImage | undefined> {
  const header = readPngHeader(headerData(bytes));
  if (!header) return refuse(brokenProblem(file));
  const excess = checkPixels(header, file);
  if (excess) return refuse(excess);
  if (header.interlaced && header.depth < 8) return refuse(interlaceProblem(file));
  const chunks = readChunks(bytes);
  const decoded = chunks && decodeChunks(bytes, chunks, header);
  const image = decoded && unpackPixels(decoded, header, clearedColour(chunks, header));
  return image ? { value: image, problems: [] } : refuse(brokenProblem(file));
}

/** The data of the first chunk when that is the header, as it must be; read before the rest of the file is. */
function headerData(bytes: Uint8Array): Uint8Array {
  const type = String.fromCharCode(...bytes.subarray(SIGNATURE_LENGTH + 4, SIGNATURE_LENGTH + 8));
  const start = SIGNATURE_LENGTH + 8;
  return type === 'IHDR' ? bytes.subarray(start, start + 13) : new Uint8Array(0);
}

function decodeChunks(
  bytes: Uint8Array,
  chunks: readonly PngChunk[],
  header: PngHeader,
): DecodedPng | undefined {
  // A second header could name another size than the one that was checked.
  const wanted = chunks.filter(
    (chunk, index) => isWanted(chunk, header) && (chunk.type !== 'IHDR' || index === 0),
  );
  if (!inflatesAsPromised(wanted, header)) return undefined;
  try {
    return decode(writeChunks(bytes, wanted));
  } catch {
    // Whatever the decoder objects to, the author can do one thing: save the picture again.
    return undefined;
  }
}

/**
 * The one colour whose pixels are see-through, in a picture without a palette or alpha. Read here because fast-png
 * refuses it in pictures of very few pixels.
 */
function clearedColour(chunks: readonly PngChunk[], header: PngHeader): readonly number[] | undefined {
  const data = chunks.find((chunk) => chunk.type === 'tRNS')?.data;
  const mayHaveOne = header.colourType < PALETTE;
  if (!data || !mayHaveOne || data.length !== header.channels * 2) return undefined;
  return Array.from(
    { length: header.channels },
    (_, channel) => data[channel * 2]! * 256 + data[channel * 2 + 1]!,
  );
}

function isWanted(chunk: PngChunk, header: PngHeader): boolean {
  if (chunk.type === 'PLTE') return header.colourType === PALETTE;
  if (chunk.type === 'tRNS') return header.colourType === PALETTE;
  return chunk.type === 'IHDR' || chunk.type === 'IDAT' || chunk.type === 'IEND';
}

function inflatesAsPromised(chunks: readonly PngChunk[], header: PngHeader): boolean {
  const deflated = Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data));
  const length = inflatedLength(header);
  try {
    return inflateSync(deflated, { maxOutputLength: length }).length === length;
  } catch {
    return false;
  }
}

function refuse(problem: Problem): Staged<undefined> {
  return { value: undefined, problems: [problem] };
}

function brokenProblem(file: string): Problem {
  return {
    code: 'graphics/broken-png',
    severity: 'error',
    message: 'The PNG picture is damaged or cut off.',
    at: { file, line: 1, column: 1 },
    hint: 'Export it again, or copy it again from where it came.',
  };
}

function interlaceProblem(file: string): Problem {
  return {
    code: 'graphics/unsupported-png',
    severity: 'error',
    message: 'The PNG picture is interlaced and has fewer than 8 bits a channel.',
    at: { file, line: 1, column: 1 },
    hint: 'Save it without interlacing.',
  };
}
