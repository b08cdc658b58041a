import { encode } from 'fast-png';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePng } from '../../src/graphics/png.js';
import { png, pngChunk } from './pictures.js';
import type { PngParts } from './pictures.js';
import { problemText } from './problem-text.js';

/** The pixels of a picture, as hexadecimal RGB or RGBA. */
function pixels(bytes: Uint8Array): readonly string[] {
  const { value, problems } = decodePng(bytes, 'a.png');
  expect(problemText(problems)).toBe('');
  const { rgb, alpha, width, height } = value!;
  const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');
  return Array.from({ length: width * height }, (_, pixel) =>
    hex(rgb.subarray(pixel * 3, pixel * 3 + 3)).concat(alpha ? hex(alpha.subarray(pixel, pixel + 1)) : ''),
  );
}

function fault(bytes: Uint8Array): string {
  const { value, problems } = decodePng(bytes, 'a.png');
  expect(value).toBeUndefined();
  return problemText(problems);
}

const BROKEN =
  'a.png:1:1 error graphics/broken-png: The PNG picture is damaged or cut off. → Export it again, or copy it again from where it came.';

describe('a PNG picture', () => {
  it.each<[string, PngParts, readonly string[]]>([
    ['colour', {}, ['ff0000']],
    ['colour with alpha', { colourType: 6, rows: [0, 1, 2, 3, 4] }, ['01020304']],
    ['opaque colour with alpha', { colourType: 6, rows: [0, 1, 2, 3, 255] }, ['010203']],
    ['grey', { colourType: 0, rows: [0, 7] }, ['070707']],
    ['grey with alpha', { colourType: 4, rows: [0, 7, 128] }, ['07070780']],
    [
      'grey of 1 bit',
      { colourType: 0, depth: 1, width: 3, rows: [0, 0b10100000] },
      ['ffffff', '000000', 'ffffff'],
    ],
    ['grey of 2 bits', { colourType: 0, depth: 2, width: 2, rows: [0, 0b01100000] }, ['555555', 'aaaaaa']],
    ['16 bits', { depth: 16, rows: [0, 0x12, 0x34, 0xff, 0xff, 0, 0] }, ['12ff00']],
    [
      'one colour cleared',
      { width: 2, rows: [0, 9, 8, 7, 1, 1, 1], extra: [['tRNS', [0, 9, 0, 8, 0, 7]]] },
      ['09080700', '010101ff'],
    ],
    [
      'a palette of 4 bits with alpha',
      {
        colourType: 3,
        depth: 4,
        width: 3,
        rows: [0, 0x10, 0x10],
        extra: [
          ['PLTE', [1, 2, 3, 4, 5, 6]],
          ['tRNS', [9]],
        ],
      },
      ['040506ff', '01020309', '040506ff'],
    ],
    ['interlaced', { interlace: 1, width: 2, rows: [0, 1, 2, 3, 0, 4, 5, 6] }, ['010203', '040506']],
  ])('is decoded: %s', (_, parts, expected) => {
    expect(pixels(png(parts))).toEqual(expected);
  });

  it('is decoded as another program wrote it', () => {
    const data = Uint8Array.from({ length: 4 * 6 * 3 }, (_, index) => index * 3);
    const bytes = encode({ width: 4, height: 6, channels: 3, data });
    expect(Buffer.from(decodePng(bytes, 'a.png').value!.rgb)).toEqual(Buffer.from(data));
  });

  it('may stand anywhere in a larger buffer', () => {
    const bytes = png();
    const buffer = new Uint8Array(bytes.length + 10);
    buffer.set(bytes, 5);
    expect(pixels(buffer.subarray(5, 5 + bytes.length))).toEqual(['ff0000']);
  });

  it('is not decoded when its header claims more than 40 million pixels', () => {
    const start = performance.now();
    expect(fault(png({ width: 100_000, height: 100_000 }))).toBe(
      'a.png:1:1 error graphics/too-many-pixels: The picture is 100000 × 100000 pixels; at most 40 million pixels are read. → Scale it down; 2,000 pixels across are enough for a page.',
    );
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('is refused when it is interlaced with fewer than 8 bits', () => {
    expect(fault(png({ interlace: 1, depth: 1, colourType: 0, rows: [0, 0] }))).toBe(
      'a.png:1:1 error graphics/unsupported-png: The PNG picture is interlaced and has fewer than 8 bits a channel. → Save it without interlacing.',
    );
  });

  it.each<[string, Uint8Array]>([
    ['more pixels than it says', png({ rows: [0, 1, 2, 3, 0, 1, 2, 3] })],
    ['a hundred megabytes of them', png({ rows: Array.from({ length: 1_000_000 }, () => 0) })],
    ['fewer pixels than it says', png({ height: 2 })],
    ['a colour beyond its palette', png({ colourType: 3, rows: [0, 1], extra: [['PLTE', [1, 2, 3]]] })],
    ['no palette', png({ colourType: 3, rows: [0, 1] })],
    ['an unknown filter', png({ rows: [9, 1, 2, 3] })],
    ['a depth that does not exist', png({ depth: 3 })],
    ['a colour type that does not exist', png({ colourType: 5 })],
    ['no pixels', png({ width: 0 })],
    ['a cut', png().subarray(0, 60)],
    ['a header alone', png().subarray(0, 33)],
    ['a signature alone', png().subarray(0, 8)],
  ])('is refused with %s', (_, bytes) => {
    expect(fault(bytes)).toBe(BROKEN);
  });

  it('is refused when a checksum is wrong', () => {
    const bytes = png();
    bytes[45]! ^= 1;
    expect(fault(bytes)).toBe(BROKEN);
  });

  it('keeps to its first header', () => {
    const header = Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 8, 2, 0, 0, 0]);
    expect(pixels(png({ extra: [['IHDR', [...header]]] }))).toEqual(['ff0000']);
  });

  it('never inflates a colour profile or a text', () => {
    const bytes = png({
      extra: [
        ['iCCP', [0x61, 0, 0, 1, 2, 3]],
        ['tEXt', [1]],
      ],
    });
    expect(pixels(bytes)).toEqual(['ff0000']);
  });

  it('never throws, whatever its bytes', () => {
    const whole = png({
      colourType: 3,
      depth: 4,
      width: 3,
      rows: [0, 0x10, 0x10],
      extra: [['PLTE', [1, 2, 3, 4, 5, 6]]],
    });
    const mutated = fc
      .array(fc.tuple(fc.integer({ min: 8, max: whole.length - 1 }), fc.nat(255)), {
        minLength: 1,
        maxLength: 5,
      })
      .map((changes) => {
        const bytes = whole.slice();
        for (const [index, byte] of changes) bytes[index] = byte;
        return withChecksums(bytes);
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array()), (bytes) => {
        const { value, problems } = decodePng(bytes, 'a.png');
        expect(value ? value.rgb.length === value.width * value.height * 3 : problems.length === 1).toBe(
          true,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Corrects the checksums of a file whose chunks still have lengths that fit, so that changes reach the decoder. */
function withChecksums(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = 8; offset + 12 <= bytes.length;) {
    const length = view.getUint32(offset);
    if (offset + 12 + length > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    bytes.set(pngChunk(type, bytes.slice(offset + 8, offset + 8 + length)), offset);
    offset += 12 + length;
  }
  return bytes;
}
