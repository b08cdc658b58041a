import { describe, expect, it } from 'vitest';

import type { Arguments } from '../../src/cli/command.js';
import { readPersonalDetails } from '../../src/cli/personal-details.js';
import { UsageError } from '../../src/cli/usage-error.js';

function given(texts: Readonly<Record<string, string>>): Arguments {
  return { operands: [], flags: new Set(), texts: new Map(Object.entries(texts)), lists: new Map() };
}

function mistake(texts: Readonly<Record<string, string>>): string {
  try {
    readPersonalDetails(given(texts));
  } catch (error) {
    if (error instanceof UsageError) return [error.message, error.hint].filter(Boolean).join(' ');
    throw error;
  }
  throw new Error('There was no mistake.');
}

const NO_DATE = '--treatment-date is not a date. Write it as YYYY-MM-DD, such as 2026-03-14.';
const NO_TIME =
  '--next-appointment is not a date and time. Write it as YYYY-MM-DDTHH:MM, such as 2026-03-28T14:30.';
const UNPRINTABLE = '--first-name holds a control character or another character that cannot be printed.';

describe('readPersonalDetails', () => {
  it('returns undefined when nothing is personal', () => {
    expect(readPersonalDetails(given({}))).toBeUndefined();
  });

  it('reads all three', () => {
    const texts = {
      'first-name': 'Ada',
      'treatment-date': '2028-02-29',
      'next-appointment': '2026-12-31T23:59',
    };
    expect(readPersonalDetails(given(texts))).toEqual({
      firstName: 'Ada',
      treatmentDate: '2028-02-29',
      nextAppointment: '2026-12-31T23:59',
    });
  });

  it.each(['<b>&"\'', 'مريم', 'علی\u200Cرضا', '👩‍⚕️', 'x'.repeat(80), 'e\u0301'.repeat(80)])(
    'takes the first name %s',
    (name) => {
      expect(readPersonalDetails(given({ 'first-name': name }))).toEqual({
        firstName: name.normalize('NFC'),
      });
    },
  );

  it.each([
    [' ', '--first-name needs a value.'],
    ['x'.repeat(10_000), '--first-name is longer than 80 characters.'],
    [`x${'\u0301'.repeat(10_000)}`, '--first-name is longer than 80 characters.'],
    ['A\u0007da', UNPRINTABLE],
    ['A\nda', UNPRINTABLE],
    ['\u202EAda', UNPRINTABLE],
    ['A\u2028da', UNPRINTABLE],
    ['A\uD800da', UNPRINTABLE],
  ])('refuses a first name without repeating it', (name, text) => {
    expect(mistake({ 'first-name': name })).toBe(text);
  });

  it('reads a clinician and a note of several lines', () => {
    const texts = { clinician: ' Dr. Li ', note: ' Bring your cream.\r\n\r\nCall <us> & rest. ' };
    expect(readPersonalDetails(given(texts))).toEqual({
      clinician: 'Dr. Li',
      note: 'Bring your cream.\n\nCall <us> & rest.',
    });
  });

  it.each([
    [{ clinician: '' }, '--clinician needs a value.'],
    [{ clinician: 'x'.repeat(81) }, '--clinician is longer than 80 characters.'],
    [{ note: ' \n ' }, '--note needs a value.'],
    [{ note: 'x'.repeat(601) }, '--note is longer than 600 characters.'],
    [{ note: 'a\u0007b' }, UNPRINTABLE.replace('--first-name', '--note')],
  ])('refuses a clinician or note without repeating it', (texts, text) => {
    expect(mistake(texts)).toBe(text);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-3-1', '14.3.2026', '2026-03-14T10:00', '0000-01-01', ''])(
    'refuses %j as the date of a treatment',
    (text) => {
      expect(mistake({ 'treatment-date': text })).toBe(NO_DATE);
    },
  );

  it.each([
    '2026-03-14',
    '2026-03-14T24:00',
    '2026-02-30T10:00',
    '2026-03-14 10:00',
    '2026-03-14T10:00Z',
    'T',
  ])('refuses %j as the next appointment', (text) => {
    expect(mistake({ 'next-appointment': text })).toBe(NO_TIME);
  });
});
