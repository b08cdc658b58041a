import { describe, expect, it } from 'vitest';
import { findOpportunities } from '../../src/text/break-opportunity.js';
import { plainStyle } from '../support/setting.js';

/** The text cut at every place where a line may end. */
function pieces(text: string, lang: string): readonly string[] {
  const opportunities = findOpportunities(text, [{ text, style: plainStyle, lang, noBreak: false, tag: 0 }]);
  return opportunities.map(({ offset }, index) => text.slice(opportunities[index - 1]?.offset ?? 0, offset));
}

describe('where lines may end', () => {
  it('is between the words of Thai, and never before a sign that repeats a word', () => {
    const found = pieces('ทาครีมบ่อยๆ', 'th');
    expect(found.join('')).toBe('ทาครีมบ่อยๆ');
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter((piece) => piece.startsWith('ๆ'))).toEqual([]);
  });

  it.each([
    ['km', 'សូមលាងមុខជាមួយទឹកស្អាត'],
    ['my', 'မျက်နှာကိုရေသန့်ဖြင့်ဆေးပါ'],
  ])('is between the words of %s', (lang, text) => {
    expect(pieces(text, lang).length).toBeGreaterThan(2);
  });

  it('is between Chinese characters, but not before a closing mark', () => {
    expect(pieces('保持清洁。', 'zh-Hans')).toEqual(['保', '持', '清', '洁。']);
  });

  it('is at spaces in Korean, also beside digits', () => {
    expect(pieces('붉은 기운은 3일 정도', 'ko')).toEqual(['붉은 ', '기운은 ', '3일 ', '정도']);
  });

  it('is where a translator put a zero-width space, and not where a word joiner stands', () => {
    expect(pieces('ab\u200bcd', 'en')).toEqual(['ab\u200b', 'cd']);
    expect(pieces('清\u2060洁', 'zh-Hans')).toEqual(['清\u2060洁']);
  });

  it('is never inside an isolated value', () => {
    expect(pieces('take \u20685 mg/kg\u2069 now', 'en')).toEqual(['take ', '\u20685 mg/kg\u2069 ', 'now']);
  });

  it('is between the words of an isolated phrase', () => {
    expect(pieces('\u2068Lumen Clinic\u2069', 'ar')).toEqual(['\u2068Lumen ', 'Clinic\u2069']);
  });
});
