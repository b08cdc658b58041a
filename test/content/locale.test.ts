import { describe, expect, it } from 'vitest';
import {
  directionOf,
  formattingLocale,
  hasLocaleData,
  isLanguageTag,
  languageName,
  ownLanguageName,
  pluralFormsOf,
} from '../../src/content/locale.js';

describe('the direction of a language', () => {
  it.each(['ar', 'fa', 'ur', 'he', 'yi', 'dv', 'ps', 'ckb', 'pa-Arab', 'az-Arab', 'ar-EG'])(
    'is right to left for %s',
    (lang) => {
      expect(directionOf(lang)).toBe('rtl');
    },
  );

  it.each(['en', 'es', 'ht', 'pa', 'ru', 'zh-Hant', 'ar-Latn', 'no such language'])(
    'is left to right for %s',
    (lang) => {
      expect(directionOf(lang)).toBe('ltr');
    },
  );
});

describe('the locale for dates and numbers', () => {
  it.each(['ar', 'fa', 'ur', 'th', 'my', 'ne'])(
    'has the Gregorian calendar and the digits 0–9 for %s',
    (lang) => {
      expect(formattingLocale(lang)).toBe(`${lang}-u-ca-gregory-nu-latn`);
    },
  );

  it('keeps the digits and the calendar that the tag names', () => {
    expect(formattingLocale('fa-u-ca-persian-nu-arabext')).toBe('fa-u-ca-persian-nu-arabext');
  });

  it("is English, not the machine's, for a language without data", () => {
    expect(hasLocaleData('ht')).toBe(false);
    expect(formattingLocale('ht')).toBe('en-u-ca-gregory-nu-latn');
  });
});

describe('the plural forms of a language', () => {
  it('are the six of Arabic, of which two name one number', () => {
    const { categories, ofOneNumber } = pluralFormsOf('ar');
    expect([...categories].sort()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
    expect(ofOneNumber).toEqual(new Set(['zero', 'one', 'two']));
  });

  it('include a form "one" in Russian that also stands for 21', () => {
    expect(pluralFormsOf('ru').ofOneNumber.has('one')).toBe(false);
  });
});

describe('a tag', () => {
  it('is one of BCP 47', () => {
    expect(['es', 'pt-BR', 'zh-Hant-TW'].every(isLanguageTag)).toBe(true);
    expect(['', 'e', 'es_MX', 'a b'].some(isLanguageTag)).toBe(false);
  });

  it('has a name in each language', () => {
    expect(languageName('ar', 'en')).toBe('Arabic');
    expect(languageName('es', 'es')).toBe('español');
  });

  it('has a name that its readers know it by', () => {
    const names = ['es', 'ar', 'zh-Hant', 'ht', 'tl', 'xx'].map(ownLanguageName);
    expect(names).toEqual(['Español', 'العربية', '繁體中文', 'Kreyòl ayisyen', 'Filipino', 'Xx']);
  });
});
