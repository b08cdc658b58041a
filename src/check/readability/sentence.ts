import type { SourceRange } from '../../base/source.js';
import type { Passage } from './passage.js';
import { countSyllables } from './syllables.js';

/** One word, with what formulas count of it. */
export type Word = Readonly<{ text: string; letters: number; syllables: number }>;

/** One sentence of running text, and its passage with the place where the template writes it. */
export type Sentence = Readonly<{ text: string; words: readonly Word[]; passage: Passage; at?: SourceRange }>;

/**
 * Divides running text into sentences, by the rules of Unicode for the language (UAX #29, Intl.Segmenter).
 *
 * What counts as one: McLaughlin (1969) takes a string of words that ends in a full stop, question mark or exclamation
 * mark, and Flesch (1948) tests running text alone. So a list item that ends with such a mark is a sentence, and a
 * fragment without one, such as “redness”, is left out as a heading is: counted as a sentence of one word it would make
 * every list look easy. A sentence that leads into a list ends at its colon, as with Flesch. Thai writes no full stops,
 * so there a whole passage counts.
 */
export function sentencesOf(passages: readonly Passage[], lang: string): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  return passages
    .filter(({ kind }) => kind === 'running')
    .flatMap((passage) =>
      splitText(passage.text, segmenter)
        .filter((text) => isUnstopped(lang) || SENTENCE_END.test(text))
        .map((text) => ({
          text,
          words: wordsOf(text, lang),
          passage,
          ...(passage.at && { at: passage.at }),
        })),
    )
    .filter(({ words }) => words.length > 0);
}

/** Divides a text into sentences and fragments. A stop after a single letter, or before a small one, ends nothing. */
export function splitSentences(text: string, lang: string): readonly string[] {
  return splitText(text, new Intl.Segmenter(lang, { granularity: 'sentence' }));
}

function splitText(text: string, segmenter: Intl.Segmenter): readonly string[] {
  const parts: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = parts.at(-1);
    if (last !== undefined && (INITIAL.test(last) || /^\p{Ll}/u.test(segment)))
      parts.push(parts.pop()! + segment);
    else parts.push(segment);
  }
  return parts.map((part) => part.trim());
}

/**
 * Divides a sentence into words. As with Flesch, words with a hyphen or an apostrophe and figures are one word each;
 * scripts without spaces are divided by dictionary.
 */
export function wordsOf(sentence: string, lang: string): readonly Word[] {
  return wordTexts(sentence, lang).map((text) => ({
    text,
    letters: text.match(/\p{L}/gu)?.length ?? 0,
    syllables: countSyllables(text, lang),
  }));
}

/** Divides a text into words as `wordsOf` does, without counting what they are made of. */
export function wordTexts(sentence: string, lang: string): readonly string[] {
  if (!UNSPACED.has(languageOf(lang))) return sentence.match(WORD) ?? [];
  return Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(sentence))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** The language of a tag, without script and region. */
export function languageOf(lang: string): string {
  return lang.split('-', 1)[0]!.toLowerCase();
}

function isUnstopped(lang: string): boolean {
  return UNSTOPPED.has(languageOf(lang));
}

const UNSTOPPED: ReadonlySet<string> = new Set(['th', 'lo']);
const UNSPACED: ReadonlySet<string> = new Set(['th', 'lo', 'km', 'my', 'zh', 'ja']);
const SENTENCE_END = /[\p{Sentence_Terminal}:][\p{Pe}\p{Pf}\p{Quotation_Mark}]*$/u;
const INITIAL = /(?:^|[\s.])\p{L}\.\s*$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-‑.,][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
