import { europeanClaims } from './claim-words-european.js';
import { otherClaims } from './claim-words-other.js';
import type { ClaimKind, ClaimPatterns, ClaimWords } from './claim-kind.js';
import { negates } from './negation.js';
import { withAsciiDigits } from './numerals.js';
import { once } from './once.js';
import { foldText, type Finding, type LintRule, type LintText } from './pair.js';
import { entryOf, wordFinder, wordsPattern } from './word-list.js';

const MEANINGS: Readonly<Record<ClaimKind, string>> = {
  will: 'promises a result',
  guarantee: 'guarantees a result',
  noRisk: 'says that nothing can go wrong',
  safe: 'says that it is safe for everyone',
  cure: 'promises a cure',
  permanent: 'promises a result for good',
  painless: 'promises that nothing hurts',
  hundred: 'promises all of it',
};

const HUNDRED_PERCENT = /(?<!\d)100[\s\u00a0\u202f]?[%٪％]/u;
const QUESTION = /[?？؟][”’»"')\]）」』]*$/u;
/** What “not” or “nobody” says holds for the words near it: so many on either side, or so many signs where words aren't parted. */
const NEAR_WORDS = 5;
const NEAR_SIGNS = 14;
const UNPARTED = /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** In French, Spanish, Russian and others two words negate once: “ne comporte aucun risque”. */
const SECOND_NEGATION = /^(?:aucun|pas |ning[uú]n|nessun|alcun|nenhum|żadn|никак|жодн|okenn)/u;

/**
 * No text claims more than its source: what a treatment can do isn't promised, and no risk is talked away. It looks for words in the
 * text alone, so it holds for the source language too; what is negated or asked claims nothing.
 */
export const claims: LintRule = {
  name: 'claim',
  code: 'safety/claim',
  severity: 'error',
  find: ({ target, lang, claimPatterns: patterns }) => findClaims(target, { lang, patterns }),
};

/** A language, and the words of claims in it, if they are known. */
export type ClaimLanguage = Readonly<{ lang: string; patterns: ClaimPatterns | undefined }>;

/** Finds what a text claims, sentence by sentence; what is negated or asked claims nothing. */
export function findClaims(target: LintText, { lang, patterns }: ClaimLanguage): readonly Finding[] {
  if (!mayClaim(target, patterns)) return [];
  return sentencesOf(target).flatMap(({ text, start }) => {
    if (QUESTION.test(text)) return [];
    const found = patterns && firstClaim(text, patterns, lang);
    const all = found ?? allOfIt(text, lang);
    return all === undefined ? [] : [findingOf(all, start, target)];
  });
}

/** Tells whether a text holds any word of a claim, denied or not; most hold none. */
export function mayClaim({ folded }: LintText, patterns: ClaimPatterns | undefined): boolean {
  return patterns?.isIn(folded) === true || HUNDRED_PERCENT.test(withAsciiDigits(folded));
}

/** Prepares the words of a language, which takes longer than to look for them; undefined for a language that isn't listed. */
export const claimPatternsOf = once((lang): ClaimPatterns | undefined => {
  const words = entryOf<ClaimWords>({ ...europeanClaims, ...otherClaims }, lang);
  if (words === undefined) return undefined;
  const listed = (Object.keys(MEANINGS) as ClaimKind[]).filter((kind) => words[kind] !== '');
  let kinds: ReturnType<ClaimPatterns['kinds']> | undefined;
  let fine: RegExp | undefined;
  return {
    isIn: wordFinder(listed.map((kind) => words[kind]).join(' ')),
    kinds: () => (kinds ??= listed.map((kind) => [kind, wordsPattern(words[kind])])),
    fine: () => (words.fine === '' ? undefined : (fine ??= wordsPattern(words.fine))),
  };
});

type Claim = Readonly<{ kind: ClaimKind; said: string; index: number }>;

function firstClaim(sentence: string, patterns: ClaimPatterns, lang: string): Claim | undefined {
  const fine = patterns.fine();
  const text = fine === undefined ? sentence : blankOut(sentence, fine);
  for (const [kind, pattern] of patterns.kinds()) {
    for (const { 0: said, index } of text.matchAll(pattern)) {
      const isDenied = !SECOND_NEGATION.test(said) && isNegated(text, { index, length: said.length }, lang);
      if (!isDenied) return { kind, ...wholeWords(text, { index, length: said.length }) };
    }
  }
  return undefined;
}

/** Lists have stems; people are shown words. */
function wholeWords(
  text: string,
  { index, length }: Readonly<{ index: number; length: number }>,
): Readonly<{ said: string; index: number }> {
  const end = index + length;
  if (UNPARTED.test(text)) return { said: text.slice(index, end), index };
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(0, index))![0];
  const after = /^[\p{L}\p{M}]*/u.exec(text.slice(end))![0];
  return { said: before + text.slice(index, end) + after, index: index - before.length };
}

function allOfIt(sentence: string, lang: string): Claim | undefined {
  const match = HUNDRED_PERCENT.exec(withAsciiDigits(sentence));
  if (!match || isNegated(sentence, { index: match.index, length: match[0].length }, lang)) return undefined;
  const said = sentence.slice(match.index, match.index + match[0].length);
  return { kind: 'hundred', said, index: match.index };
}

function blankOut(text: string, words: RegExp): string {
  return text.replace(words, (found) => '\u0001'.repeat(found.length));
}

/** A claim that holds a negation itself, such as “no risk”, is negated only by another. */
function isNegated(
  text: string,
  { index, length }: Readonly<{ index: number; length: number }>,
  lang: string,
): boolean {
  const before = /[^,;:،؛、，；：()–—]*$/u.exec(text.slice(0, index))![0];
  const after = /^[^,;:،؛、，；：()–—]*/u.exec(text.slice(index + length))![0];
  return negates(nearEnd(before), lang) || negates(nearStart(after), lang);
}

/** Where words aren't parted by spaces, a space parts sentences. */
function nearEnd(text: string): string {
  const words = text.split(/\s+/u);
  return UNPARTED.test(text) ? words.at(-1)!.slice(-NEAR_SIGNS) : words.slice(-NEAR_WORDS - 1).join(' ');
}

function nearStart(text: string): string {
  const words = text.split(/\s+/u);
  return UNPARTED.test(text) ? words[0]!.slice(0, NEAR_SIGNS) : words.slice(0, NEAR_WORDS + 1).join(' ');
}

type Sentence = Readonly<{ text: string; start: number }>;

function sentencesOf({ folded }: LintText): readonly Sentence[] {
  return Array.from(
    folded.matchAll(/[^.!?։。！？।۔؟]+(?:[.!?։。！？।۔؟]+[”’»"')\]）」』]*)?/gu),
    ({ 0: text, index }) => ({
      text,
      start: index,
    }),
  );
}

function findingOf({ kind, said, index }: Claim, start: number, target: LintText): Finding {
  return {
    offset: target.placeOf(unfolded(target.plain, start + index)),
    message: `“${said.trim()}” ${MEANINGS[kind]}.`,
    hint: 'Say what it can or may do, as the source does. If this promises nothing, write why under "claim" in lint.json.',
  };
}

/** Finds an offset of a folded text in the text before it was folded. */
function unfolded(plain: string, folded: number): number {
  let offset = Math.min(folded, plain.length);
  while (offset < plain.length && foldText(plain.slice(0, offset)).length < folded) offset += 1;
  return offset;
}
