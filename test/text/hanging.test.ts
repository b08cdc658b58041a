import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/text/paragraph.js';
import { openTypesetter, paragraphOf } from '../support/setting.js';

const typesetter = openTypesetter();

/** Sets 12-point text. A full-width mark is 12 points wide. */
function set(text: string, changes: Parameters<typeof paragraphOf>[1], measure = 500): readonly Line[] {
  return typesetter.set(paragraphOf(text, changes), measure).value.lines;
}

function wordsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ text, start, end }) => text.slice(start, end));
}

/** Where the glyph of a character stands on a line from left to right. */
function xOf({ runs }: Line, offset: number): number {
  const glyphs = runs.flatMap(({ glyphs: all, style, face }) =>
    all.map(({ cluster, xAdvance }) => ({ cluster, width: (xAdvance * style.size) / face.unitsPerEm })),
  );
  return glyphs.filter(({ cluster }) => cluster < offset).reduce((sum, { width }) => sum + width, 0);
}

describe('a quotation mark at the start of a line', () => {
  it.each([
    ['en', '“Clean”', '“'],
    ['de', '„Sauber“', '„'],
    ['fr', '«\u202fPropre\u202f»', '«\u202f'],
    ['ko', '“청결”', '“'],
  ])('hangs with the space that belongs to it in %s', (lang, text, mark) => {
    const [line] = set(text, { lang });
    const words = xOf(line!, mark.length);
    expect(words).toBeGreaterThan(4);
    expect(line!.hang).toEqual({ startBlank: 0, startInk: expect.closeTo(words, 6) as number, endBlank: 0 });
  });

  it('is the only mark that does: no bracket and no letter hangs', () => {
    expect(set('(Clean)', {})[0]!.hang).toBeUndefined();
    expect(set('Keep “clean”', {})[0]!.hang).toBeUndefined();
  });

  it('hangs on any line of a paragraph', () => {
    const lines = set('Keep it “clean and dry”', {}, 60);
    expect(wordsOf(lines)[1]).toMatch(/^“/);
    expect(lines.map(({ hang }) => (hang?.startInk ?? 0) > 0)).toEqual([
      false,
      true,
      ...lines.slice(2).map(() => false),
    ]);
  });

  it('hangs at the right where text runs from right to left, unless it stands in words of the other direction', () => {
    expect(set('«نظيف»', { lang: 'ar', dir: 'rtl' })[0]!.hang?.startInk).toBeGreaterThan(3);
    expect(set('\u2066“Clean”\u2069 نظيف', { lang: 'ar', dir: 'rtl' })[0]!.hang).toBeUndefined();
  });
});

describe('a full-width mark', () => {
  it('hangs with its blank half at the start of a line', () => {
    for (const text of ['「清洁」', '（清洁）', '“清洁”']) {
      const { hang } = set(text, { lang: text.startsWith('「') ? 'ja' : 'zh-Hans' })[0]!;
      expect(hang).toEqual({ startBlank: 6, startInk: 0, endBlank: 6 });
    }
  });

  it.each([
    ['zh-Hans', '保持清洁。每天清洁', 54],
    ['zh-Hans', '保持清洁，每天清洁', 54],
    ['ja', '清潔維持、毎日清潔', 54],
    ['ja', '清潔維持」毎日清潔', 54],
    // The stops of Traditional Chinese stand in the middle of their square.
    ['zh-Hant', '保持清潔。每天清潔', 57],
  ])('at the end of a line needs room for its inked half only, in %s: %s', (lang, text, measure) => {
    const [first] = set(text, { lang }, measure);
    expect(wordsOf([first!])).toEqual([text.slice(0, 5)]);
    expect(first!.width - first!.hang!.endBlank).toBeCloseTo(measure, 6);
    // With less room the mark takes a character along to the next line, and a letter doesn't hang at all.
    expect(wordsOf(set(text, { lang }, measure - 1))[0]!.length).toBeLessThan(4);
    expect(wordsOf(set('保持清洁好每天清洁', { lang }, measure))[0]!.length).toBeLessThan(5);
  });

  it('changes nothing of the text: lines join to the source', () => {
    const text = '“保持清洁”，每天清洁。（清洁）';
    expect(wordsOf(set(text, { lang: 'zh-Hans' }, 54)).join('')).toBe(text);
  });
});
