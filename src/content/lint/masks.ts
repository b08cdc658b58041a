import { hasDigit, withAsciiDigits } from './numerals.js';

const PHONE = /(?<![\p{L}\p{N}])\+?[(]?\p{Nd}[\p{Nd}().\-\u2010\u2011\u00a0\u202f ]{5,}\p{Nd}/gu;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK =
  /(?<!\p{Nd})(\p{Nd}{1,2})(?:[:٫：](\p{Nd}{2})(?!\p{Nd})|[\u00a0\u202f ]?h(?:[\u00a0\u202f ]?(\p{Nd}{2})(?!\p{Nd}))?(?![\p{L}]))(?:[\u00a0\u202f ]?([ap])\.?[\u00a0\u202f ]?m\b)?/giu;

/** A phone number: its digits as 0–9. */
export type Phone = Readonly<{ digits: string; index: number; length: number }>;

/** A time of day: the minutes after midnight that it may mean. */
export type Clock = Readonly<{ minutes: readonly number[]; index: number; length: number }>;

/** Finds the phone numbers of a text: seven digits or more, with the signs that people put between them. */
export function readPhones(text: string): readonly Phone[] {
  if (!hasDigit(text)) return [];
  return Array.from(text.matchAll(PHONE), ({ 0: written, index }) => ({
    digits: withAsciiDigits(written).replace(/\D/g, ''),
    index,
    length: written.length,
    isDate: ISO_DATE.test(withAsciiDigits(written)),
  })).filter(({ digits, isDate }) => digits.length >= 7 && !isDate);
}

/** Finds the times of day of a text: `9:00 am`, `17:30`, `17 h 30`. One without am or pm may be in the afternoon. */
export function readClocks(text: string): readonly Clock[] {
  if (!hasDigit(text)) return [];
  return Array.from(text.matchAll(CLOCK), ({ 0: written, 1: hour, 2: colon, 3: after, 4: half, index }) => {
    const hours = Number(withAsciiDigits(hour!));
    const rest = Number(withAsciiDigits(colon ?? after ?? '0'));
    const noon = 12 * 60;
    const from12 = (hours % 12) * 60 + rest;
    const written24 = hours * 60 + rest;
    const isOpen = half === undefined && hours <= 12 && !withAsciiDigits(hour!).startsWith('0');
    const minutes =
      half === undefined
        ? isOpen
          ? [...new Set([written24, from12, from12 + noon])]
          : [written24]
        : [half.toLowerCase() === 'a' ? from12 : from12 + noon];
    return { minutes, index, length: written.length };
  });
}

/** Blanks out phone numbers and times, which rules of their own compare. */
export function withoutPhonesAndClocks(text: string): string {
  return [...readPhones(text), ...readClocks(text)].reduce(
    (rest, { index, length }) => rest.slice(0, index) + '\u0001'.repeat(length) + rest.slice(index + length),
    text,
  );
}
