import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRaster, loadImage } from '../../src/graphics/load.js';
import { jpeg, png } from './pictures.js';
import { problemText } from './problem-text.js';

const PALETTE = new Map([['accent', '#0b5394']] as const);
const SVG = '<svg viewBox="0 0 4 4"><rect width="4" height="4" fill="var(--accent)"/></svg>';

function load(bytes: Uint8Array) {
  return loadImage(bytes, 'logo.svg', PALETTE);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('loading a picture', () => {
  it('goes by its first bytes, never by its name', async () => {
    expect((await load(png())).value?.kind).toBe('pixels');
    expect((await load(jpeg())).value?.kind).toBe('jpeg');
    expect((await load(bytesOf(SVG))).value?.kind).toBe('vector');
    expect((await load(bytesOf(`\uFEFF \r\n\t${SVG}`))).value?.kind).toBe('vector');
    expect((await load(bytesOf(`\uFEFF<?xml version="1.0"?>${SVG}`))).value?.kind).toBe('vector');
  });

  it.each([
    ['GIF89a', 'a GIF picture'],
    ['RIFF....WEBP', 'a WebP picture'],
    ['....ftypavif', 'a HEIC or AVIF picture'],
    ['%PDF-1.7', 'a PDF file'],
    ['\x1f', 'no picture that is known'],
    ['', 'no picture that is known'],
  ])('says what else a file is: %j', async (text, name) => {
    const { value, problems } = await load(bytesOf(text));
    expect(value).toBeUndefined();
    expect(problemText(problems)).toBe(
      `logo.svg:1:1 error graphics/unknown-format: The file is ${name}, not an SVG, PNG or JPEG. → Export the picture as SVG, PNG or JPEG.`,
    );
  });

  it('refuses a drawing that is not UTF-8', async () => {
    const { problems } = await load(new Uint8Array([...bytesOf('<svg>'), 0xe9]));
    expect(problemText(problems)).toBe(
      'logo.svg:1:1 error graphics/not-utf8: The drawing is not encoded as UTF-8. → Save it again with the encoding UTF-8.',
    );
  });

  it('refuses a drawing where only pixels will do', async () => {
    const { problems } = await decodeRaster(bytesOf(SVG), 'photo.svg');
    expect(problemText(problems)).toContain('The file is an SVG drawing, not');
  });

  it('never throws, whatever the bytes', async () => {
    const start = fc.constantFrom(
      new Uint8Array(),
      png().subarray(0, 33),
      jpeg().subarray(0, 2),
      bytesOf('<svg '),
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array(), async (head, tail) => {
        const { value, problems } = await load(new Uint8Array([...head, ...tail]));
        expect(value !== undefined || problems.length > 0).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
