import { hoursOf, type Period, type SeriesRule } from '../workspace/series.js';
import { durationOf, type Duration } from './calendar.js';

/** When a rule holds: the part of a rule that treatments can differ in. */
export type RuleTimes = Readonly<Pick<SeriesRule, 'action'> & Partial<Pick<SeriesRule, 'from' | 'until'>>>;

/** Among equal lengths the larger unit reads more simply. */
const UNIT_ORDER: readonly Duration['unit'][] = ['hours', 'days', 'weeks'];

/** Hours from the treatment to the start of a rule. */
export function startOf({ from }: RuleTimes): number {
  return from === undefined ? 0 : hoursOf(from);
}

/** Hours from the treatment to the end of a rule; without an end it holds for as long as the skin heals. */
export function endOf({ until }: RuleTimes): number {
  return until === undefined ? Infinity : hoursOf(until);
}

/**
 * Finds the strictest times of two rules with the same subject and action. What to avoid starts as early and ends as late
 * as either says. What to do starts as late as either says, because a `do` names the first moment at which open skin may
 * bear it, and ends as late. It is commutative, associative and idempotent.
 * @returns the bounds, each taken over as one of the rules writes it
 */
export function strictestTimes(one: RuleTimes, other: RuleTimes): RuleTimes {
  const { action } = one;
  const from = action === 'avoid' ? earlierStart(one.from, other.from) : laterStart(one.from, other.from);
  const until = laterEnd(one.until, other.until);
  return { action, ...(from && { from }), ...(until && { until }) };
}

/** Tells whether two rules hold at the same time at some moment; one that ends as the other starts doesn't. */
export function overlap(one: RuleTimes, other: RuleTimes): boolean {
  return startOf(one) < endOf(other) && startOf(other) < endOf(one);
}

/** No start is the earliest. */
function earlierStart(one: Period | undefined, other: Period | undefined): Period | undefined {
  if (one === undefined || other === undefined) return undefined;
  return compareStarts(one, other) <= 0 ? one : other;
}

function laterStart(one: Period | undefined, other: Period | undefined): Period | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return compareStarts(one, other) >= 0 ? one : other;
}

/** No end is the latest. */
function laterEnd(one: Period | undefined, other: Period | undefined): Period | undefined {
  if (one === undefined || other === undefined) return undefined;
  return compareEnds(one, other) >= 0 ? one : other;
}

/** Day 2 begins at midnight, so 48 hours after a treatment come later than its start. */
function compareStarts(one: Period, other: Period): number {
  return hoursOf(one) - hoursOf(other) || finer(one) - finer(other) || compareUnits(one, other);
}

/** A rule for 2 days holds until the night, so it ends later than one for 48 hours. */
function compareEnds(one: Period, other: Period): number {
  return hoursOf(one) - hoursOf(other) || finer(other) - finer(one) || compareUnits(one, other);
}

function finer(period: Period): number {
  return durationOf(period).unit === 'hours' ? 1 : 0;
}

function compareUnits(one: Period, other: Period): number {
  return UNIT_ORDER.indexOf(durationOf(one).unit) - UNIT_ORDER.indexOf(durationOf(other).unit);
}

/** The longer of two lengths of time. */
export function longerPeriod(one: Period, other: Period): Period {
  return compareEnds(one, other) >= 0 ? one : other;
}
