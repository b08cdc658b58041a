import { createHash } from 'node:crypto';

import { ICalCalendar, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import type { Reminder } from '../handout/reminders.js';

/** What a calendar file is for. */
export type CalendarFacts = Readonly<{
  /** The handout's title, in its language. */
  title: string;
  /** What the reminders belong to: handout and treatments. Two files with the same name and date replace each other's events. */
  name: string;
  /** BCP 47 tag. */
  lang: string;
  /** `YYYY-MM-DD`; the file bears it as its time of making, so that the same copy gives the same bytes. */
  treatmentDate: string;
}>;

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Writes reminders as a calendar file. Days are whole days, and a time floats: it is the same hour on every clock.
 * @see RFC 5545
 */
export function writeCalendar(reminders: readonly Reminder[], facts: CalendarFacts): Uint8Array {
  const calendar = new ICalCalendar({
    prodId: { company: 'handout', product: 'handout', language: facts.lang.toUpperCase() },
    name: facts.title,
  });
  for (const reminder of reminders) {
    calendar.createEvent({
      id: uniqueId(reminder, facts),
      stamp: new Date(`${facts.treatmentDate}T00:00:00Z`),
      summary: reminder.title,
      ...(reminder.text !== '' && { description: reminder.text }),
      ...(reminder.place !== undefined && { location: reminder.place }),
      ...timesOf(reminder),
    });
  }
  return new TextEncoder().encode(`${calendar.toString().replace(/(?:\r\n)+$/, '')}\r\n`);
}

type EventTimes = Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'floating' | 'transparency'>;

/**
 * The library writes a floating time as the hour that UTC shows. The end of a whole day is the day after, and a reminder leaves
 * that day free for other things.
 */
function timesOf({ when }: Reminder): EventTimes {
  if ('time' in when) return { start: new Date(`${when.time}:00Z`), floating: true };
  const lastDay = Date.parse(`${when.lastDay}T00:00:00Z`);
  return {
    start: new Date(`${when.firstDay}T00:00:00Z`),
    end: new Date(lastDay + MILLISECONDS_PER_DAY),
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** The same reminder has the same id in each file, so that a calendar replaces it instead of showing it twice. */
function uniqueId({ id }: Reminder, { name, treatmentDate }: CalendarFacts): string {
  const digest = createHash('sha256').update([name, treatmentDate, id].join('\n')).digest('hex');
  return `${digest.slice(0, 32)}@handout`;
}
