import type { LintRule } from './pair.js';
import { once } from './once.js';
import { escapePattern, holdsWord } from './word-list.js';

/** A term of the glossary that the source uses is said as the glossary says it. */
export const terms: LintRule = {
  name: 'glossary',
  code: 'content/lint-glossary',
  severity: 'warning',
  find: ({ source, target, glossary }) =>
    [...glossary.values()]
      .filter(
        (term) =>
          formsOf(term.source).some((form) => says(source.folded, form, true)) &&
          !formsOf(term.target).some((form) => says(target.folded, form, false)),
      )
      .map((term) => ({
        message: `The source says “${withoutStars(term.source)}”; the translation doesn't use the term of the glossary.`,
        hint: `Write “${withoutStars(term.target).replaceAll('|', '” or “')}”, or add what it says to the glossary.`,
      })),
};

function withoutStars(text: string): string {
  return text.replaceAll('*', '');
}

/** The ways to say a term, folded. */
const formsOf = once((alternatives): readonly string[] =>
  alternatives.split('|').map((form) => form.trim().normalize('NFC').toLowerCase()),
);

/** A translation's term may stand inside a word, since articles and endings are written together with it. */
function says(folded: string, form: string, isWhole: boolean): boolean {
  const spelling = form.replace(/^\*|\*$/g, '');
  if (spelling.includes('*')) return openInside(form, isWhole).test(folded);
  if (!isWhole) return folded.includes(spelling);
  return holdsWord(folded, {
    spelling,
    isOpenBefore: form.startsWith('*'),
    isOpenAfter: form.endsWith('*'),
  });
}

function openInside(form: string, isWhole: boolean): RegExp {
  const words = escapePattern(form).replaceAll('\\*', '[\\p{L}\\p{M}]*');
  return new RegExp(isWhole ? `(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])` : words, 'u');
}
