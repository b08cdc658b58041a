import { describe, expect, it } from 'vitest';
import type { Opportunity } from '../../src/text/break-lines.js';
import { findOpportunities } from '../../src/text/break-opportunity.js';
import { plainStyle } from '../support/setting.js';

/** The text cut at every place where a line may end, or at those that are wanted. */
function pieces(
  text: string,
  lang: string,
  isWanted: (opportunity: Opportunity) => boolean = () => true,
): readonly string[] {
  const found = findOpportunities(text, [{ text, style: plainStyle, lang, noBreak: false, tag: 0 }]);
  const wanted = found.filter(isWanted);
  return wanted.map(({ offset }, index) => text.slice(wanted[index - 1]?.offset ?? 0, offset));
}

/** Like `pieces`, but values are not parted. */
function unparted(text: string, lang: string): readonly string[] {
  return pieces(text, lang, ({ partsValue }) => !partsValue);
}

describe('a number', () => {
  it.each([
    ['en', 'after 24 hours, call', ['after ', '24 hours, ', 'call']],
    ['en', 'of SPF 30 or', ['of ', 'SPF 30 or']],
    ['en', 'on Day 1 it', ['on ', 'Day 1 it']],
    ['en', 'wait 4\u20136 weeks', ['wait ', '4\u20136 weeks']],
    ['en', 'wait \u20684\u20136\u2069 weeks', ['wait ', '\u20684\u20136\u2069 weeks']],
    ['de', 'nach 24 Stunden ist', ['nach ', '24 Stunden ', 'ist']],
    ['fr', 'environ 10 000 pas', ['environ ', '10 000 pas']],
    ['es', 'el 5 % de', ['el ', '5 % ', 'de']],
    [
      'ar',
      '\u0628\u0639\u062f 24 \u0633\u0627\u0639\u0629',
      ['\u0628\u0639\u062f ', '24 \u0633\u0627\u0639\u0629'],
    ],
    ['zh-Hans', '\u540e24\u5c0f\u65f6', ['\u540e', '24\u5c0f', '\u65f6']],
  ])('stays with its unit or name in %s: %s', (lang, text, expected) => {
    expect(unparted(text, lang)).toEqual(expected);
    // The same place is a line end like others where no digit stands beside it.
    expect(pieces(text, lang).length).toBeGreaterThan(expected.length);
    const worded = text.replaceAll(/\p{Nd}/gu, 'x');
    expect(unparted(worded, lang)).toEqual(pieces(worded, lang));
  });

  it('to call counts nothing, so it parts from the word after it, but not from its own digits', () => {
    const spans = ['Call ', '911 right away', ' within 24 hours'].map((text, index) => {
      return { text, style: plainStyle, lang: 'en', noBreak: false, tag: index, isCall: index === 1 };
    });
    const text = spans.map((span) => span.text).join('');
    const ends = findOpportunities(text, spans).filter(({ partsValue }) => !partsValue);
    const parts = ends.map(({ offset }, index) => text.slice(ends[index - 1]?.offset ?? 0, offset));
    expect(parts).toEqual(['Call 911 ', 'right ', 'away ', 'within ', '24 hours']);
  });

  it('parts from words behind a comma or full stop', () => {
    expect(unparted('until day 4. Then', 'en')).toEqual(['until ', 'day ', '4. ', 'Then']);
  });
});

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

  it('is marked inside Chinese and Japanese words, and before Japanese particles', () => {
    const whole = (text: string, lang: string): readonly string[] =>
      pieces(text, lang, ({ partsWord }) => !partsWord);
    expect(whole('改善皮肤质地', 'zh-Hans')).toEqual(['改善', '皮肤', '质地']);
    expect(whole('肌が新しいコラーゲンを作る', 'ja')).toEqual(['肌が', '新しい', 'コラーゲンを', '作る']);
    expect(whole('マイクロニードリング後の肌のケア', 'ja')).toEqual([
      'マイクロニードリング',
      '後の',
      '肌の',
      'ケア',
    ]);
    expect(whole('スキン・ケア', 'ja')).toEqual(['スキン・', 'ケア']);
  });

  it('is not marked before a Japanese verb in hiragana after a particle, unless it leans on the word before', () => {
    const whole = (text: string): readonly string[] => pieces(text, 'ja', ({ partsWord }) => !partsWord);
    expect(whole('最善の結果につながる')).toEqual(['最善の', '結果に', 'つながる']);
    expect(whole('水をください')).toEqual(['水をください']);
  });

  it.each(['3か月', '2ヶ月', '7日目', '5日間', '3か月間'])('is inside %s only as a last resort', (value) => {
    expect(unparted(`、${value}。`, 'ja').join('|')).toContain(value);
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
