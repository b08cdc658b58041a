import { isLong, percentOfWords, wordsPerSentence, type Formula } from './formula.js';

/**
 * LIX, found for Swedish and used for its neighbours: `words per sentence + words of more than six letters in a hundred`. Below
 * 30 is very easy, 30 to 40 easy, 40 to 50 like newspapers, above 60 very hard. Björnsson gave no grades, so the score has no verdict.
 * @see Carl-Hugo Björnsson, Läsbarhet, Stockholm (1968)
 */
export const lix: Formula = {
  name: 'LIX',
  source: 'Björnsson 1968',
  easier: 'lower',
  isHard: isLong,
  score: (text) => wordsPerSentence(text) + percentOfWords(text.longWords, text),
};

/**
 * RIX, made from LIX to be counted more quickly: `words of more than six letters ÷ sentences`. Anderson's grades are for English texts, so
 * here it has none.
 * @see Jonathan Anderson, “Lix and Rix: variations on a little-known readability index”, Journal of Reading 26 (1983)
 */
export const rix: Formula = {
  name: 'RIX',
  source: 'Anderson 1983',
  easier: 'lower',
  isHard: isLong,
  score: ({ longWords, sentences }) => longWords / sentences,
};
