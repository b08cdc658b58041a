import { once } from './once.js';
import { foldText } from './pair.js';

/** Words or stems of a language, by its tag or by its language alone. */
export type WordTable = Readonly<Record<string, string>>;

const SPACELESS = /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Finds the entry of a language in a table whose keys are tags such as `es` or `zh-Hant`. */
export function entryOf<Value>(table: Readonly<Record<string, Value>>, lang: string): Value | undefined {
  return table[lang] ?? table[writtenTag(lang)] ?? table[languageOf(lang)];
}

/** Its language and the script it is written in, said or not, such as `zh-Hant` for `zh-TW`. */
const writtenTag = once((lang): string => {
  const { script } = new Intl.Locale(lang).maximize();
  return `${languageOf(lang)}-${script ?? ''}`;
});

const languageOf = once((lang): string => {
  const { language } = new Intl.Locale(lang);
  return language === 'fil' ? 'tl' : language;
});

/** Escapes what has a meaning in regular expressions. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A word of a list: how it is spelled, and whether letters may stand before and after it in a text. */
export type ListedWord = Readonly<{ spelling: string; isOpenBefore: boolean; isOpenAfter: boolean }>;

const LETTER = /[\p{L}\p{M}]/u;
const SPACES = /\s/g;
const NO_LETTER_BEFORE = String.raw`(?<![\p{L}\p{M}])`;
const NO_LETTER_AFTER = String.raw`(?![\p{L}\p{M}])`;

/** Reads a list, whose words are separated by spaces or slashes. */
const listWords = once((list): readonly ListedWord[] =>
  foldText(list)
    .split(/[\s/]+/)
    .filter((entry) => entry !== '')
    .map(readWord),
);

/** `*` at an end leaves the word open there; `_` is a space. Scripts without spaces between words are open anyway. */
function readWord(entry: string): ListedWord {
  const isSpaceless = SPACELESS.test(entry);
  return {
    spelling: entry.replace(/^\*|\*$/g, '').replaceAll('_', ' '),
    isOpenBefore: isSpaceless || entry.startsWith('*'),
    isOpenAfter: isSpaceless || entry.endsWith('*'),
  };
}

/**
 * Makes a search for any word of a list, separated by spaces or slashes, for text in lower case and in form NFC. Words that may stand
 * alike are looked for together: what stands around them is tried once at each place, not for each word.
 */
export const wordsPattern = once((list): RegExp => {
  const groups = new Map<string, string[]>();
  for (const { spelling, isOpenBefore, isOpenAfter } of listWords(list)) {
    const around = `${isOpenBefore ? '' : NO_LETTER_BEFORE}|${isOpenAfter ? '' : NO_LETTER_AFTER}`;
    const word = escapePattern(spelling).replaceAll(' ', '\\s');
    groups.set(around, [...(groups.get(around) ?? []), word]);
  }
  const sources = [...groups].map(([around, words]) => {
    const [before = '', after = ''] = around.split('|');
    return `${before}(?:${words.join('|')})${after}`;
  });
  return new RegExp(sources.join('|'), 'gu');
});

/**
 * Tells whether a text, in lower case and in form NFC, holds any word of a list. That is quicker than `wordsPattern`, which is compiled
 * at its first use: a language's lists are looked for in a few hundred short texts.
 */
export function hasWord(folded: string, list: string): boolean {
  return hasAnyOf(folded, listWords(list));
}

function hasAnyOf(folded: string, words: readonly ListedWord[]): boolean {
  return words.some((word) =>
    holdsWord(word.spelling.includes(' ') ? folded.replace(SPACES, ' ') : folded, word),
  );
}

/**
 * Prepares a long list to be looked for in many texts, in lower case and in form NFC. Few texts hold one of its spellings at all, so
 * these are looked for first, together.
 */
export function wordFinder(list: string): (folded: string) => boolean {
  const words = listWords(list);
  const spellings = new RegExp(
    words.map(({ spelling }) => escapePattern(spelling).replaceAll(' ', '\\s')).join('|'),
  );
  return (folded) => spellings.test(folded) && hasAnyOf(folded, words);
}

/** Tells whether a word stands in a text as it is spelled, and no letter beside it unless it is open there. */
export function holdsWord(text: string, { spelling, isOpenBefore, isOpenAfter }: ListedWord): boolean {
  for (let at = text.indexOf(spelling); at !== -1; at = text.indexOf(spelling, at + 1)) {
    const end = at + spelling.length;
    const isApart = (isOpenBefore || !isLetterBefore(text, at)) && (isOpenAfter || !isLetterAt(text, end));
    if (isApart) return true;
  }
  return false;
}

function isLetterBefore(text: string, place: number): boolean {
  if (place === 0) return false;
  const isPair = place > 1 && text.codePointAt(place - 2)! > 0xffff;
  return isLetterAt(text, place - (isPair ? 2 : 1));
}

function isLetterAt(text: string, place: number): boolean {
  const code = text.codePointAt(place);
  return code !== undefined && LETTER.test(String.fromCodePoint(code));
}
