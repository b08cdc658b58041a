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

/** How a word of a list may stand in a text, and how it is spelled. */
type ListedWord = Readonly<{ before: string; after: string; word: string }>;

const NO_LETTER_BEFORE = String.raw`(?<![\p{L}\p{M}])`;
const NO_LETTER_AFTER = String.raw`(?![\p{L}\p{M}])`;

/** `*` at an end leaves the word open there; `_` is a space. Scripts without spaces between words are open anyway. */
function readWord(entry: string): ListedWord {
  const word = escapePattern(entry.replace(/^\*|\*$/g, '')).replaceAll('_', '[\\s\\u00a0\\u202f]');
  if (SPACELESS.test(entry)) return { before: '', after: '', word };
  return {
    before: entry.startsWith('*') ? '' : NO_LETTER_BEFORE,
    after: entry.endsWith('*') ? '' : NO_LETTER_AFTER,
    word,
  };
}

/**
 * Makes a search for any word of a list, separated by spaces or slashes, for text in lower case and in form NFC. Words that may stand
 * alike are looked for together: what stands around them is tried once at each place, not for each word.
 */
export const wordsPattern = once((list): RegExp => {
  const groups = new Map<string, ListedWord[]>();
  for (const entry of foldText(list).split(/[\s/]+/)) {
    if (entry === '') continue;
    const listed = readWord(entry);
    const kind = listed.before + listed.after;
    groups.set(kind, [...(groups.get(kind) ?? []), listed]);
  }
  const sources = [...groups.values()].map((words) => {
    const { before, after } = words[0]!;
    return `${before}(?:${words.map(({ word }) => word).join('|')})${after}`;
  });
  return new RegExp(sources.join('|'), 'gu');
});

/** Tells whether a text holds any word of a list. */
export function hasWord(folded: string, list: string): boolean {
  return folded.search(wordsPattern(list)) !== -1;
}
