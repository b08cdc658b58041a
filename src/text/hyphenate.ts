import { createRequire } from 'node:module';

/** Divides words for languages that need it. */
export type Hyphenation = Readonly<{
  /**
   * Puts soft hyphens (U+00AD) into the long words of a text. The text is otherwise unchanged, and is returned as it is
   * when its language isn't hyphenated.
   *
   * Left alone are words of fewer than nine letters, words in capitals, words that a translator has divided, e-mail and
   * web addresses, words with digits, and whatever stands in an isolate (U+2066 to U+2069), since that must not break.
   * @param lang BCP 47 tag
   */
  hyphenate: (text: string, lang: string) => string;
}>;

/**
 * Tells whether body text of a language is hyphenated: German, Dutch, Afrikaans, the Scandinavian languages, Finnish,
 * Estonian and Hungarian.
 *
 * These build words of twenty letters and more as a matter of course, and in a narrow column such a word leaves half a
 * line empty or doesn't fit at all. Everywhere else lines end ragged between whole words, as guides to plain language
 * ask: a divided word is harder to read, above all for those who read little. That holds for Russian, Ukrainian and Polish
 * too, whose words are longer than English ones but seldom longer than half a column.
 */
export function isHyphenated(lang: string): boolean {
  return patternFile(lang) !== undefined;
}

/** Prepares to hyphenate. The patterns of a language are loaded when its first long word comes, and then kept. */
export function openHyphenation(): Hyphenation {
  const dividers = new Map<string, DivideWord>();
  return {
    hyphenate: (text, lang) => {
      const file = patternFile(lang);
      if (file === undefined || !LONG_WORD.test(text)) return text;
      let divide = dividers.get(file);
      if (divide === undefined) dividers.set(file, (divide = loadDivider(file)));
      return text.replace(UNBROKEN_STRETCH, (stretch) => hyphenateStretch(stretch, divide));
    },
  };
}

/** Divides a word of letters at every place the patterns allow. */
type DivideWord = (word: string) => string;

const SOFT_HYPHEN = '\u00ad';
const LEAST_LETTERS = 9;
const LEAST_BEFORE = 3;
const LEAST_AFTER = 4;
const LONG_WORD = /[\p{L}\p{M}]{9}/u;
const LONG_WORDS = /[\p{L}\p{M}\u00ad]{9,}/gu;
/** An isolate, or what stands between two spaces. */
const UNBROKEN_STRETCH = /[\u2066-\u2068][^\u2069]*\u2069?|[^\s\u2066-\u2069]+/gu;
/** What is found in addresses, file names and figures but not in ordinary words; a full stop only before a letter. */
const UNLIKE_WORDS = /[@/\\_\p{Nd}\u2066-\u2069]|\.\p{L}/u;

/** By language: the file of patterns in the package hyphen. */
const PATTERN_FILES: ReadonlyMap<string, string> = new Map([
  ['af', 'af'],
  ['da', 'da'],
  ['de', 'de-1996'],
  ['et', 'et'],
  ['fi', 'fi'],
  ['hu', 'hu'],
  ['is', 'is'],
  ['nb', 'nb'],
  ['nl', 'nl'],
  ['nn', 'nn'],
  ['no', 'nb'],
  ['sv', 'sv'],
]);

function patternFile(lang: string): string | undefined {
  return PATTERN_FILES.get(lang.split('-', 1)[0]!.toLowerCase());
}

function hyphenateStretch(stretch: string, divide: DivideWord): string {
  if (UNLIKE_WORDS.test(stretch)) return stretch;
  return stretch.replace(LONG_WORDS, (word) => {
    if (word.includes(SOFT_HYPHEN) || word === word.toUpperCase()) return word;
    return joinParts(divide(word).split(SOFT_HYPHEN));
  });
}

/** Takes back the divisions that leave too few letters on either line. */
function joinParts(parts: readonly string[]): string {
  const length = parts.join('').length;
  let word = '';
  let before = 0;
  for (const part of parts) {
    const allowed = before >= LEAST_BEFORE && length - before >= LEAST_AFTER;
    word += allowed ? SOFT_HYPHEN + part : part;
    before += part.length;
  }
  return word;
}

/**
 * Loads the patterns of a language. The package is CommonJS and one file per language, so `require` brings in just
 * that file, and at once: lines are set without waiting.
 */
function loadDivider(file: string): DivideWord {
  const require = createRequire(import.meta.url);
  const createDivider = require('hyphen/hyphen.js') as CreateDivider;
  const patterns: unknown = require(`hyphen/patterns/${file}.js`);
  return createDivider(patterns, { hyphenChar: SOFT_HYPHEN, minWordLength: LEAST_LETTERS });
}

type CreateDivider = (
  patterns: unknown,
  options: Readonly<{ hyphenChar: string; minWordLength: number }>,
) => DivideWord;
