import type { Colour } from '../base/colour.js';
import type { Problem, Staged } from '../base/problem.js';
import type { RasterImage } from './raster.js';
import { signatureOf } from './signature.js';
import type { VectorImage } from './vector.js';

/**
 * Reads a picture of any form that handouts can show; its first bytes say which, never its name. The decoder of a
 * form is loaded when the first picture of that form comes, so that a command without pictures doesn't wait for it.
 *
 * Reports `graphics/unknown-format`, `graphics/not-utf8`, and what `parseSvg`, `decodePng` and `decodeJpeg` report.
 * @param file the name of the picture in problems
 * @param palette the brand's colours by token, for drawings
 */
export async function loadImage(
  bytes: Uint8Array,
  file: string,
  palette: ReadonlyMap<string, Colour>,
): Promise<Staged<VectorImage | RasterImage | undefined>> {
  const signature = signatureOf(bytes);
  if (signature.known && signature.format === 'svg') return loadSvg(bytes, file, palette);
  return decodeRaster(bytes, file);
}

/**
 * Decodes a PNG or a JPEG picture, told apart by their first bytes.
 *
 * Reports `graphics/unknown-format` and what `decodePng` and `decodeJpeg` report.
 * @param file the name of the picture in problems
 */
export async function decodeRaster(
  bytes: Uint8Array,
  file: string,
): Promise<Staged<RasterImage | undefined>> {
  const signature = signatureOf(bytes);
  if (signature.known && signature.format === 'png') return (await import('./png.js')).decodePng(bytes, file);
  if (signature.known && signature.format === 'jpeg')
    return (await import('./jpeg.js')).decodeJpeg(bytes, file);
  const name = signature.known ? 'an SVG drawing' : signature.name;
  return { value: undefined, problems: [unknownFormat(file, name)] };
}

async function loadSvg(
  bytes: Uint8Array,
  file: string,
  palette: ReadonlyMap<string, Colour>,
): Promise<Staged<VectorImage | undefined>> {
  const text = decodeUtf8(bytes);
  if (text === undefined) return { value: undefined, problems: [notUtf8(file)] };
  return (await import('./svg.js')).parseSvg({ file, text }, palette);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unknownFormat(file: string, name: string | undefined): Problem {
  return {
    code: 'graphics/unknown-format',
    severity: 'error',
    message: `The file is ${name ?? 'no picture that is known'}, not an SVG, PNG or JPEG.`,
    at: { file, line: 1, column: 1 },
    hint: 'Export the picture as SVG, PNG or JPEG.',
  };
}

function notUtf8(file: string): Problem {
  return {
    code: 'graphics/not-utf8',
    severity: 'error',
    message: 'The drawing is not encoded as UTF-8.',
    at: { file, line: 1, column: 1 },
    hint: 'Save it again with the encoding UTF-8.',
  };
}
