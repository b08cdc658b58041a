import type { Term } from '../../content/lint/glossary.js';
import { plainText } from '../../document/walk.js';
import type { Passage } from '../readability/passage.js';
import { languageOf, type Sentence } from '../readability/sentence.js';
import { findingAt, metUnless, type Finding, type Item, type Reading } from './item.js';

/**
 * An abbreviation is spelled out where it comes first, and so is a term of the glossary that says `explain`. In English, long words
 * at their first use are shown to a person too. That abbreviations are known which stand on products, or which everyone says, is
 * taken for granted.
 */
export const termsExplained: Item = {
  id: 'terms-explained',
  code: 'check/understandability-terms-explained',
  asks: 'Terms are explained at first use.',
  source: 'PEMAT-P 3 and 4',
  hint: 'Say in brackets what it means, or use a plain word instead. Of an abbreviation write the whole name.',
  judge: (reading) => {
    const termsOf = termFinder(reading);
    const unexplained = [...abbreviationsOf(reading), ...termsOf('yes')];
    if (unexplained.length > 0) return metUnless(unexplained);
    const doubtful = [...termsOf('ask'), ...rareWordsOf(reading)];
    return { verdict: doubtful.length === 0 ? 'met' : 'for-a-human', findings: doubtful };
  },
};

const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}])/gu;
const KNOWN: ReadonlySet<string> = new Set(['SPF', 'UV', 'UVA', 'UVB', 'QR', 'OK', 'USA', 'US', 'США']);

function abbreviationsOf({ passages }: Reading): readonly Finding[] {
  const seen = new Set<string>();
  return passages.filter(isRunning).flatMap((passage) =>
    Array.from(passage.text.matchAll(ABBREVIATION)).flatMap((match) => {
      const [word] = match;
      if (seen.has(word) || KNOWN.has(word)) return [];
      seen.add(word);
      const before = passage.text[match.index - 1] ?? '';
      const after = passage.text.slice(match.index + word.length).trimStart();
      return before === '(' || before === '（' || /^[(（]/u.test(after)
        ? []
        : [findingAt(`“${word}” is not spelled out.`, passage)];
    }),
  );
}

/** Finds the terms of a kind whose first use in running text has no sign of an explanation. */
function termFinder({ passages, nodes, terms }: Reading): (explain: Term['explain']) => readonly Finding[] {
  const texts = passages.filter(isRunning).map((passage) => ({ passage, text: fold(passage.text) }));
  const marked = nodes
    .filter((node) => node.kind === 'strong' || node.kind === 'emphasis')
    .map((node) => fold(plainText([node])));
  const all = texts.map(({ text }) => text).join('\n');
  return (explain) =>
    terms
      .filter((term) => term.explain === explain)
      .flatMap((term) => {
        const words = wordsOf(term.target);
        // A pattern takes longer to make than to look whether it is needed: a handout has few of the terms.
        if (!words.some((each) => all.includes(each))) return [];
        const pattern = patternOf(words);
        const first = firstUse(texts, pattern);
        if (first === undefined || isBracketed(first)) return [];
        // What is set apart from its sentence is what the sentence explains: “the thin top layer is the *epidermis*”.
        if (marked.some((text) => text.search(pattern) !== -1)) return [];
        return [findingAt(`“${asWritten(first)}” is not explained where it first comes.`, first.passage)];
      });
}

/** A passage and its text, folded. */
type Folded = Readonly<{ passage: Passage; text: string }>;
type Use = Folded & Readonly<{ word: string; index: number }>;

function firstUse(texts: readonly Folded[], pattern: RegExp): Use | undefined {
  for (const each of texts) {
    const match = pattern.exec(each.text);
    if (match) return { ...each, word: match[0], index: match.index };
  }
  return undefined;
}

/** The word with its capitals; folding keeps the length of all but a few letters that no term has. */
function asWritten({ passage, word, index }: Use): string {
  return passage.text.normalize('NFC').slice(index, index + word.length);
}

/** It stands in brackets, or is followed by some within the same clause: “eczema or psoriasis (itchy or scaly skin)”. */
function isBracketed({ text, word, index }: Use): boolean {
  return /[(（][^)）]*$/u.test(text.slice(0, index)) || BRACKET_AFTER.test(text.slice(index + word.length));
}

const BRACKET_AFTER = /^[^.!?:;。！？।۔؟()（）]{0,40}[(（]/u;

/** The ways to say a term, folded, without the marks of the glossary. */
function wordsOf(target: string): readonly string[] {
  return target.split('|').map((alternative) => fold(alternative).replaceAll('*', '').trim());
}

/** Endings follow a term, and in scripts without capitals words stand before it unspaced. */
function patternOf(terms: readonly string[]): RegExp {
  const alternatives = terms.map((words) => {
    const start = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(words) ? '(?<!\\p{L})' : '';
    return `${start}${words.replace(/[\\^$.+?()[\]{}|]/gu, '\\$&')}`;
  });
  return new RegExp(`(?:${alternatives.join('|')})[\\p{L}\\p{M}]*`, 'u');
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function rareWordsOf({ document, sentences }: Reading): readonly Finding[] {
  if (languageOf(document.lang) !== 'en') return [];
  const first = new Map<string, Sentence>();
  for (const sentence of sentences) {
    for (const { text, syllables } of sentence.words) {
      const word = text.toLowerCase();
      if (syllables >= 4 && !first.has(word)) first.set(word, sentence);
    }
  }
  return [...first].map(([word, sentence]) =>
    findingAt(`Is “${word}” explained? First in: “${sentence.text}”`, sentence),
  );
}

function isRunning({ kind }: Passage): boolean {
  return kind === 'running';
}
