import { percentOfWords, wordsPerSentence, type Formula } from './formula.js';

/**
 * LIX, found for Swedish and used for its neighbours: `words per sentence + words of more than six letters in a hundred`. Below
 * 30 is very easy, 30 to 40 easy, 40 to 50 like newspapers, above 60 very hard. Björnsson gave no grades, so the score has no verdict.
 * @see Carl-Hugo Björnsson, Läsbarhet, Stockholm (1968)
 */
export const lix: Formula = {
  name: 'LIX',
  source: 'Björnsson 1968',
  easier: 'lower',
  score: (text) => wordsPerSentence(text) + percentOfWords(text.longWords, text),
};
