import { languageOf, type Sentence } from '../readability/sentence.js';
import { findingAt, metUnless, plainly, type Finding, type Item, type Reading } from './item.js';

/** Of ten sentences this many may be passive: the item holds if it is true of four in five (Vishnevetsky and others 2018). */
const MOST_PASSIVE_OF_TEN = 2;

/**
 * Most sentences say who does what. Seen in English alone, by a form of “to be” and a participle; in other languages a person
 * must look.
 */
export const activeVoice: Item = {
  id: 'active-voice',
  code: 'check/understandability-active-voice',
  asks: 'Most sentences are active.',
  source: 'PEMAT-P 5',
  hint: 'Say who does it: “your clinician cleans the skin”, not “the skin is cleaned”.',
  judge: ({ document, sentences }) => {
    if (languageOf(document.lang) !== 'en') return plainly('for-a-human');
    const passive = sentences.filter(({ text }) => isPassive(text));
    if (passive.length * 10 <= sentences.length * MOST_PASSIVE_OF_TEN) return plainly('met');
    return metUnless(
      passive.map((sentence) =>
        findingAt(
          `“${sentence.text}” is passive, as ${passive.length} of ${sentences.length} sentences are.`,
          sentence,
        ),
      ),
    );
  },
};

/** Tells whether an English sentence has a form of “to be” before a participle, with an adverb between at most. */
export function isPassive(sentence: string): boolean {
  return Array.from(sentence.matchAll(PASSIVE)).some(([, participle = '']) => !ADJECTIVES.has(participle));
}

const PASSIVE =
  /\b(?:is|are|was|were|been|being|be)(?: (?:not|also|only|now|often|\w+ly))? ((?!need\b)\w{2,}ed|done|given|taken|seen|made|kept|put|sent|shown|known|held|told|found|left|written|chosen|worn|cut|meant|caught|felt)\b/gu;
/** They tell of a state, not of something done. */
const ADJECTIVES: ReadonlySet<string> = new Set([
  'red',
  'swollen',
  'worried',
  'tired',
  'allowed',
  'used',
  'aged',
  'spaced',
]);

/**
 * An abbreviation is spelled out where it comes first; in English, long words at their first use are shown to a person. That
 * abbreviations are known which stand on products, or which everyone says, is taken for granted.
 */
export const termsExplained: Item = {
  id: 'terms-explained',
  code: 'check/understandability-terms-explained',
  asks: 'Terms are explained at first use.',
  source: 'PEMAT-P 3 and 4',
  hint: 'Write the whole name and the abbreviation in brackets after it, or do without the abbreviation.',
  judge: (reading) => {
    const unexplained = abbreviationsOf(reading);
    if (unexplained.length > 0) return metUnless(unexplained);
    const rare = rareWordsOf(reading);
    return { verdict: rare.length === 0 ? 'met' : 'for-a-human', findings: rare };
  },
};

const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}])/gu;
const KNOWN: ReadonlySet<string> = new Set(['SPF', 'UV', 'UVA', 'UVB', 'QR', 'OK', 'USA', 'US', 'США']);

function abbreviationsOf({ passages }: Reading): readonly Finding[] {
  const seen = new Set<string>();
  return passages
    .filter(({ kind }) => kind === 'running')
    .flatMap((passage) =>
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

/** A reader need not calculate: no percentages, fractions, or doses by weight. */
export const plainNumbers: Item = {
  id: 'plain-numbers',
  code: 'check/understandability-plain-numbers',
  asks: 'Numbers need no arithmetic.',
  source: 'PEMAT-P 7',
  hint: 'Say “1 in 10 people” for 10%, and give the amount itself for a dose.',
  judge: ({ passages }) => {
    if (!passages.some(({ text }) => /\p{N}/u.test(text))) return plainly('not-applicable');
    return metUnless(
      passages.flatMap((passage) =>
        Array.from(passage.text.matchAll(ARITHMETIC), ([sum]) =>
          findingAt(`“${sum.trim()}” asks the reader to calculate.`, passage),
        ),
      ),
    );
  },
};

const ARITHMETIC =
  /\p{N}[\p{N}.,]*\s?[%‰٪]|[½⅓¼¾⅔⅛]|\p{N}+\s?[×÷]\s?\p{N}+|(?<![\p{N}/])\p{N}\/\p{N}(?![\p{N}/])|\p{N}+\s?\p{L}+\/kg/gu;

/** Whether risks stand beside benefits needs an understanding of both. */
export const risksBesideBenefits: Item = {
  id: 'risks-beside-benefits',
  code: 'check/understandability-risks-beside-benefits',
  asks: 'Risks are told beside benefits.',
  source: 'CDC Clear Communication Index, item 19',
  hint: 'Tell of risks where you tell of benefits.',
  judge: ({ passages }) => ({
    verdict: 'for-a-human',
    findings: passages
      .filter(({ kind }) => kind === 'heading')
      .map((passage) => findingAt(`“${passage.text}”`, passage)),
  }),
};
