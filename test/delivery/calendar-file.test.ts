import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCalendar, type CalendarFacts } from '../../src/delivery/calendar-file.js';
import type { Reminder } from '../../src/handout/reminders.js';

const facts: CalendarFacts = {
  title: 'Your aftercare at home',
  name: 'microneedling/combined-aftercare+laser',
  lang: 'en',
  treatmentDate: '2026-03-14',
};
const makeup: Reminder = {
  id: 'lastDay laser makeup',
  title: 'Last day: No makeup for 3 days.',
  text: '',
  when: { firstDay: '2026-03-17', lastDay: '2026-03-17' },
};
const week: Reminder = {
  id: 'phase week',
  title: 'Days 4–7',
  text: 'It may peel, or flake; let it.\nDon’t pull.',
  when: { firstDay: '2026-03-18', lastDay: '2026-03-21' },
};
const appointment: Reminder = {
  id: 'appointment',
  title: 'Your appointment at Lumen',
  text: 'Call 202-555-0111',
  place: 'Lumen, 24 Garden Row',
  when: { time: '2026-04-11T14:30' },
};

function textOf(...reminders: readonly Reminder[]): string {
  return new TextDecoder().decode(writeCalendar(reminders, facts));
}

/** Reads a calendar with another program's parser. */
function eventsIn(text: string): readonly InstanceType<typeof ICAL.Event>[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

describe('a calendar file', () => {
  it('has whole days, the end of which is the day after', () => {
    const [event] = eventsIn(textOf(week));
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2026-03-18', '2026-03-22']);
    expect(textOf(week)).toContain('TRANSP:TRANSPARENT\r\n');
  });

  it('has an appointment at the hour of the clinic’s clock, without a time zone', () => {
    const text = textOf(appointment);
    expect(text).toContain('\r\nDTSTART:20260411T143000\r\n');
    expect(eventsIn(text)[0]?.startDate.zone).toBe(ICAL.Timezone.localTimezone);
    expect(eventsIn(text)[0]?.location).toBe('Lumen, 24 Garden Row');
  });

  it('keeps commas, semicolons and ends of lines', () => {
    const [event] = eventsIn(textOf(week));
    expect(event?.summary).toBe('Days 4–7');
    expect(event?.description).toBe('It may peel, or flake; let it.\nDon’t pull.');
  });

  it('has what RFC 5545 requires of every file and event', () => {
    const text = textOf(makeup, week, appointment);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
    const ids = eventsIn(text).map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(3);
    expect(text.match(/^DTSTAMP:20260314T000000Z\r$/gm)).toHaveLength(3);
  });

  it('is the same each time, and an event keeps its id when its words change', () => {
    expect(textOf(makeup, week)).toBe(textOf(makeup, week));
    const [one] = eventsIn(textOf(makeup));
    const [other] = eventsIn(textOf({ ...makeup, title: 'Último día' }));
    expect(one?.uid).toBe(other?.uid);
  });

  it('gives each treatment date its own ids', () => {
    const later = new TextDecoder().decode(
      writeCalendar([makeup], { ...facts, treatmentDate: '2026-05-02' }),
    );
    expect(eventsIn(later)[0]?.uid).not.toBe(eventsIn(textOf(makeup))[0]?.uid);
  });

  it('folds every line at 75 bytes, and says what it was given, in every script', () => {
    const printable = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim());
    fc.assert(
      fc.property(printable, printable, (title, text) => {
        const written = textOf({ ...week, title: `${title}ء`, text: `${text}.` });
        const lines = written.split('\r\n');
        expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(
          75,
        );
        expect(lines.some((line) => /[\r\n]/.test(line))).toBe(false);
        const [event] = eventsIn(written);
        expect([event?.summary, event?.description]).toEqual([`${title}ء`, `${text}.`]);
      }),
    );
  });
});
