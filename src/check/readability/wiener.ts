import { percentOfWords, wordsPerSentence, type Formula } from './formula.js';

/**
 * The first Wiener Sachtextformel, German: `0.1935 × MS + 0.1672 × SL + 0.1297 × IW − 0.0327 × ES − 0.875`, where MS, IW and
 * ES are the words of three syllables or more, of more than six letters and of one syllable in a hundred, and SL the words
 * of a sentence. A grade from 4 to 15.
 * @see Richard Bamberger and Erich Vanecek, Lesen – Verstehen – Lernen – Schreiben, Wien (1984)
 */
export const wienerSachtext: Formula = {
  name: 'Wiener Sachtextformel 1',
  source: 'Bamberger and Vanecek 1984',
  easier: 'lower',
  score: (text) =>
    0.1935 * percentOfWords(text.polysyllables, text) +
    0.1672 * wordsPerSentence(text) +
    0.1297 * percentOfWords(text.longWords, text) -
    0.0327 * percentOfWords(text.monosyllables, text) -
    0.875,
  grade: (score) => score,
};
