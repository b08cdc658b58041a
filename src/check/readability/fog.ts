import { percentOfWords, wordsPerSentence, type Formula } from './formula.js';
import { isFogWord } from './statistics.js';

/**
 * Gunning Fog: `0.4 × (words per sentence + hard words in a hundred)`. Years of schooling. Hard words have three syllables or
 * more, except names, compounds with a hyphen, and words made long by -ed or -es.
 * @see Robert Gunning, The Technique of Clear Writing (1952)
 */
export const gunningFog: Formula = {
  name: 'Gunning Fog',
  source: 'Gunning 1952',
  easier: 'lower',
  isHard: isFogWord,
  score: (text) => 0.4 * (wordsPerSentence(text) + percentOfWords(text.fogWords, text)),
  grade: (score) => score,
};

/**
 * FOG-PL, Polish: Gunning's formula with hard words of four syllables or more, for three are common in Polish. Years of schooling:
 * up to 6 for primary school, 7 to 9 for lower secondary school. The program of that name counts the dictionary form of a word;
 * here the word counts as it stands, which gives a little more.
 * @see Anna Seretny, “Wskaźnik czytelności tekstu jako pomoc w określaniu stopnia jego trudności”, LingVaria (2006)
 */
export const fogPolish: Formula = {
  name: 'FOG-PL',
  source: 'Gunning 1952, Seretny 2006',
  easier: 'lower',
  isHard: ({ syllables }) => syllables >= 4,
  score: (text) => 0.4 * (wordsPerSentence(text) + percentOfWords(text.tetrasyllables, text)),
  grade: (score) => score,
};
