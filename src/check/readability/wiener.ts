import { isLong, isPolysyllable, percentOfWords, wordsPerSentence, type Formula } from './formula.js';
import type { Statistics } from './statistics.js';

/**
 * The four Wiener Sachtextformeln, German. With MS, IW and ES for the words of three syllables or more, of more than six letters and of
 * one syllable in a hundred, and SL for the words of a sentence:
 *
 * 1. `0.1935 × MS + 0.1672 × SL + 0.1297 × IW − 0.0327 × ES − 0.875`
 * 2. `0.2007 × MS + 0.1682 × SL + 0.1373 × IW − 2.779`
 * 3. `0.2963 × MS + 0.1905 × SL − 1.1144`
 * 4. `0.2744 × MS + 0.2656 × SL − 1.693`
 *
 * Each gives a grade from 4 to 15. The first has the most to go by, so it decides.
 * @see Richard Bamberger and Erich Vanecek, Lesen – Verstehen – Lernen – Schreiben, Wien (1984)
 */
export const wienerSachtext: readonly [Formula, Formula, Formula, Formula] = [
  wiener(1, (text) => 0.1935 * ms(text) + 0.1672 * sl(text) + 0.1297 * iw(text) - 0.0327 * es(text) - 0.875),
  wiener(2, (text) => 0.2007 * ms(text) + 0.1682 * sl(text) + 0.1373 * iw(text) - 2.779),
  wiener(3, (text) => 0.2963 * ms(text) + 0.1905 * sl(text) - 1.1144),
  wiener(4, (text) => 0.2744 * ms(text) + 0.2656 * sl(text) - 1.693),
];

function wiener(number: number, score: Formula['score']): Formula {
  return {
    name: `Wiener Sachtextformel ${number}`,
    source: 'Bamberger and Vanecek 1984',
    easier: 'lower',
    isHard: (word) => isPolysyllable(word) || (number <= 2 && isLong(word)),
    score,
    grade: (reached) => reached,
  };
}

function ms(text: Statistics): number {
  return percentOfWords(text.polysyllables, text);
}

function sl(text: Statistics): number {
  return wordsPerSentence(text);
}

function iw(text: Statistics): number {
  return percentOfWords(text.longWords, text);
}

function es(text: Statistics): number {
  return percentOfWords(text.monosyllables, text);
}
