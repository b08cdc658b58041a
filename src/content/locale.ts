import type { Direction } from '../base/direction.js';

/** Scripts written from right to left that living languages use (ISO 15924 codes). */
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** Tells whether a text is a well-formed BCP 47 tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * The direction that a language is written in, from its likely script (CLDR).
 * @param lang BCP 47 tag; left to right for anything that is not one
 */
export function directionOf(lang: string): Direction {
  if (!isLanguageTag(lang)) return 'ltr';
  const script = new Intl.Locale(lang).maximize().script;
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
}

/** Tells whether this Node's ICU has data of its own for a language. Haitian Creole, for one, has none. */
export function hasLocaleData(lang: string): boolean {
  return isLanguageTag(lang) && Intl.NumberFormat.supportedLocalesOf([lang]).length === 1;
}

/**
 * The locale that dates, numbers and lists are formatted for. The calendar is Gregorian and the digits are 0–9 in every
 * language, since a clinic's appointments and the packets of medicines use them; the defaults of ICU would give
 * Persian patients the Persian calendar and some Arabic ones other digits than the packet's. A tag that names another
 * calendar or other digits (`ar-u-nu-arab`) keeps them. A language without data is formatted as English, never as
 * whatever the machine is set to.
 */
export function formattingLocale(lang: string): string {
  const locale = new Intl.Locale(hasLocaleData(lang) ? lang : 'en');
  return new Intl.Locale(locale, {
    calendar: locale.calendar ?? 'gregory',
    numberingSystem: locale.numberingSystem ?? 'latn',
  }).toString();
}

/** How a language counts. */
export type PluralForms = Readonly<{
  /** The categories that whole and decimal numbers fall into, in CLDR's order. */
  categories: readonly Intl.LDMLPluralRule[];
  /** Those that stand for one number only, such as “one” in English; a text may say that number in words. */
  ofOneNumber: ReadonlySet<Intl.LDMLPluralRule>;
}>;

/** Finds how a language counts. It asks about many numbers, so ask once for each language. */
export function pluralFormsOf(lang: string): PluralForms {
  const rules = new Intl.PluralRules(formattingLocale(lang));
  const { pluralCategories: categories } = rules.resolvedOptions();
  const chosen = Array.from({ length: 201 }, (_, number) => rules.select(number));
  const ofOneNumber = categories.filter((category) => {
    return chosen.indexOf(category) !== -1 && chosen.indexOf(category) === chosen.lastIndexOf(category);
  });
  return { categories, ofOneNumber: new Set(ofOneNumber) };
}

/**
 * The name of a language, in another or in its own.
 * @param lang the language to be named
 * @param inLang the language of the name
 * @returns the tag itself where no name is known
 */
export function languageName(lang: string, inLang: string): string {
  const names = new Intl.DisplayNames([formattingLocale(inLang)], { type: 'language', fallback: 'code' });
  return names.of(lang) ?? lang;
}

/**
 * The name that speakers of a language know it by, as it is written at the head of a list.
 * @returns the tag itself where no name is known
 */
export function ownLanguageName(lang: string): string {
  const name = namesWithoutData.get(lang) ?? languageName(lang, lang);
  const [first = '', ...rest] = name;
  // Georgian has capitals for whole words in capitals only.
  if (/\p{Script=Georgian}/u.test(first)) return name;
  return first.toLocaleUpperCase(lang) + rest.join('');
}

/** Languages that ICU has no names in. */
const namesWithoutData: ReadonlyMap<string, string> = new Map([['ht', 'Kreyòl ayisyen']]);
