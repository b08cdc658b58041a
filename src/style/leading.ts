/**
 * Tells how much more leading a language's script needs than Latin does: marks above and below the line in Devanagari
 * or Khmer, and the slope of Nastaliq.
 * @param lang BCP 47 tag
 * @returns 1 for Latin script
 */
export function leadingFactorOf(lang: string): number {
  const locale = new Intl.Locale(lang).maximize();
  if (locale.script === 'Arab' && nastaliqLanguages.has(locale.language)) return nastaliqFactor;
  return factors.get(locale.script ?? 'Latn') ?? 1;
}

/**
 * Tells how many ems lower than Latin letters' the baseline of a language's script stands in its line, so that what is above
 * and below it has as much room: words in Nastaliq begin high above the baseline.
 * @param lang BCP 47 tag
 */
export function baselineDropOf(lang: string): number {
  return leadingFactorOf(lang) === nastaliqFactor ? 0.25 : 0;
}

/**
 * Tells how many ems of leading headings need at least, which are set more tightly than text: with less, words would meet what
 * stands above them.
 * @param lang BCP 47 tag
 */
export function leastLeadingOf(lang: string): number {
  return leadingFactorOf(lang) === nastaliqFactor ? 1.8 : 1;
}

const nastaliqFactor = 1.6;

const nastaliqLanguages: ReadonlySet<string> = new Set(['ur', 'ks']);

/** By ISO 15924 code; scripts that aren't listed are set like Latin. */
const factors: ReadonlyMap<string, number> = new Map([
  ['Arab', 1.2],
  ['Aran', nastaliqFactor],
  ['Beng', 1.3],
  ['Deva', 1.3],
  ['Ethi', 1.15],
  ['Gujr', 1.3],
  ['Guru', 1.3],
  ['Hans', 1.15],
  ['Hant', 1.15],
  ['Jpan', 1.15],
  ['Khmr', 1.45],
  ['Kore', 1.15],
  ['Laoo', 1.35],
  ['Mymr', 1.5],
  ['Taml', 1.3],
  ['Telu', 1.4],
  ['Thai', 1.35],
]);
