import { once } from './once.js';

/** Unicode's names of the scripts that each script of a tag (ISO 15924) is written with. */
const UNICODE_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  ...{ Latn: ['Latin'], Cyrl: ['Cyrillic'], Grek: ['Greek'], Armn: ['Armenian'], Geor: ['Georgian'] },
  ...{ Arab: ['Arabic'], Aran: ['Arabic'], Hebr: ['Hebrew'], Ethi: ['Ethiopic'] },
  ...{ Deva: ['Devanagari'], Beng: ['Bengali'], Guru: ['Gurmukhi'], Gujr: ['Gujarati'], Taml: ['Tamil'] },
  ...{ Telu: ['Telugu'], Knda: ['Kannada'], Mlym: ['Malayalam'], Sinh: ['Sinhala'] },
  ...{ Thai: ['Thai'], Laoo: ['Lao'], Khmr: ['Khmer'], Mymr: ['Myanmar'] },
  ...{
    Jpan: ['Han', 'Hiragana', 'Katakana'],
    Kore: ['Hangul', 'Han'],
    Hans: ['Han'],
    Hant: ['Han', 'Bopomofo'],
  },
};

/** The script of a language as its tag says or implies (ISO 15924). */
export const scriptOf = once((lang): string => new Intl.Locale(lang).maximize().script ?? 'Latn');

/** Unicode's names of the scripts that a language is written in; undefined where they aren't known. */
export function scriptsOf(lang: string): readonly string[] | undefined {
  return UNICODE_SCRIPTS[scriptOf(lang)];
}

/** Finds a letter of a script that a language isn't written in; undefined for a language whose scripts aren't known. */
export const strangeLetterOf = once((lang): RegExp | undefined => {
  const scripts = scriptsOf(lang);
  if (scripts === undefined) return undefined;
  const allowed = [...scripts, 'Latin', 'Common', 'Inherited'].map(
    (name) => `\\p{Script_Extensions=${name}}`,
  );
  return new RegExp(`(?=\\p{L})[^${allowed.join('')}]`, 'u');
});
