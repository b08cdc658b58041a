import type { PersonalDetails } from '../handout/request.js';
import type { Arguments } from './command.js';
import { UsageError } from './usage-error.js';

const MOST_GRAPHEMES = 80;
const MOST_GRAPHEMES_IN_NOTE = 600;
// Joiners are letters' business in Persian and Indian names; every other invisible character is refused.
const REFUSED = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/**
 * Reads and checks the patient's details.
 * @returns undefined when none is given
 * @throws {UsageError} for a name or date that cannot be right; the message doesn't repeat it
 */
export function readPersonalDetails({ texts }: Arguments): PersonalDetails | undefined {
  const firstName = texts.get('first-name');
  const treatmentDate = texts.get('treatment-date');
  const nextAppointment = texts.get('next-appointment');
  const clinician = texts.get('clinician');
  const note = texts.get('note');
  const details = {
    ...(firstName === undefined ? {} : { firstName: checkName('--first-name', firstName) }),
    ...(treatmentDate === undefined ? {} : { treatmentDate: checkDate(treatmentDate) }),
    ...(nextAppointment === undefined ? {} : { nextAppointment: checkTime(nextAppointment) }),
    ...(clinician === undefined ? {} : { clinician: checkName('--clinician', clinician) }),
    ...(note === undefined ? {} : { note: checkNote(note) }),
  };
  return Object.keys(details).length === 0 ? undefined : details;
}

function checkName(option: string, text: string): string {
  const name = text.normalize('NFC').trim();
  checkText(name, { option, most: MOST_GRAPHEMES });
  return name;
}

/** A note may have several lines. */
function checkNote(text: string): string {
  const lines = text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
  checkText(lines.join(''), { option: '--note', most: MOST_GRAPHEMES_IN_NOTE });
  return lines.join('\n').trim();
}

function checkText(text: string, { option, most }: Readonly<{ option: string; most: number }>): void {
  if (text === '') throw new UsageError(`${option} needs a value.`);
  if (REFUSED.test(text)) {
    throw new UsageError(`${option} holds a control character or another character that cannot be printed.`);
  }
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
  // A grapheme can hold any number of marks, so the length itself is bounded as well.
  if (graphemes > most || text.length > 8 * most) {
    throw new UsageError(`${option} is longer than ${most} characters.`);
  }
}

function checkDate(text: string): string {
  if (isDate(text)) return text;
  throw new UsageError('--treatment-date is not a date.', 'Write it as YYYY-MM-DD, such as 2026-03-14.');
}

function checkTime(text: string): string {
  const [date, time, ...rest] = text.split('T');
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? '');
  if (rest.length === 0 && isTime && isDate(date ?? '')) return text;
  throw new UsageError(
    '--next-appointment is not a date and time.',
    'Write it as YYYY-MM-DDTHH:MM, such as 2026-03-28T14:30.',
  );
}

/** Tells whether a text is a day that there is, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // A day past the end of its month rolls over, so it comes back as another date.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
