import { syllable } from 'syllable';

/**
 * Counts the syllables of an English word: by the package `syllable`, but for words that it is known to count wrongly
 * and that health texts use.
 */
export function countEnglish(word: string): number {
  const plain = word.replaceAll('’', "'").replace(/'s$/u, '');
  const known = EXCEPTIONS.get(plain) ?? EXCEPTIONS.get(plain.replace(/s$/u, ''));
  return known ?? syllable(plain);
}

const EXCEPTIONS: ReadonlyMap<string, number> = new Map([
  ['area', 3],
  ['science', 2],
  ['ruined', 2],
  ['seeing', 2],
  ['lukewarm', 2],
  ['radiofrequency', 6],
  ['fluid', 2],
  ['quiet', 2],
  ['diet', 2],
  ['psoriasis', 4],
  ['isotretinoin', 5],
  ['keloid', 2],
  ['décolletage', 4],
]);
