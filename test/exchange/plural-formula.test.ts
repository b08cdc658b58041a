import { describe, expect, it } from 'vitest';
import { pluralFormsOf } from '../../src/content/locale.js';
import { pluralFormulaOf, pluralHeader, readPluralHeader } from '../../src/exchange/plural-formula.js';

const languages = [
  ...['ar', 'bn', 'de', 'en', 'es', 'fa', 'fr', 'he', 'hi', 'ht', 'it', 'ja', 'ko', 'pa', 'pl', 'pt', 'ru'],
  ...['th', 'tl', 'uk', 'ur', 'vi', 'zh-Hans', 'zh-Hant'],
];

describe('the formula of a plural', () => {
  it.each(languages)('counts as CLDR does (%s)', (lang) => {
    const formula = pluralFormulaOf(lang)!;
    expect(readPluralHeader(pluralHeader(formula), lang)).toEqual(formula.forms.map((form) => [form]));
    const onlyOfFractions = pluralFormsOf(lang).categories.filter((form) => !formula.forms.includes(form));
    expect(onlyOfFractions).toEqual(['pl', 'ru', 'uk'].includes(lang) ? ['other'] : []);
  });

  it('is not known of a language that nobody has looked at', () => {
    expect(pluralFormulaOf('cy')).toBeUndefined();
  });
});

describe('the header of a PO file', () => {
  it('may give several categories one form', () => {
    expect(readPluralHeader('nplurals=2; plural=n!=1;', 'es')).toEqual([['one'], ['many', 'other']]);
  });

  it.each([
    'nplurals=2; plural=n > 1;',
    'nplurals=1; plural=n != 1;',
    'nplurals=2; plural=n ==;',
    'nplurals=2',
  ])('is refused where it counts otherwise or is no formula (%s)', (header) => {
    expect(readPluralHeader(header, 'es')).toBeUndefined();
  });
});
