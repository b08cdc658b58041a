import { isKept } from './glossary.js';
import { withoutLinks } from './markup.js';
import type { Finding, LintPair, LintRule } from './pair.js';
import { scriptOf } from './scripts.js';

/** English words that none of the languages in Latin letters writes alike. */
const ENGLISH_WORDS =
  'the|your|you|with|and|from|this|that|these|those|which|what|have|should|before|after|their';
const ENGLISH = new RegExp(`^(?:${ENGLISH_WORDS})$`, 'iu');
/** In few texts one of them stands at all, be it in another word. */
const HOLDS_ENGLISH = new RegExp(ENGLISH_WORDS, 'iu');
const SET_APART = /<em>.*?<\/em>|\([^()]*\)|（[^（）]*）/gu;
const LATIN_WORD = /(?<![\p{L}\p{M}\p{N}@/.])\p{Script=Latin}[\p{Script=Latin}’'-]*/gu;
const NAME = /^(?:\p{Lu}[\p{Lu}\p{N}-]*|\p{Lu}\p{Ll}+)$/u;
const FEWEST_WORDS = 3;

/** No words of the source are left; what stands in brackets or in `<em>`, abbreviations and kept terms aside. */
export const untranslated: LintRule = {
  name: 'untranslated',
  code: 'content/lint-untranslated',
  severity: 'warning',
  find: (pair) => {
    const { source, target } = pair;
    if (source.plain.trim() === target.plain.trim() && isSentence(source.plain)) {
      return [{ message: 'The translation is the source text.', hint: 'Translate it.' }];
    }
    const found = scriptOf(pair.lang) === 'Latn' ? englishWord(pair) : leftWord(pair);
    return found === undefined ? [] : [found];
  },
};

function isSentence(plain: string): boolean {
  const words = plain.match(/\p{L}+/gu) ?? [];
  return words.length >= FEWEST_WORDS && !words.every((word) => NAME.test(word));
}

function wordsOf({ target }: LintPair): readonly (readonly [word: string, index: number])[] {
  const text = withoutLinks(target.raw)
    .replace(SET_APART, (part) => ' '.repeat(part.length))
    .replace(/<[^<>]*>|\{\{[^{}]*\}\}/gu, (part) => ' '.repeat(part.length));
  return Array.from(text.matchAll(LATIN_WORD), ({ 0: word, index }) => [word, index] as const);
}

/** In another script a word of the source in Latin letters stands out. */
function leftWord(pair: LintPair): Finding | undefined {
  const words = new Set(pair.source.folded.match(/\p{L}+/gu) ?? []);
  const left = wordsOf(pair).find(
    ([word]) =>
      word.length > 2 && !NAME.test(word) && words.has(word.toLowerCase()) && !isKept(word, pair.glossary),
  );
  return left && finding(left);
}

function englishWord(pair: LintPair): Finding | undefined {
  if (!HOLDS_ENGLISH.test(pair.target.raw)) return undefined;
  const words = wordsOf(pair);
  const left = words.find(([word], position) => {
    if (!ENGLISH.test(word) || isKept(word, pair.glossary)) return false;
    const [before, after] = [words[position - 1]?.[0], words[position + 1]?.[0]];
    return !(isCapital(before) && isCapital(after));
  });
  return left && finding(left);
}

/** Between capitals a small word belongs to a name. */
function isCapital(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}

function finding([word, offset]: readonly [string, number]): Finding {
  return {
    offset,
    message: `“${word}” is left untranslated.`,
    hint: 'Translate it, or put a term that stays English in <em>.',
  };
}
