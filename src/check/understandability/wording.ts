import { languageOf } from '../readability/sentence.js';
import { findingAt, metUnless, plainly, type Item } from './item.js';

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

/** A reader need not calculate: no percentages, fractions, or doses by weight. */
export const plainNumbers: Item = {
  id: 'plain-numbers',
  code: 'check/understandability-plain-numbers',
  asks: 'Numbers need no arithmetic.',
  source: 'PEMAT-P 6 and 7',
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

/**
 * Whether risks stand beside benefits needs an understanding of both. What can be seen, in English alone, is that a handout speaks
 * of benefits and has no word for anything that may go wrong.
 */
export const risksBesideBenefits: Item = {
  id: 'risks-beside-benefits',
  code: 'check/understandability-risks-beside-benefits',
  asks: 'Risks are told beside benefits.',
  source: 'CDC Clear Communication Index, item 19',
  hint: 'Tell of risks where you tell of benefits.',
  judge: ({ passages, document }) => {
    const benefit = passages.find(({ kind, text }) => kind === 'running' && BENEFIT.test(text));
    if (languageOf(document.lang) === 'en' && benefit !== undefined) {
      const hasRisk = passages.some(({ text }) => RISK.test(text));
      if (!hasRisk)
        return metUnless([findingAt(`“${benefit.text}” stands in a text without a risk.`, benefit)]);
    }
    return {
      verdict: 'for-a-human',
      findings: passages
        .filter(({ kind }) => kind === 'heading')
        .map((passage) => findingAt(`“${passage.text}”`, passage)),
    };
  },
};

const BENEFIT = /\bbenefits?\b/iu;
const RISK =
  /\b(?:risk|side effect|harm|danger|infect|bleed|bruis|swell|swollen|red(?:ness)?\b|pain|hurt|sting|burn|scarring|lasting|worse|trouble|problem|complication|allerg|may not|might not|not work|vary|varies)/iu;
