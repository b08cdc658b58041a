import type { LintRule } from './pair.js';
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
  return alternatives.split('|').some((alternative) => {
    const term = alternative.trim().normalize('NFC').toLowerCase();
    // Nearly every term is in few texts, and to look for its parts costs less than to make a pattern.
    if (!term.split('*').every((part) => folded.includes(part))) return false;
    const words = escapePattern(term).replaceAll('\\*', '[\\p{L}\\p{M}]*');
    const pattern = isWhole ? `(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])` : words;
    return new RegExp(pattern, 'u').test(folded);
  });
}
