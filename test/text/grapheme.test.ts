import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraphemeSplitter } from '../../src/text/grapheme.js';

const ICU = new Intl.Segmenter('und', { granularity: 'grapheme' });

describe('splitting into graphemes', () => {
  it('keeps a letter with its marks, and an emoji with its parts', () => {
    const split = createGraphemeSplitter();
    expect(Array.from(split('q\u0307\u0323x'), ({ segment }) => segment)).toEqual(['q\u0307\u0323', 'x']);
    expect(Array.from(split('\u{1f469}\u200d\u2695'), ({ segment }) => segment)).toHaveLength(1);
  });

  it('finds what ICU finds, in any text', () => {
    const split = createGraphemeSplitter();
    const anyUnit = fc.integer({ min: 0x20, max: 0x2069 }).map((unit) => String.fromCharCode(unit));
    fc.assert(
      fc.property(fc.array(anyUnit, { maxLength: 8 }), (units) => {
        const text = units.join('');
        const offsets = (parts: Iterable<{ index: number }>) => Array.from(parts, ({ index }) => index);
        expect(offsets(split(text))).toEqual(offsets(ICU.segment(text)));
      }),
      { numRuns: 3000 },
    );
  });
});
