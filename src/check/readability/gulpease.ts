import { gradeByBands, isLong, type Formula } from './formula.js';

/**
 * Gulpease, Italian: `89 + (300 × sentences − 10 × letters) ÷ words`. From 0 to 100, more is easier: below 80 hard for those
 * with five years of school, below 60 for those with eight, below 40 for those with thirteen.
 * @see Pietro Lucisano and Maria Emanuela Piemontese, “GULPEASE”, Scuola e città 39 (1988)
 */
export const gulpease: Formula = {
  name: 'Gulpease',
  source: 'Lucisano and Piemontese 1988',
  easier: 'higher',
  isHard: isLong,
  score: ({ sentences, letters, words }) => 89 + (300 * sentences - 10 * letters) / words,
  grade: gradeByBands(
    [
      [80, 5],
      [60, 8],
      [40, 13],
    ],
    16,
  ),
};
