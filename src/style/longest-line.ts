import type { Density } from './density.js';

/**
 * Tells how many ems wide the lines of running text are at most, so that the eye finds the next line: about 80 letters of
 * the shipped fonts, 40 of Chinese, Japanese or Korean. Set densely, a page may have longer ones, which cost a reader less than a page more.
 * @param lang BCP 47 tag
 * @see WCAG 2.2, success criterion 1.4.8; RNIB, Clear Print, which asks for 60 to 70
 */
export function longestLineEm(lang: string, density: Density): number {
  return longest[density] * (widths.get(new Intl.Locale(lang).maximize().script ?? 'Latn') ?? 1);
}

const longest: Readonly<Record<Density, number>> = { usual: 33, close: 34, dense: 38 };

/** How wide letters of a script are, against Latin ones, as far as lines of that many letters would otherwise be too short or too long. */
const widths: ReadonlyMap<string, number> = new Map([
  ...['Beng', 'Deva', 'Gujr', 'Guru', 'Khmr', 'Mymr', 'Taml'].map((script) => [script, 1.25] as const),
  ['Kore', 0.9],
]);
