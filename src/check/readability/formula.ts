import type { Word } from './sentence.js';
import type { Statistics } from './statistics.js';

/** A published formula for how easy a text is to read. */
export type Formula = Readonly<{
  /** The name that readers of the literature know it by. */
  name: string;
  /** Who published it, and when. */
  source: string;
  /** Which way is easier. */
  easier: 'higher' | 'lower';
  score(text: Statistics): number;
  /** The least school grade whose pupils read a text of this score, by the author's own table; none where there is no such table. */
  grade?(score: number): number;
  /** Whether a word makes its sentence harder by this formula. */
  isHard(word: Word, place: number): boolean;
  /** What a person should know of this score, such as that the text is too short for it. */
  remark?(text: Statistics): string | undefined;
}>;

/** One row of an author's table: texts of at least this score can be read from this grade on. */
export type Band = readonly [leastScore: number, grade: number];

/** Words in a sentence, on average. */
export function wordsPerSentence({ words, sentences }: Statistics): number {
  return words / sentences;
}

/** Syllables in a word, on average. */
export function syllablesPerWord({ syllables, words }: Statistics): number {
  return syllables / words;
}

/** How many of a hundred words. */
export function percentOfWords(count: number, { words }: Statistics): number {
  return (100 * count) / words;
}

/** Reads an author's table, whose rows go from the easiest to the hardest. */
export function gradeByBands(bands: readonly Band[], beyond: number): (score: number) => number {
  return (score) => bands.find(([leastScore]) => score >= leastScore)?.[1] ?? beyond;
}

/** A word of three syllables or more, which most formulas call hard. */
export function isPolysyllable({ syllables }: Word): boolean {
  return syllables >= 3;
}

/** A word of more than six letters. */
export function isLong({ letters }: Word): boolean {
  return letters > 6;
}
