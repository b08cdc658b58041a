import type { Finding, LintPair, LintRule } from './pair.js';
import { monthsNamed } from './dates.js';
import { withoutPhonesAndClocks } from './masks.js';
import { saysAnyNumber, saysNumber } from './number-words.js';
import { readNumerals, type Numeral } from './numerals.js';

const SMALL = Array.from({ length: 12 }, (_, index) => index + 1);
const RANGE_SIGN = /^[\u00a0\u202f ]*[-\u2010-\u2015~〜～][\u00a0\u202f ]*$/u;

/**
 * Every number of the source stands in the translation as often, in the digits of any numeral system or as a word up to
 * twelve, and no other number does; a range keeps its order.
 */
export const numbers: LintRule = {
  name: 'numbers',
  code: 'content/lint-numbers',
  severity: 'error',
  find: (pair) => {
    const source = withoutPhonesAndClocks(pair.source.plain);
    const target = withoutPhonesAndClocks(pair.target.plain);
    const wanted = readNumerals(source, 'en');
    const found = readNumerals(target, pair.lang);
    return [
      ...compare(pair, wanted, found),
      ...missingWords(pair, found),
      ...turnedRanges(source, wanted, found),
    ];
  },
};

/**
 * A word may stand for a number that is missing, and a number for a word of the source; but a text with one number missing and another
 * too many has changed it, whatever words it has.
 */
function compare(
  { source, target, lang }: LintPair,
  wanted: readonly Numeral[],
  found: readonly Numeral[],
): readonly Finding[] {
  const extra = [...found];
  const missing = wanted.filter(({ values }) => {
    const index = extra.findIndex((numeral) => numeral.values.some((value) => values.includes(value)));
    if (index !== -1) extra.splice(index, 1);
    return index === -1;
  });
  const isChanged = missing.length > 0 && extra.length > 0;
  if (missing.length === 0 && extra.length === 0) return [];
  const months = monthsNamed(source.folded);
  const isSaid = ({ values }: Numeral): boolean => saysNumber(target.folded, lang, values[0]!) === true;
  const wasSaid = ({ values }: Numeral): boolean =>
    values.some((value) => saysNumber(source.folded, 'en', value) === true);
  return [
    ...missing
      .filter((numeral) => isChanged || !isSaid(numeral))
      .map(({ written }) => ({ message: `The source says ${written}; the translation doesn't.` })),
    ...extra
      .filter(({ values }) => !values.some((value) => months.includes(value)))
      .filter((numeral) => isChanged || !wasSaid(numeral))
      .map(({ written, index }) => ({
        offset: target.placeOf(index),
        message: `The translation says ${written}; the source doesn't.`,
      })),
  ];
}

/** One and two are also articles and pronouns, so words are asked for from three on. */
function missingWords({ source, target, lang }: LintPair, found: readonly Numeral[]): readonly Finding[] {
  if (!saysAnyNumber(source.folded)) return [];
  return SMALL.filter((number) => {
    if (number < 3 || saysNumber(source.folded, 'en', number) !== true) return false;
    const isWritten = found.some(({ values }) => values.includes(number));
    return !isWritten && saysNumber(target.folded, lang, number) === false;
  }).map((number) => ({
    message: `The source says ${number} in words; the translation doesn't.`,
    hint: 'Say the number in words or in digits.',
  }));
}

function turnedRanges(
  source: string,
  wanted: readonly Numeral[],
  found: readonly Numeral[],
): readonly Finding[] {
  return wanted.flatMap((start, position) => {
    const end = wanted[position + 1];
    if (end === undefined || start.values[0] === end.values[0]) return [];
    if (!RANGE_SIGN.test(source.slice(start.index + start.written.length, end.index))) return [];
    const has = (numeral: Numeral | undefined, other: Numeral): boolean =>
      numeral?.values.includes(other.values[0]!) === true;
    const isKept = found.some((numeral, at) => has(numeral, start) && has(found[at + 1], end));
    const isTurned = found.some((numeral, at) => has(numeral, end) && has(found[at + 1], start));
    return isTurned && !isKept
      ? [{ message: `The range ${start.written}–${end.written} stands the wrong way round.` }]
      : [];
  });
}
