import { dateNames } from '../date-names.js';
import { foldText } from './pair.js';
import type { Finding, LintPair, LintRule } from './pair.js';
import { readClocks, type Clock } from './masks.js';
import { hasLocaleData } from '../locale.js';
import { withAsciiDigits } from './numerals.js';
import { hasWord } from './word-list.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];

/** Days of the week, names of months beside a number, and times of day are the same in both texts. */
export const dates: LintRule = {
  name: 'dates',
  code: 'content/lint-dates',
  severity: 'error',
  find: (pair) => [...weekdayFindings(pair), ...monthFindings(pair), ...clockFindings(pair)],
};

function weekdayFindings({ source, target, lang }: LintPair): readonly Finding[] {
  return WEEKDAYS.flatMap((name, day) => {
    if (!source.folded.includes(name) || !new RegExp(`\\b${name}s?\\b`).test(source.folded)) return [];
    const names = namesOf(lang, new Date(Date.UTC(2023, 0, 1 + day)), 'weekday');
    if (names === '' || hasWord(target.folded, names)) return [];
    return [{ message: `The source says ${capital(name)}; the translation doesn't.` }];
  });
}

/** The numbers of the months that an English text names beside a number; “may” without one is a verb. */
export function monthsNamed(folded: string): readonly number[] {
  return MONTHS.flatMap((name, month) =>
    folded.includes(name) && new RegExp(`\\b${name} \\d|\\d(?:st|nd|rd|th)? ${name}\\b`).test(folded)
      ? [month + 1]
      : [],
  );
}

function monthFindings({ source, target, lang }: LintPair): readonly Finding[] {
  const ascii = withAsciiDigits(target.folded);
  const countOf = (text: string, month: number): number =>
    Array.from(text.matchAll(new RegExp(`(?<!\\d)0?${String(month)}(?!\\d)`, 'g'))).length;
  return monthsNamed(source.folded).flatMap((month) => {
    const names = namesOf(lang, new Date(Date.UTC(2023, month - 1, 15)), 'month');
    const isInDigits = countOf(ascii, month) > countOf(source.folded, month);
    if (isInDigits || names === '' || hasWord(target.folded, names)) return [];
    return [{ message: `The source says ${capital(MONTHS[month - 1]!)}; the translation doesn't.` }];
  });
}

/**
 * What names of a day or month start with, in the cases that a language has, for `hasWord`; empty where they aren't known. A short name
 * counts only as a word.
 */
function namesOf(lang: string, date: Date, part: 'weekday' | 'month'): string {
  const own = dateNames.get(lang);
  const known = part === 'weekday' ? own?.weekdays?.[date.getUTCDay()] : own?.months?.[date.getUTCMonth()];
  if (known !== undefined) return known;
  if (!hasLocaleData(lang)) return '';
  const name = (options: Intl.DateTimeFormatOptions): string => {
    const parts = new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    const found = parts.formatToParts(date).find(({ type }) => type === part);
    return foldText(found?.value ?? '').replace(/-.*|[.\s]+$/gu, '');
  };
  // Beside a number, Slavic months have another case.
  const long = [
    name({ [part]: 'long' }),
    ...(part === 'month' ? [name({ month: 'long', day: 'numeric' })] : []),
  ];
  return [...long.map((each) => `*${stemOf(each)}*`), name({ [part]: 'short' })]
    .map((each) => each.replaceAll(' ', '_'))
    .join(' ');
}

function stemOf(name: string): string {
  const bare = name.replace(/^วัน/u, '').replace(/曜日$/u, '曜');
  return /^[\p{Script=Latin}\p{Script=Cyrillic}]{5,}$/u.test(bare) ? bare.slice(0, -2) : bare;
}

function capital(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}

function clockFindings({ source, target }: LintPair): readonly Finding[] {
  const left = [...readClocks(target.plain)];
  const findings: Finding[] = [];
  for (const { index, length, minutes } of readClocks(source.plain)) {
    const at = left.findIndex((clock) => clock.minutes.some((minute) => minutes.includes(minute)));
    if (at !== -1) left.splice(at, 1);
    else
      findings.push({
        message: `The source says ${source.plain.slice(index, index + length)}; the translation doesn't.`,
      });
  }
  return [...findings, ...left.map((clock) => extraClock(clock, target))];
}

function extraClock({ index, length }: Clock, target: LintPair['target']): Finding {
  const written = target.plain.slice(index, index + length);
  return { offset: target.placeOf(index), message: `The translation says ${written}; the source doesn't.` };
}
