import type { Period } from '../workspace/series.js';

/** A length of time taken apart: how many of which unit. `unit` is a key under `period` and `moment` in the strings. */
export type Duration = Readonly<{ unit: 'hours' | 'days' | 'weeks'; count: number }>;

const HOURS_PER_DAY = 24;
const DAYS_PER_WEEK = 7;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Names the unit of a period and counts it. */
export function durationOf(period: Period): Duration {
  if (period.hours !== undefined) return { unit: 'hours', count: period.hours };
  if (period.days !== undefined) return { unit: 'days', count: period.days };
  return { unit: 'weeks', count: period.weeks ?? 0 };
}

/**
 * Counts the days after the treatment on which a period ends. The hour of the treatment isn't known, so a part of a day
 * counts as a whole one: 30 hours end on day 2.
 * @returns undefined for less than a day, which a date can't say
 */
export function dayOf(period: Period): number | undefined {
  const { unit, count } = durationOf(period);
  switch (unit) {
    case 'hours':
      return count < HOURS_PER_DAY ? undefined : Math.ceil(count / HOURS_PER_DAY);
    case 'days':
      return count;
    case 'weeks':
      return count * DAYS_PER_WEEK;
  }
}

/**
 * Finds the date some days after another. It counts in UTC, so that no change of the clocks can add or lose a day.
 * @param date `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`; undefined where `date` or `days` is undefined, or `date` is no date
 */
export function dateAfter(date: string | undefined, days: number | undefined): string | undefined {
  if (date === undefined || days === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start) || !new Date(start).toISOString().startsWith(date)) return undefined;
  return new Date(start + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
