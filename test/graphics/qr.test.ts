import fc from 'fast-check';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../src/graphics/qr.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { problemText } from './problem-text.js';

const PIXELS_PER_MODULE = 4;

/** Paints the rectangles of a code on white pixels, as a printer would. */
function rasterise(image: VectorImage): { width: number; height: number; data: Uint8Array } {
  const side = image.width * PIXELS_PER_MODULE;
  const data = new Uint8Array(side * side * 4).fill(255);
  const commands = image.paths[0]!.commands;
  for (let index = 0; index < commands.length; index += 5) {
    const [start, , end] = commands.slice(index, index + 3);
    if (start?.[0] !== 'M' || end?.[0] !== 'L') throw new Error('A code is made of rectangles.');
    for (let y = start[2] * PIXELS_PER_MODULE; y < end[2] * PIXELS_PER_MODULE; y++) {
      const row = y * side;
      for (let x = start[1] * PIXELS_PER_MODULE; x < end[1] * PIXELS_PER_MODULE; x++) {
        data.fill(0, (row + x) * 4, (row + x) * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

describe('a QR code', () => {
  it.each([
    'https://clinic.example/microneedling/aftercare',
    'HTTPS://A.EXAMPLE/1',
    '12345',
    'Größe 🙂 العناية',
  ])('reads back as its text: %s', (text) => {
    expect(decodeQR(rasterise(qrCode(text).value!))).toBe(text);
  });

  it('reads back as any web address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (text) => {
        expect(decodeQR(rasterise(qrCode(text).value!), { timeLimit: 2_000 })).toBe(text);
      }),
      { numRuns: 10 },
    );
  });

  it('is one black path with four light modules around it, one unit a module', () => {
    const image = qrCode('12345').value!;
    expect([image.width, image.height, image.paths.length]).toEqual([21 + 8, 21 + 8, 1]);
    const numbers = image.paths[0]!.commands.flatMap((command) =>
      command.filter((part) => typeof part === 'number'),
    );
    expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([4, 25]);
  });

  it('joins dark modules that touch in a row', () => {
    expect(qrCode('12345').value!.paths[0]!.commands.slice(0, 5)).toEqual([
      ['M', 4, 4],
      ['L', 11, 4],
      ['L', 11, 5],
      ['L', 4, 5],
      ['Z'],
    ]);
  });

  it('holds 2,331 bytes', () => {
    expect(qrCode('é'.repeat(1165)).value?.width).toBe(177 + 8);
  });

  it('is refused when its text is too long or empty', () => {
    expect(problemText(qrCode('é'.repeat(1166)).problems)).toBe(
      '- error graphics/qr-length: The text of the QR code takes 2332 bytes; a code holds at most 2331. → Give it a web address, the shorter the better: short ones are easier to scan.',
    );
    expect(problemText(qrCode('').problems)).toBe(
      '- error graphics/qr-length: The QR code has no text. → Give it a web address, the shorter the better: short ones are easier to scan.',
    );
  });
});
