import { isDate } from '../handout/patient-details.js';
import { UsageError } from './usage-error.js';

/**
 * Reads the day of a review, or one that reviews are held against, `--at`; without it, today on the clock of whoever sits there.
 * @returns `YYYY-MM-DD`
 * @throws {UsageError} for what is no day of the calendar
 */
export function readReviewDay(text: string | undefined, clock: () => Date = () => new Date()): string {
  const day = text ?? today(clock());
  if (isDate(day)) return day;
  throw new UsageError('--at is not a date.', 'Write it as YYYY-MM-DD, such as 2026-03-14.');
}

function today(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
