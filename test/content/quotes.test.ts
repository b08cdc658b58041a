import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { quotationMarksOf } from '../../src/content/quotation-marks.js';
import { printProblems } from '../workspace/print-problem.js';
import { localeSource } from './sources.js';

function complaints(lang: string, text: string): string {
  const { problems } = loadCatalogue([localeSource(lang, { a: text })], { sourceLang: lang });
  return printProblems(problems.filter(({ code }) => code === 'content/foreign-quotes'));
}

const usual: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'Don’t use “pure” or ‘mild’ oil.'],
  ['es', 'Sin «colorantes» ni “aromas”.'],
  ['fr', 'L’huile dite «\u202fpure\u202f» ou «\u00a0douce\u00a0»'],
  ['de', 'Kein „reines“ oder ‚mildes‘ Öl'],
  ['pl', 'Bez „czystego” olejku'],
  ['ru', 'Без «чистого» масла'],
  ['uk', 'Без «чистої» олії'],
  ['ja', '「純粋」な『油』'],
  ['zh-Hans', '“纯”油'],
  ['zh-TW', '「純」油'],
  ['ar', 'زيت «نقي»'],
  ['fa', 'روغن «خالص»'],
  ['he', 'שמן ”טהור” לפי ד״ר'],
];

describe('the quotation marks of a text', () => {
  it.each(usual)('are those of its language, here %s', (lang, text) => {
    expect(complaints(lang, text)).toBe('');
  });

  it.each([
    ['en', 'Kein „reines“ Öl'],
    ['de', 'no “pure” oil'],
    ['ru', 'no “pure” oil'],
    ['ja', 'no “pure” oil'],
    ['zh-Hant', 'no “pure” oil'],
    ['fa', '「x」'],
  ])('are not another language’s, here %s', (lang, text) => {
    expect(complaints(lang, text)).toContain('warning content/foreign-quotes');
  });

  it('are reported with what to write', () => {
    expect(complaints('de', 'no “pure” oil')).toBe(
      'de/common.json:2:17 warning content/foreign-quotes\n' +
        '” isn\'t a quotation mark of the language "de". (a)\n' +
        'Quote with „…“, and inside that with ‚…‘.',
    );
  });

  it("are never a typewriter's", () => {
    expect(complaints('en', "Don't")).toBe(
      'en/common.json:2:12 warning content/foreign-quotes\n' +
        "' is a typewriter's mark, which stands for several others. (a)\n" +
        'Write ’ for an apostrophe. Quote with “…”, and inside that with ‘…’.',
    );
    expect(complaints('en', 'a \\"pure\\" oil')).toContain("is a typewriter's mark");
  });

  it('stand by a no-break space in French', () => {
    expect(complaints('fr', 'une huile « pure »')).toBe(
      'fr/common.json:2:19 warning content/foreign-quotes\n' +
        'A line could end at the space inside these quotation marks. (a)\n' +
        'Write a narrow no-break space there (U+202F).',
    );
  });

  it('may be any in a language that is not listed, but for a typewriter’s', () => {
    expect(quotationMarksOf('haw')).toBeUndefined();
    expect(complaints('haw', '„a“ «b» 「c」')).toBe('');
    expect(complaints('haw', "a'b")).toContain('Quote as "haw" does.');
  });

  it('are no text inside tags', () => {
    expect(complaints('en', '<bdi class=\\"no-break\\">5 mg</bdi>')).toBe('');
    expect(complaints('en', '<bdi class="no-break">5 mg</bdi>')).toBe('');
  });
});
