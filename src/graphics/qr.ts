import { encodeQR } from 'qr';
import type { Staged } from '../base/problem.js';
import type { PathCommand, VectorImage } from './vector.js';

/** The light margin around the modules that readers need. */
const QUIET_ZONE = 4;

/** The most bytes of UTF-8 that the largest symbol holds at level M. */
const MAX_BYTES = 2331;

/**
 * Draws a text as a QR code of error correction level M, which survives the loss of 15 per cent. One module is one
 * unit and the quiet zone is part of the image, so layout scales it like any drawing. Dark modules that touch
 * in a row are one rectangle, and all of them are one path.
 *
 * Reports `graphics/qr-length`; the problem has no place, since the text comes from a figure that knows its own.
 * @see ISO/IEC 18004:2015
 */
export function qrCode(text: string): Staged<VectorImage | undefined> {
  const length = new TextEncoder().encode(text).length;
  if (length === 0 || length > MAX_BYTES) return { value: undefined, problems: [lengthProblem(length)] };
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const commands = modules.flatMap((row, top) => rowPath(row, top));
  const side = modules.length;
  const path = { commands, fill: { colour: '#000000', rule: 'nonzero' } } as const;
  return { value: { kind: 'vector', width: side, height: side, paths: [path] }, problems: [] };
}

function rowPath(row: readonly boolean[], top: number): readonly PathCommand[] {
  const commands: PathCommand[] = [];
  let start = row.indexOf(true);
  while (start !== -1) {
    const light = row.indexOf(false, start);
    const end = light === -1 ? row.length : light;
    commands.push(['M', start, top], ['L', end, top], ['L', end, top + 1], ['L', start, top + 1], ['Z']);
    start = row.indexOf(true, end);
  }
  return commands;
}

function lengthProblem(length: number): Staged<undefined>['problems'][number] {
  const message =
    length === 0
      ? 'The QR code has no text.'
      : `The text of the QR code takes ${length} bytes; a code holds at most ${MAX_BYTES}.`;
  return {
    code: 'graphics/qr-length',
    severity: 'error',
    message,
    hint: 'Give it a web address, the shorter the better: short ones are easier to scan.',
  };
}
