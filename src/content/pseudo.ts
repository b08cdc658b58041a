import type { Catalogue } from './catalogue.js';
import { groupForms } from './forms.js';
import type { Message, Messages } from './json.js';
import { pluralFormsOf } from './locale.js';
import { parseMessage } from './message.js';

/**
 * Languages that are made from the English texts and need no files. `en-XA` is accented, in brackets and about 40 % longer: what
 * isn't in brackets is hard-coded, and what doesn't fit now won't fit in German. `ar-XB` runs from right to left.
 * @see CLDR, pseudo-locales
 */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const;

/** One of `pseudoLanguages`. */
export type PseudoLanguage = (typeof pseudoLanguages)[number];

/** Tells whether a tag is that of a language made for tests. */
export function isPseudoLanguage(lang: string): lang is PseudoLanguage {
  return pseudoLanguages.some((pseudo) => pseudo === lang);
}

/** Adds a pseudo-language to a catalogue: every text of the source language, with every plural form that its own grammar asks for. */
export function withPseudoLanguage(catalogue: Catalogue, lang: PseudoLanguage): Catalogue {
  const namespaces = [...(catalogue.languages.get(catalogue.sourceLang) ?? [])].map(
    ([namespace, messages]) => [namespace, pseudoMessages(messages, lang)] as const,
  );
  return { ...catalogue, languages: new Map([...catalogue.languages, [lang, new Map(namespaces)]]) };
}

/**
 * Turns one English text into a pseudo-language. Tags, placeholders, digits and punctuation stay as they are.
 *
 * Pseudo-Arabic is usually made by right-to-left overrides (U+202E) around English words. Those are refused in our texts, since they
 * would break what readers extract and search for, and they would never show a letter of another script. So each letter becomes one
 * Arabic letter instead: the words run from right to left by their own nature, are shaped and joined by the Arabic fonts, and
 * keep their number of letters.
 */
export function pseudoText(text: string, lang: PseudoLanguage): string {
  const change = lang === 'en-XA' ? createLengthener() : toArabicLetters;
  const changed = parseMessage(text).parts.map((part) => {
    if (part.kind === 'placeholder') return `{{${part.name}}}`;
    return part.kind === 'text' ? change(part.text) : part.html;
  });
  return lang === 'en-XA' ? `⟦${changed.join('')}⟧` : changed.join('');
}

function pseudoMessages(messages: Messages, lang: PseudoLanguage): Messages {
  const { categories } = pluralFormsOf(lang);
  const made = new Map<string, Message>();
  const add = (message: Message, key: string): void => {
    made.set(key, { ...message, key, text: pseudoText(message.text, lang) });
  };
  for (const [base, forms] of groupForms(messages)) {
    const other = forms.get('other');
    if (other === undefined) for (const message of forms.values()) add(message, message.key);
    else for (const category of categories) add(forms.get(category) ?? other, `${base}_${category}`);
  }
  return made;
}

/** How many characters are added for each one of the English text. */
const GROWTH = 0.4;
const MOST_REPEATS = 3;

/** Makes a function that accents letters, and repeats vowels as often as the text before them asks for. */
function createLengthener(): (text: string) => string {
  let due = 0;
  return (text) => {
    let longer = '';
    for (const character of text) {
      due += GROWTH;
      const accented = ACCENTED.get(character) ?? character;
      longer += accented;
      if (!/[aeiou]/i.test(character)) continue;
      const repeats = Math.min(Math.round(due), MOST_REPEATS);
      due -= repeats;
      longer += accented.toLowerCase().repeat(repeats);
    }
    return longer;
  };
}

function toArabicLetters(text: string): string {
  return Array.from(text, (character) => ARABIC.get(character.toLowerCase()) ?? character).join('');
}

/** Accented letters that every Latin face of the brands has; the letters that aren't here have none. */
const ACCENTED = pairs('acdeghijklnoprstuwyz', 'áçðéĝĥîĵķļñöþŕšţûŵýž');

/** Letters of like sound where there is one, and the marks that Arabic writes otherwise. */
const ARABIC: ReadonlyMap<string, string> = new Map([
  ...pairs('abcdefghijklmnopqrstuvwxyz', 'ابصدعفغهيجكلمنوحقرستئڤؤخىز'),
  ...pairs(',;?', '،؛؟'),
]);

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const letters = [...from].map((letter, index) => [letter, [...to][index]!] as const);
  return new Map([
    ...letters,
    ...letters.map(([one, other]) => [one.toUpperCase(), other.toUpperCase()] as const),
  ]);
}
