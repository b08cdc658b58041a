import { withoutSteering } from '../../base/invisible.js';
import { withAsciiDigits } from '../../content/lint/numerals.js';

const SPELLED = /\d[\d().\-\u2010\u2011 \u00a0\u202f]*/g;
/** The longest number that the telephone network knows, its country's code included (ITU-T E.164). */
const MOST_DIGITS = 15;
const FEWEST_INTERNATIONAL_DIGITS = 8;
/** A clinic's own number has more digits than a service that answers for many, such as 111. */
const FEWEST_DIGITS = { own: 5, service: 3 } as const;

/** The digits of a number in any numeral system, as 0–9. */
export function digitsOf(text: string): string {
  return withAsciiDigits(text).replace(/\D/g, '');
}

/** Tells whether a text shows a telephone number, in any numeral system and however it is divided and isolated. */
export function showsNumber(text: string, number: string): boolean {
  const [digits] = numbersIn(number);
  if (digits === undefined) return false;
  return numbersIn(text).some((shown) => shown.startsWith(digits) || shown.endsWith(digits));
}

/** With fewer digits two numbers that end alike are still two. */
const FEWEST_DIGITS_ALIKE = 5;

/**
 * Tells whether the digits that are shown and those that are called are one number, of which one may have the country's code and the other
 * the 0 that is dialled in its stead.
 */
export function isSameNumber(shown: string, called: string): boolean {
  if (shown === called) return true;
  const [shorter, longer] = [shown, called].map((digits) => digits.replace(/^0/, '')).toSorted(byLength);
  return shorter!.length >= FEWEST_DIGITS_ALIKE && longer!.endsWith(shorter!);
}

function byLength(one: string, other: string): number {
  return one.length - other.length;
}

/** The digits of each number that a text shows; “(0)” after a country's code isn't one of them. */
export function numbersIn(text: string): readonly string[] {
  const ascii = withAsciiDigits(withoutSteering(text)).replace(/(\+\d+\s?)\(0\)/g, '$1');
  return Array.from(ascii.matchAll(SPELLED), ([spelled]) => digitsOf(spelled));
}

/**
 * Tells why nobody can answer at a number.
 * @param kind `own` for a number that a clinic answers itself, `service` for one that others may answer too
 * @returns the end of a sentence about the number; undefined for one that can be called
 */
export function faultOfNumber(number: string, kind: keyof typeof FEWEST_DIGITS): string | undefined {
  const digits = digitsOf(number);
  if (digits.length < FEWEST_DIGITS[kind]) return `has fewer than ${String(FEWEST_DIGITS[kind])} digits`;
  if (digits.length > MOST_DIGITS) return `has more than ${String(MOST_DIGITS)} digits`;
  if (number.trim().startsWith('+') && digits.length < FEWEST_INTERNATIONAL_DIGITS)
    return 'is too short for a number with a country’s code';
  if (kind === 'own' && new Set(digits).size === 1) return 'has one digit only, again and again';
  return isClosed(number) ? undefined : 'has a bracket without its other';
}

function isClosed(number: string): boolean {
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(number);
}
