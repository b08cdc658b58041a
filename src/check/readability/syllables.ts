import { countEnglish } from './english-syllables.js';

/**
 * Counts the syllables of a word as it is spoken, by the vowels of its spelling: English by dictionary and rules, the
 * others by rules of their own for which vowels stand together. A figure counts as one, as with Flesch (1948), and no
 * word has fewer.
 * @param lang BCP 47 tag; of a language without rules, groups of vowels are counted, which is good for a comparison of
 *   sentences only
 */
export function countSyllables(word: string, lang: string): number {
  if (!/\p{L}/u.test(word)) return 1;
  const parts = word.toLowerCase().normalize('NFC').split(/[-‑]/u).filter(Boolean);
  const count = COUNTERS.get(lang.split('-', 1)[0]!.toLowerCase()) ?? countGroups;
  return parts.reduce((sum, part) => sum + Math.max(1, count(part)), 0);
}

type Count = (word: string) => number;

const COUNTERS: ReadonlyMap<string, Count> = new Map<string, Count>([
  ['en', countEnglish],
  ['es', countSpanish],
  ['pt', countPortuguese],
  ['fr', countFrench],
  ['de', countGerman],
  ['ru', (word) => matches(word, /[аеёиоуыэюя]/gu)],
  ['pl', countPolish],
]);

/** Strong vowels each make a syllable; a weak one (i, u) joins a neighbour unless it has an accent. */
function countSpanish(word: string): number {
  const vowels = word
    .replace(/q(?:u)/gu, 'q')
    .replace(/g[uü](?=[eiéí])/gu, 'g')
    .replace(/y$/u, 'i');
  return matches(vowels, /[iuü]*[aeoáéó][iuü]*|[iuü]?[íú]|[iuü]+/gu);
}

/** As in Spanish, with nasal diphthongs; a last i or u before a vowel is its own unless the accent stands earlier. */
function countPortuguese(word: string): number {
  const vowels = word
    .replace(/qu/gu, 'q')
    .replace(/gu(?=[eiéíê])/gu, 'g')
    .replace(/ão|ãe|õe/gu, 'ã')
    .replace(/y$/u, 'i');
  const hasAccent = /[áéíóúâêôã]/u.test(vowels);
  const parted = hasAccent ? vowels : vowels.replace(/([^aeouã])([iu])([ao]s?)$/u, '$1í$3');
  return matches(parted, /[iu]*[aeoáéóâêôàã][iu]*|[iu]?[íú]|[iu]+/gu);
}

/** Groups of vowels, where é and the trema part them; e, es and the verb's ent at the end are mute. */
function countFrench(word: string): number {
  const spoken = word
    .replace(/qu/gu, 'q')
    .replace(/gu(?=[eiéèê])/gu, 'g')
    .replace(/^y(?=[aeiou])|(?<=[aeiouéèêâ])y(?=[aeiouéèê])/gu, 'j')
    .replace(/(?<=[aeiouyéèêàâîôûùœ].*[^aeiouyéèêàâîôûù])e(?:s)?$/u, '')
    .replace(/(?<=[iuéyo])e(?:s)?$/u, '');
  return matches(spoken, /[éïë](?:e(?=[^n]|$))?|[aeiouyàâèêîôöùûüœæ]+(?![ïë])|[aeiouyàâèêîôöùûüœæ]/gu);
}

/** Two vowels that are one sound count once; others side by side count each, as in The-a-ter. */
function countGerman(word: string): number {
  const vowels = word.replace(/qu/gu, 'q').replace(/(?<=t)i(?=en[tz]|on|ell)/gu, 'i.');
  return matches(vowels, /aa|ee|oo|ie|ei|ai|ey|ay|au|eu|äu|[aeiouyäöü]/gu);
}

/** Every vowel but an i that only softens the consonant before another vowel; au and eu are one. */
function countPolish(word: string): number {
  return matches(word.replace(/i(?=[aąeęoóu])/gu, ''), /au|eu|[aąeęioóuy]/gu);
}

function countGroups(word: string): number {
  return matches(word.normalize('NFD'), /[aeiouyαεηιουωаеёиоуыэюяіїє]\p{M}*(?:[aeiouy]\p{M}*)*/gu);
}

function matches(word: string, pattern: RegExp): number {
  return word.match(pattern)?.length ?? 0;
}
