import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHyphenated, openHyphenation } from '../../src/text/hyphenate.js';

const { hyphenate } = openHyphenation();

/** Hyphenates and shows soft hyphens as a character that can be seen. */
function divided(text: string, lang: string): string {
  return hyphenate(text, lang).replaceAll('\u00ad', '·');
}

describe('hyphenate', () => {
  it.each([
    ['de', 'Wundheilungsstörungen', 'Wund·hei·lungs·stö·rungen'],
    ['nl', 'huidverzorging', 'huid·ver·zor·ging'],
    ['fi', 'hoito-ohjeiden noudattaminen', 'hoito-ohjeiden nou·dat·ta·minen'],
    ['sv', 'hudbehandlingen', 'hud·be·hand·lingen'],
    ['da', 'hudbehandlingen', 'hud·be·hand·lingen'],
    ['nb', 'hudbehandlingen', 'hud·be·hand·lingen'],
    ['hu', 'bőrgyógyászati', 'bőr·gyó·gyá·szati'],
  ])('divides the long words of %s', (lang, text, expected) => {
    expect(divided(text, lang)).toBe(expected);
  });

  it.each(['en', 'es', 'ru', 'uk', 'pl', 'ar', 'zh-Hans'])('leaves %s undivided', (lang) => {
    expect(isHyphenated(lang)).toBe(false);
    expect(hyphenate('Wundheilungsstörungen', lang)).toBe('Wundheilungsstörungen');
  });

  it('knows a language by its tag’s first part', () => {
    expect(divided('Hautbehandlung', 'de-AT')).toBe('Haut·be·hand·lung');
  });

  it('leaves words of fewer than nine letters whole', () => {
    expect(divided('Heilung Behandlung', 'de')).toBe('Heilung Behand·lung');
  });

  it('keeps at least three letters before a division and four after it', () => {
    const words = fc.stringMatching(/^[a-zäöüß]{9,30}$/u);
    fc.assert(
      fc.property(words, (word) => {
        const parts = hyphenate(word, 'de').split('\u00ad');
        if (parts.length === 1) return;
        expect(parts[0]!.length).toBeGreaterThanOrEqual(3);
        expect(parts.at(-1)!.length).toBeGreaterThanOrEqual(4);
      }),
    );
  });

  it.each([
    'praxis.hautgesundheit@beispielklinik.example',
    'https://beispielklinik.example/wundversorgung/nachsorge',
    'www.hautgesundheitszentrum.example',
    'Nachsorgebogen_Hautbehandlung',
    'Behandlungsnummer2024',
    'HAUTBEHANDLUNG',
    '\u2068Christophoros Hautbehandlung\u2069',
    'Haut\u00adbehandlungen',
  ])('leaves %s as it is', (text) => {
    expect(hyphenate(text, 'de')).toBe(text);
  });

  it('divides words next to punctuation and in brackets', () => {
    expect(divided('(Hautbehandlung), „Hautbehandlung“.', 'de')).toBe(
      '(Haut·be·hand·lung), „Haut·be·hand·lung“.',
    );
  });

  it('changes nothing but soft hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('de', 'fi', 'hu'), (text, lang) => {
        const plain = text.replaceAll('\u00ad', '');
        expect(hyphenate(plain, lang).replaceAll('\u00ad', '')).toBe(plain);
      }),
    );
  });
});
