import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

/** One block of text, as the baseline sets it. */
export type TextBlock = Readonly<{ kind: 'h1' | 'h2' | 'h3' | 'p' | 'li' | 'td'; text: string }>;

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'p', 'li', 'td', 'th']);

const FIRST_NAMES = [
  'Amara',
  'Björn',
  'Chloë',
  'Dmitri',
  'Esperanza',
  'Fatima',
  'Giulia',
  'Hồng',
  'Ivan',
  'Jürgen',
];
const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

/** The details of one patient; no two of a batch have the same name and dates. */
export type Patient = Readonly<{ firstName: string; treatmentDate: string; nextAppointment: string }>;

/** The details of the patient with a number, counted from 0. */
export function patient(number: number): Patient {
  const treatment = new Date(Date.UTC(2026, 0, 1 + (number % 330)));
  const next = new Date(treatment.getTime() + 28 * 86_400_000);
  return {
    firstName: `${FIRST_NAMES[number % FIRST_NAMES.length] ?? ''}${inLetters(number)}`,
    treatmentDate: treatment.toISOString().slice(0, 10),
    nextAppointment: `${next.toISOString().slice(0, 10)}T${String(9 + (number % 8)).padStart(2, '0')}:30`,
  };
}

/** The blocks of text of a handout's HTML, in reading order. */
export function textBlocks(html: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const visit = (node: HtmlNode): void => {
    if (!('childNodes' in node)) return;
    if (TEXT_BLOCKS.has(node.tagName) && !node.childNodes.some(holdsBlocks)) {
      const text = textOf(node).replace(/\s+/g, ' ').trim();
      const kind = node.tagName === 'th' ? 'td' : (node.tagName as TextBlock['kind']);
      if (text !== '') blocks.push({ kind, text });
      return;
    }
    node.childNodes.forEach(visit);
  };
  const body = findElement(parse(html).childNodes, 'body');
  body?.childNodes.forEach(visit);
  return blocks;
}

/**
 * Writes a text with other letters, vowels for vowels and consonants for consonants, so that no word is left as it was
 * and the lengths stay alike. Markup and variables are left alone, and so are capitals, digits and signs.
 * @param number each gives another alphabet
 */
export function reletter(text: string, number: number): string {
  const random = randomNumbers(number);
  const letters = new Map<string, string>();
  for (const group of [VOWELS, CONSONANTS]) {
    const shuffled = shuffle([...group], random);
    [...group].forEach((letter, index) => letters.set(letter, shuffled[index] ?? letter));
  }
  return text.replace(/<[^>]*>|\{\{[^}]*\}\}|&[^;\s]*;|[a-z]/g, (match) => letters.get(match) ?? match);
}

/** Applies a change to every string inside a JSON value. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}

function inLetters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'aeioulmnrs'[Number(digit)] ?? '');
}

function holdsBlocks(node: HtmlNode): boolean {
  return 'childNodes' in node && (TEXT_BLOCKS.has(node.tagName) || node.childNodes.some(holdsBlocks));
}

function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function findElement(nodes: readonly HtmlNode[], name: string): DefaultTreeAdapterTypes.Element | undefined {
  for (const node of nodes) {
    if (!('childNodes' in node)) continue;
    const found = node.tagName === name ? node : findElement(node.childNodes, name);
    if (found) return found;
  }
  return undefined;
}

/** Numbers from 0 to 1 that are the same on every run (the mulberry32 generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(letters: string[], random: () => number): readonly string[] {
  for (let last = letters.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [letters[last], letters[other]] = [letters[other] ?? '', letters[last] ?? ''];
  }
  return letters;
}
