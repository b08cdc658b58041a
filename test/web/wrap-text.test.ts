import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textWidth } from '../../src/base/text-width.js';
import { wrapText } from '../../src/web/wrap-text.js';

const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', 'ب', '界', 'の', '。', '\u2068', '-') }), {
  maxLength: 40,
});

describe('a wrapped text', () => {
  it('has no line that is too wide where a space could have ended it', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 30 }), (parts, width) => {
        for (const line of wrapText(parts.join(' '), { width, lang: 'ja' })) {
          if (line.includes(' ')) expect(textWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('says the same words in the same order', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 30 }), (parts, width) => {
        const plain = (text: string): string => text.replace(/[\s\u2066-\u2069]/g, '');
        const text = parts.join(' ');
        expect(plain(wrapText(text, { width, lang: 'ja' }).join(''))).toBe(plain(text));
      }),
    );
  });

  it('fills lines up to their last column', () => {
    expect(wrapText('aa bb cc dd', { width: 5, lang: 'en' })).toEqual(['aa bb', 'cc dd']);
  });

  it('leaves a word that is too wide whole, such as an address', () => {
    expect(wrapText('see <https://example.org/a> now', { width: 6, lang: 'en' })).toEqual([
      'see',
      '<https://example.org/a>',
      'now',
    ]);
  });

  it('counts wide characters twice, and divides between words that have no spaces', () => {
    expect(wrapText('治療の後は肌を清潔に保ちます。', { width: 14, lang: 'ja' })).toEqual([
      '治療の後は肌を',
      '清潔に保ち',
      'ます。',
    ]);
  });

  it('does not count marks above and below letters', () => {
    expect(wrapText('ا\u064Eب\u064F ج\u0650د\u0652', { width: 5, lang: 'ar' })).toHaveLength(1);
  });

  it('ends a direction at the end of a line and takes it up again on the next', () => {
    expect(wrapText('\u2068one two\u2069 three', { width: 4, lang: 'ar' })).toEqual([
      '\u2068one\u2069',
      '\u2068two\u2069',
      'three',
    ]);
  });
});
