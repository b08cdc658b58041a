import { nearestName } from '../base/nearest.js';
import type { Report } from '../base/problem.js';
import { createDateWriter, dateNames, type DateWriter } from './date-names.js';
import { directionOf, formattingLocale } from './locale.js';
import { escapeHtml, htmlOfValue, isolated, markupOf, type Markup } from './markup.js';

/** How a date is written. The first four also write the time where the value has one. */
export type DateStyle = 'short' | 'medium' | 'long' | 'full' | 'weekday' | 'time';

/** Writes dates, numbers and lists in one language. Whatever it returns is isolated from the direction around it. */
export type Formatter = Readonly<{
  /**
   * Writes a date.
   * @param value `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`, as it stands on the clinic's own clock and calendar
   * @param options `to` makes it a range; reports `content/bad-date` and `content/unknown-date-style`
   */
  date(value: string, options: Readonly<{ style: string; to?: string }>, report: Report): Markup;
  /**
   * Writes a number, a range of numbers with `to`, either with a unit in words.
   * @param options `unit` is one of ECMA-402's, such as `hour` or `day`; reports `content/unknown-unit`
   */
  number(value: number, options: Readonly<{ unit?: string; to?: number }>, report: Report): Markup;
  /** Writes a list with the language's commas and its “and” or “or”. */
  list(items: readonly (string | Markup)[], type: 'and' | 'or'): Markup;
}>;

const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  full: { dateStyle: 'full' },
  weekday: { weekday: 'long' },
  time: { timeStyle: 'short' },
};

/** Figures on both sides of a dash, which words written from right to left would turn round. */
const DAY_RANGE = /\d+\s?[–-]\s?\d+/g;

/** A batch of handouts has few dates, but a process may live long. */
const MAXIMUM_KEPT_DATES = 1000;

const LOCAL_DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?)?$/;

/** Makes a formatter, which keeps the `Intl` objects it has made. */
export function createFormatter(lang: string): Formatter {
  const locale = formattingLocale(lang);
  const isRtl = directionOf(lang) === 'rtl';
  const names = dateNames.get(lang);
  const dates = new Map<string, DateWriter>();
  const written = new Map<string, Markup>();
  const numbers = new Map<string, Intl.NumberFormat>();
  const lists = new Map<string, Intl.ListFormat>();

  return {
    date(value, { style, to }, report) {
      const from = instantOf(value);
      const until = to === undefined ? undefined : instantOf(to);
      if (!from || (to !== undefined && !until)) return badDate(report);
      if (!isDateStyle(style)) return unknownStyle(style, report);
      const withTime = from.hasTime && style !== 'weekday' && style !== 'time';
      const format = keep(dates, `${style} ${withTime}`, () => {
        const time: Intl.DateTimeFormatOptions = withTime ? { timeStyle: 'short' } : {};
        // The value is a place on the clinic's own calendar, so no time zone may move it.
        const options = { ...DATE_STYLES[style], ...time, timeZone: 'UTC' };
        return names ? createDateWriter(names, options) : new Intl.DateTimeFormat(locale, options);
      });
      if (written.size >= MAXIMUM_KEPT_DATES) written.clear();
      return keep(written, `${style} ${value} ${to ?? ''}`, () => {
        if (until) {
          const range = format.formatRange(from.instant, until.instant);
          return isolated(escapeHtml(isRtl ? range.replace(DAY_RANGE, '\u2066$&\u2069') : range), false);
        }
        return markupOf(`<time datetime="${value}">${escapeHtml(format.format(from.instant))}</time>`);
      });
    },

    number(value, { unit, to }, report) {
      let format = numbers.get(unit ?? '');
      if (!format) {
        if (unit !== undefined && !Intl.supportedValuesOf('unit').includes(unit))
          return unknownUnit(unit, report);
        const options: Intl.NumberFormatOptions =
          unit === undefined ? {} : { style: 'unit', unit, unitDisplay: 'long' };
        numbers.set(unit ?? '', (format = new Intl.NumberFormat(locale, options)));
      }
      return isolated(
        escapeHtml(to === undefined ? format.format(value) : format.formatRange(value, to)),
        true,
      );
    },

    list(items, type) {
      const format = keep(lists, type, () => {
        return new Intl.ListFormat(locale, { type: type === 'and' ? 'conjunction' : 'disjunction' });
      });
      const parts = format.formatToParts(items.map((_, index) => String(index)));
      const html = parts.map((part) => {
        return part.type === 'literal' ? escapeHtml(part.value) : itemHtml(items[Number(part.value)]!);
      });
      return markupOf(html.join(''));
    },
  };
}

/** A day and, where given, a time, as if the clinic's clock showed UTC. */
type LocalInstant = Readonly<{ instant: Date; hasTime: boolean }>;

function instantOf(value: string): LocalInstant | undefined {
  const match = LOCAL_DATE.exec(value);
  if (!match) return undefined;
  const instant = new Date(`${match[1]}T${match[2] ?? '00:00'}Z`);
  // Date moves 30 February to March instead of refusing it.
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(match[1]!);
  return exists ? { instant, hasTime: match[2] !== undefined } : undefined;
}

function itemHtml(item: string | Markup): string {
  return typeof item === 'string' ? isolated(htmlOfValue(item), false).html : item.html;
}

function isDateStyle(style: string): style is DateStyle {
  return Object.hasOwn(DATE_STYLES, style);
}

function badDate(report: Report): Markup {
  report({
    code: 'content/bad-date',
    severity: 'error',
    message: "A value to be written as a date isn't one.",
    hint: 'Give YYYY-MM-DD or YYYY-MM-DDTHH:mm, a day that exists.',
  });
  return markupOf('');
}

function unknownStyle(style: string, report: Report): Markup {
  const styles = Object.keys(DATE_STYLES);
  const near = nearestName(style, styles);
  report({
    code: 'content/unknown-date-style',
    severity: 'error',
    message: `There is no date style "${style}".`,
    hint: near ? `Did you mean "${near}"?` : `Use one of ${styles.join(', ')}.`,
  });
  return markupOf('');
}

function unknownUnit(unit: string, report: Report): Markup {
  const near = nearestName(unit, Intl.supportedValuesOf('unit'));
  report({
    code: 'content/unknown-unit',
    severity: 'error',
    message: `There is no unit "${unit}".`,
    hint: near ? `Did you mean "${near}"?` : 'Use a unit of ECMA-402, such as hour, day, week or percent.',
  });
  return markupOf('');
}

function keep<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  let value = kept.get(key);
  if (value === undefined) kept.set(key, (value = make()));
  return value;
}
