import { isPolysyllable, type Formula } from './formula.js';

const SENTENCES_OF_A_SAMPLE = 30;

/**
 * SMOG: `3.1291 + 1.0430 × √(words of three syllables or more × 30 ÷ sentences)`. The grade whose readers understand all of
 * a text, so about two above Flesch–Kincaid; it doesn't fall below 3.13.
 *
 * It was found on samples of thirty sentences. As McLaughlin's instruction for shorter texts has it, their hard words are
 * counted as though the text went on alike for thirty; the score then carries a remark, for it rests on few words.
 * @see G. Harry McLaughlin, “SMOG grading: a new readability formula”, Journal of Reading 12 (1969)
 */
export const smog: Formula = {
  name: 'SMOG',
  source: 'McLaughlin 1969',
  easier: 'lower',
  isHard: isPolysyllable,
  score: ({ polysyllables, sentences }) =>
    3.1291 + 1.043 * Math.sqrt((polysyllables * SENTENCES_OF_A_SAMPLE) / sentences),
  grade: (score) => score,
  remark: ({ sentences }) =>
    sentences < SENTENCES_OF_A_SAMPLE
      ? `an estimate: ${sentences} sentences, where SMOG asks for ${SENTENCES_OF_A_SAMPLE}`
      : undefined,
};
