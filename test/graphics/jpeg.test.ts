import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeJpeg } from '../../src/graphics/jpeg.js';
import { jpeg } from './pictures.js';
import { problemText } from './problem-text.js';

function fault(bytes: Uint8Array): string {
  const { value, problems } = decodeJpeg(bytes, 'a.jpg');
  expect(value).toBeUndefined();
  return problemText(problems);
}

const BROKEN =
  'a.jpg:1:1 error graphics/broken-jpeg: The JPEG picture is damaged or cut off. → Export it again, or copy it again from where it came.';
const SAVE_AGAIN = '→ Save it again as an ordinary JPEG in RGB, 8 bits a channel.';

/** An Exif segment whose directory holds the orientation alone. */
function exif(orientation: number, little: boolean): readonly [number, readonly number[]] {
  const bytes = Buffer.alloc(26);
  bytes.write(little ? 'II' : 'MM', 0, 'latin1');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 1, little);
  view.setUint16(10, 0x0112, little);
  view.setUint16(12, 3, little);
  view.setUint32(14, 1, little);
  view.setUint16(18, orientation, little);
  return [0xe1, [...Buffer.from('Exif\0\0', 'latin1'), ...bytes]];
}

describe('a JPEG picture', () => {
  it.each([
    ['baseline', 0xc0, 3],
    ['extended', 0xc1, 3],
    ['progressive', 0xc2, 3],
    ['grey', 0xc0, 1],
  ] as const)('is handed on as it is: %s', (_, marker, components) => {
    const bytes = jpeg({ marker, components, width: 300, height: 200 });
    expect(decodeJpeg(bytes, 'a.jpg')).toEqual({
      value: { kind: 'jpeg', width: 300, height: 200, components, bytes },
      problems: [],
    });
  });

  it('may have fill bytes, comments and a thumbnail with pixels of its own', () => {
    const thumbnail = [0xe1, [...jpeg({ components: 4 })]] as const;
    const bytes = jpeg({ before: [[0xfe, [1, 2]], thumbnail] });
    const padded = new Uint8Array([...bytes.subarray(0, 2), 0xff, 0xff, ...bytes.subarray(2)]);
    expect(decodeJpeg(padded, 'a.jpg').value?.components).toBe(3);
  });

  it.each([
    [jpeg({ components: 4 }), 'The JPEG picture is in CMYK, the colours of printing presses.'],
    [jpeg({ components: 2 }), 'The JPEG picture has 2 colour channels; only 1 or 3 are read.'],
    [jpeg({ marker: 0xc1, precision: 12 }), 'The JPEG picture has 12 bits a channel; only 8 are read.'],
    [jpeg({ marker: 0xc3 }), 'The JPEG picture is of a rare kind that PDF cannot show.'],
    [jpeg({ marker: 0xc9 }), 'The JPEG picture is of a rare kind that PDF cannot show.'],
  ])('is refused when PDF/A cannot show it', (bytes, message) => {
    expect(fault(bytes)).toBe(`a.jpg:1:1 error graphics/unsupported-jpeg: ${message} ${SAVE_AGAIN}`);
  });

  it('is refused above 40 million pixels', () => {
    expect(fault(jpeg({ width: 65_000, height: 65_000 }))).toBe(
      'a.jpg:1:1 error graphics/too-many-pixels: The picture is 65000 × 65000 pixels; at most 40 million pixels are read. → Scale it down; 2,000 pixels across are enough for a page.',
    );
  });

  it('is refused wherever it is cut off', () => {
    const bytes = jpeg();
    for (let length = 3; length < bytes.length; length++)
      expect(fault(bytes.subarray(0, length))).toBe(BROKEN);
  });

  it('is refused without a size', () => {
    expect(fault(jpeg({ height: 0 }))).toBe(BROKEN);
    expect(fault(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBe(BROKEN);
  });

  it.each([true, false])('gives a warning when it is stored turned (little-endian: %s)', (little) => {
    const { value, problems } = decodeJpeg(jpeg({ before: [exif(6, little)] }), 'a.jpg');
    expect(value).toBeDefined();
    expect(problemText(problems)).toBe(
      'a.jpg:1:1 warning graphics/turned-jpeg: The JPEG picture is stored turned, with a note to turn it back that PDF readers ignore. → Rotate it upright in a picture program and save it.',
    );
    expect(decodeJpeg(jpeg({ before: [exif(1, little)] }), 'a.jpg').problems).toEqual([]);
  });

  it('never throws, whatever its bytes', () => {
    const whole = jpeg({ before: [exif(6, true)] });
    const mutated = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
      .map((changes) => {
        const bytes = whole.slice();
        for (const [index, byte] of changes) bytes[index] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array()), (bytes) => {
        const { value, problems } = decodeJpeg(bytes, 'a.jpg');
        expect(value !== undefined || problems.length === 1).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
