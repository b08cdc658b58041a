import { dateNames } from '../date-names.js';
import { foldText } from './pair.js';
import type { Finding, LintPair, LintRule } from './pair.js';
import { readClocks, type Clock } from './masks.js';
import { hasLocaleData } from '../locale.js';

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
    if (!new RegExp(`\\b${name}s?\\b`).test(source.folded)) return [];
    const names = namesOf(lang, new Date(Date.UTC(2023, 0, 1 + day)), 'weekday');
    if (names.length === 0 || names.some((each) => target.folded.includes(each))) return [];
    return [{ message: `The source says ${capital(name)}; the translation doesn't.` }];
  });
}

/** “May” without a number is a verb. */
function monthFindings({ source, target, lang }: LintPair): readonly Finding[] {
  return MONTHS.flatMap((name, month) => {
    if (!new RegExp(`\\b${name} \\d|\\d(?:st|nd|rd|th)? ${name}\\b`).test(source.folded)) return [];
    const names = namesOf(lang, new Date(Date.UTC(2023, month, 15)), 'month');
    const inDigits = new RegExp(`(?<!\\d)0?${String(month + 1)}(?!\\d)`);
    if (inDigits.test(target.folded) || names.some((each) => target.folded.includes(each))) return [];
    return [{ message: `The source says ${capital(name)}; the translation doesn't.` }];
  });
}

/** What names of a day or month start with, in the cases that a language has; none where they aren't known. */
function namesOf(lang: string, date: Date, part: 'weekday' | 'month'): readonly string[] {
  const own = dateNames.get(lang);
  const known = part === 'weekday' ? own?.weekdays?.[date.getUTCDay()] : own?.months?.[date.getUTCMonth()];
  if (known !== undefined) return [known];
  if (!hasLocaleData(lang)) return [];
  return (['long', 'short'] as const).map((width) => {
    const options = { [part]: width, timeZone: 'UTC', calendar: 'gregory' };
    const name = foldText(new Intl.DateTimeFormat(lang, options).format(date));
    const bare = name.replace(/-.*|[.\s]+$/gu, '').replace(/^วัน/u, '');
    return /^[\p{Script=Latin}\p{Script=Cyrillic}]{5,}$/u.test(bare)
      ? bare.slice(0, -2)
      : bare.replace(/曜日$/u, '曜');
  });
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
