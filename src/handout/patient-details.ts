import type { PersonalDetails } from './request.js';

/** The patient's details by the names that command lines and lists of visits use. */
export const patientFields = [
  'first-name',
  'treatment-date',
  'next-appointment',
  'clinician',
  'note',
] as const;

/** One of them. */
export type PatientField = (typeof patientFields)[number];

/** Why a detail can't be right. It doesn't repeat the detail; `message` goes on after the name of the field. */
export type DetailFault = Readonly<{ field: PatientField; message: string; hint?: string }>;

/** The details, undefined without any, and what is wrong with those that are left out. */
export type ReadDetails = Readonly<{ details: PersonalDetails | undefined; faults: readonly DetailFault[] }>;

const MOST_GRAPHEMES = 80;
const MOST_GRAPHEMES_IN_NOTE = 600;
// Joiners are letters' business in Persian and Indian names; every other invisible character is refused.
const REFUSED = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** Reads and checks a patient's details. */
export function readDetails(texts: ReadonlyMap<string, string>): ReadDetails {
  const faults: DetailFault[] = [];
  const details: { -readonly [Name in keyof PersonalDetails]: PersonalDetails[Name] } = {};
  for (const field of patientFields) {
    const text = texts.get(field);
    if (text === undefined) continue;
    const { name, clean, faultOf } = readers[field];
    const value = clean(text);
    const fault = faultOf(value);
    if (fault === undefined) details[name] = value;
    else faults.push({ field, ...fault });
  }
  return { details: Object.keys(details).length === 0 ? undefined : details, faults };
}

/** Tells whether a text is a day that there is, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // A day past the end of its month rolls over, so it comes back as another date.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

type Fault = Omit<DetailFault, 'field'>;

type Reader = Readonly<{
  name: keyof PersonalDetails;
  clean(text: string): string;
  faultOf(text: string): Fault | undefined;
}>;

const same = (text: string): string => text;
const oneLine = (text: string): string => text.normalize('NFC').trim();

const readers: Readonly<Record<PatientField, Reader>> = {
  'first-name': { name: 'firstName', clean: oneLine, faultOf: (text) => textFault(text, MOST_GRAPHEMES) },
  'treatment-date': { name: 'treatmentDate', clean: same, faultOf: dateFault },
  'next-appointment': { name: 'nextAppointment', clean: same, faultOf: timeFault },
  clinician: { name: 'clinician', clean: oneLine, faultOf: (text) => textFault(text, MOST_GRAPHEMES) },
  note: {
    name: 'note',
    clean: cleanNote,
    faultOf: (text) => textFault(text.replaceAll('\n', ''), MOST_GRAPHEMES_IN_NOTE),
  },
};

/** A note may have several lines. */
function cleanNote(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function textFault(text: string, most: number): Fault | undefined {
  if (text === '') return { message: 'needs a value.' };
  if (REFUSED.test(text)) {
    return { message: 'holds a control character or another character that cannot be printed.' };
  }
  // A grapheme can hold any number of marks, so the length itself is bounded, and first: segmenting takes time.
  const isLonger =
    text.length > 8 * most ||
    [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length > most;
  return isLonger ? { message: `is longer than ${most} characters.` } : undefined;
}

function dateFault(text: string): Fault | undefined {
  if (isDate(text)) return undefined;
  return { message: 'is not a date.', hint: 'Write it as YYYY-MM-DD, such as 2026-03-14.' };
}

function timeFault(text: string): Fault | undefined {
  const [date, time, ...rest] = text.split('T');
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? '');
  if (rest.length === 0 && isTime && isDate(date ?? '')) return undefined;
  return {
    message: 'is not a date and time.',
    hint: 'Write it as YYYY-MM-DDTHH:MM, such as 2026-03-28T14:30.',
  };
}
