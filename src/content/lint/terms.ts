import type { LintRule } from './pair.js';
import { once } from './once.js';
import { escapePattern } from './word-list.js';

/** A term of the glossary that the source uses is said as the glossary says it. */
export const terms: LintRule = {
  name: 'glossary',
  code: 'content/lint-glossary',
  severity: 'warning',
  find: ({ source, target, glossary }) =>
    [...glossary.values()]
      .filter(
        (term) => saysAny(source.folded, term.source, true) && !saysAny(target.folded, term.target, false),
      )
      .map((term) => ({
        message: `The source says “${withoutStars(term.source)}”; the translation doesn't use the term of the glossary.`,
        hint: `Write “${withoutStars(term.target).replaceAll('|', '” or “')}”, or add what it says to the glossary.`,
      })),
};

function withoutStars(text: string): string {
  return text.replaceAll('*', '');
}

/** A translation's term may stand inside a word, since articles and endings are written together with it. */
function saysAny(folded: string, alternatives: string, isWhole: boolean): boolean {
  return (isWhole ? wholeWords : anyPlace)(alternatives).some((pattern) => pattern.test(folded));
}

const wholeWords = once((alternatives) =>
  patternsOf(alternatives, (words) => `(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])`),
);
const anyPlace = once((alternatives) => patternsOf(alternatives, (words) => words));

function patternsOf(alternatives: string, around: (words: string) => string): readonly RegExp[] {
  return alternatives.split('|').map((alternative) => {
    const written = escapePattern(alternative.trim().normalize('NFC').toLowerCase());
    return new RegExp(around(written.replaceAll('\\*', '[\\p{L}\\p{M}]*')), 'u');
  });
}
