import type { Sentence, Word } from './sentence.js';

/** What formulas count in a text. */
export type Statistics = Readonly<{
  sentences: number;
  words: number;
  letters: number;
  syllables: number;
  /** Words of one syllable. */
  monosyllables: number;
  /** Words of three syllables or more. */
  polysyllables: number;
  /** Words of four syllables or more. */
  tetrasyllables: number;
  /** Words of more than six letters. */
  longWords: number;
  /** Words that Gunning calls hard: see `isFogWord`. */
  fogWords: number;
}>;

/** Counts sentences and their words. */
export function countText(sentences: readonly Pick<Sentence, 'words'>[]): Statistics {
  const words = sentences.flatMap((sentence) => sentence.words);
  const many = (test: (word: Word) => boolean): number => words.filter(test).length;
  return {
    sentences: sentences.length,
    words: words.length,
    letters: words.reduce((sum, { letters }) => sum + letters, 0),
    syllables: words.reduce((sum, { syllables }) => sum + syllables, 0),
    monosyllables: many(({ syllables }) => syllables === 1),
    polysyllables: many(({ syllables }) => syllables >= 3),
    tetrasyllables: many(({ syllables }) => syllables >= 4),
    longWords: many(({ letters }) => letters > 6),
    fogWords: sentences.reduce((sum, { words: own }) => sum + own.filter(isFogWord).length, 0),
  };
}

/**
 * Gunning's hard words (1952): three syllables or more, but no proper name, no compound with a hyphen, and no word that has
 * its third syllable only from -ed or -es.
 */
export function isFogWord({ text, syllables }: Word, place: number): boolean {
  if (syllables < 3 || text.includes('-') || (place > 0 && /^\p{Lu}/u.test(text))) return false;
  return syllables > 3 || !/(?:[td]ed|[sxz]es|[cg]es|[sc]hes)$/u.test(text);
}
