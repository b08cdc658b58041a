import { once } from './once.js';
import { foldText } from './pair.js';

/** Words or stems of a language, by its tag or by its language alone. */
export type WordTable = Readonly<Record<string, string>>;

const SPACELESS = /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Finds the entry of a language in a table whose keys are tags such as `es` or `zh-Hant`. */
export function entryOf<Value>(table: Readonly<Record<string, Value>>, lang: string): Value | undefined {
  const own = table[lang];
  if (own !== undefined) return own;
  const { language, script } = new Intl.Locale(lang).maximize();
  const known = language === 'fil' ? 'tl' : language;
  return table[`${known}-${script ?? ''}`] ?? table[known];
}

/** Escapes what has a meaning in regular expressions. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** `*` at an end leaves the word open there; `_` is a space. Scripts without spaces between words are open anyway. */
function sourceOf(entry: string): string {
  const word = escapePattern(entry.replace(/^\*|\*$/g, '')).replaceAll('_', '[\\s\\u00a0\\u202f]');
  if (SPACELESS.test(entry)) return word;
  const before = entry.startsWith('*') ? '' : '(?<![\\p{L}\\p{M}])';
  const after = entry.endsWith('*') ? '' : '(?![\\p{L}\\p{M}])';
  return `${before}${word}${after}`;
}

/** Makes a search for any word of a list, separated by spaces or slashes, for text in lower case and in form NFC. */
export const wordsPattern = once((list): RegExp => {
  const sources = foldText(list)
    .split(/[\s/]+/)
    .filter((entry) => entry !== '')
    .map(sourceOf);
  return new RegExp(sources.join('|'), 'gu');
});

/** Tells whether a text holds any word of a list. */
export function hasWord(folded: string, list: string): boolean {
  return folded.search(wordsPattern(list)) !== -1;
}
