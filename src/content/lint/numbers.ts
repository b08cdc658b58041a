import type { Finding, LintPair, LintRule } from './pair.js';
import { withoutPhonesAndClocks } from './masks.js';
import { saysNumber } from './number-words.js';
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

function compare(pair: LintPair, wanted: readonly Numeral[], found: readonly Numeral[]): readonly Finding[] {
  const left = [...found];
  const findings: Finding[] = [];
  for (const { values, written } of wanted) {
    const index = left.findIndex((numeral) => numeral.values.some((value) => values.includes(value)));
    if (index !== -1) left.splice(index, 1);
    else if (saysNumber(pair.target.folded, pair.lang, values[0]!) !== true) {
      findings.push({ message: `The source says ${written}; the translation doesn't.` });
    }
  }
  for (const { values, written, index } of left) {
    if (values.some((value) => saysNumber(pair.source.folded, 'en', value) === true)) continue;
    const offset = pair.target.placeOf(index);
    findings.push({ offset, message: `The translation says ${written}; the source doesn't.` });
  }
  return findings;
}

/** One and two are also articles and pronouns, so words are asked for from three on. */
function missingWords({ source, target, lang }: LintPair, found: readonly Numeral[]): readonly Finding[] {
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
