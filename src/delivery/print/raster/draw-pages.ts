import { spawn } from 'node:child_process';

import { OutsideError } from '../../../base/outside-error.js';
import type { RasterPage } from './pwg-page.js';

/** How to draw pages. */
export type Drawing = Readonly<{
  /** From 1. */
  page: number;
  /** In dots. */
  width: number;
  height: number;
  isGrey: boolean;
  signal?: AbortSignal | undefined;
}>;

/**
 * Draws one page of a PDF with the program pdftoppm. Nothing is written to a disk.
 * @throws {OutsideError} `print/no-raster` when the program isn't there or fails
 * @throws what the signal was aborted with
 */
export async function drawPage(pdf: Uint8Array, drawing: Drawing): Promise<RasterPage> {
  const { page, width, height, isGrey, signal } = drawing;
  const size = ['-scale-to-x', String(width), '-scale-to-y', String(height)];
  const args = ['-f', String(page), '-l', String(page), ...size, ...(isGrey ? ['-gray'] : []), '-'];
  return readPixmap(await runPdftoppm(pdf, args, signal), drawing);
}

function runPdftoppm(
  pdf: Uint8Array,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const program = spawn('pdftoppm', args, { stdio: ['pipe', 'pipe', 'ignore'], ...(signal && { signal }) });
    const chunks: Buffer[] = [];
    program.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    program.once('error', (cause) =>
      reject(signal?.aborted === true ? cause : failed('cannot be started', cause)),
    );
    program.once('close', (status) => {
      if (status === 0) resolve(Buffer.concat(chunks));
      else reject(failed('could not draw the pages'));
    });
    // It may end before it has read everything.
    program.stdin.on('error', () => undefined);
    program.stdin.end(pdf);
  });
}

/** Reads binary PGM or PPM of 8 bits. @see the manual pages pgm(5) and ppm(5) */
function readPixmap(bytes: Buffer, { width, height, isGrey }: Drawing): RasterPage {
  const channels = isGrey ? 1 : 3;
  const header = `${isGrey ? 'P5' : 'P6'}\n${width} ${height}\n255\n`;
  const start = Buffer.byteLength(header);
  if (bytes.toString('latin1', 0, start) !== header || bytes.length !== start + width * height * channels) {
    throw failed('drew pages of another kind');
  }
  return { width, height, channels, samples: bytes.subarray(start) };
}

function failed(what: string, cause?: unknown): OutsideError {
  const message = `The printer takes no PDF, and pdftoppm (Debian package poppler-utils), which makes pictures of pages, ${what}.`;
  return new OutsideError('print/no-raster', message, { cause });
}
