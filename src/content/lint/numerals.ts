import { once } from './once.js';

/** A number as a text writes it. */
export type Numeral = Readonly<{
  written: string;
  /** Where it starts in the text. */
  index: number;
  /** What it may mean: two values where a language's regions differ on `.` and `,`. */
  values: readonly number[];
}>;

const DIGIT = /\p{Nd}/u;
const NUMERAL = /\p{Nd}+(?:(?:[.,٫٬'’]|[\u00a0\u202f ](?=\p{Nd}{3}(?!\p{Nd})))\p{Nd}+)*|[¼½¾⅓⅔]/gu;
const FRACTIONS: Readonly<Record<string, number>> = {
  '¼': 0.25,
  '½': 0.5,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

/** Languages whose regions differ, such as Spain and Mexico. */
const EITHER = new Set(['es', 'en']);

/** Tells whether a text has a digit of any numeral system; most have none, and to look for what they may spell takes longer. */
export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}

/** Writes the digits of any numeral system as 0–9. */
export function withAsciiDigits(text: string): string {
  if (!hasDigit(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Blocks of decimal digits start at a code point that ends in 0 or in 6. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  const low = code % 16;
  return DIGIT.test(String.fromCodePoint(code - low)) ? low : low - 6;
}

/**
 * Reads every number of a text, in the digits of any numeral system.
 * @param lang decides what `.` and `,` mean: `1.000` is a thousand in German and one in English
 */
export function readNumerals(text: string, lang: string): readonly Numeral[] {
  return Array.from(text.matchAll(NUMERAL), ({ 0: written, index }) => ({
    written,
    index,
    values: valuesOf(written, lang),
  }));
}

function valuesOf(written: string, lang: string): readonly number[] {
  const fraction = FRACTIONS[written];
  if (fraction !== undefined) return [fraction];
  const ascii = withAsciiDigits(written)
    .replaceAll('٫', '.')
    .replaceAll('٬', '')
    .replace(/['’\s]/g, '');
  if (written.includes('٫') || !/[.,]/.test(ascii)) return [Number(ascii.replaceAll(',', ''))];
  const decimal = decimalSign(lang);
  const signs = EITHER.has(new Intl.Locale(lang).language) && lang !== 'en' ? ['.', ','] : [decimal];
  return signs.map((sign) => readWith(ascii, sign));
}

const decimalSign = once((lang): string => {
  const parts = new Intl.NumberFormat(lang, { numberingSystem: 'latn' }).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
});

/** The other sign divides groups; where it stands before other than two or three digits, it can only be a decimal sign. */
function readWith(ascii: string, decimal: string): number {
  const group = decimal === '.' ? ',' : '.';
  const isGrouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{2,3})*\\${group}\\d{3}(?:\\${decimal}\\d+)?$`);
  if (isGrouped.test(ascii)) return Number(ascii.replaceAll(group, '').replace(decimal, '.'));
  return Number(ascii.replace(/[.,]/, '.').replace(/[.,](?=.*[.,])/g, ''));
}
