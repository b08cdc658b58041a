import type { Term } from './glossary.js';
import type { LintRule } from './pair.js';
import { escapePattern } from './word-list.js';

/** A term of the glossary that the source uses is said as the glossary says it. */
export const terms: LintRule = {
  name: 'glossary',
  code: 'content/lint-glossary',
  severity: 'warning',
  find: ({ source, target, glossary }) =>
    [...glossary.values()]
      .filter((term) => {
        const { sources, targets } = formsOf(term);
        return saysAny(source.folded, sources, true) && !saysAny(target.folded, targets, false);
      })
      .map((term) => ({
        message: `The source says “${withoutStars(term.source)}”; the translation doesn't use the term of the glossary.`,
        hint: `Write “${withoutStars(term.target).replaceAll('|', '” or “')}”, or add what it says to the glossary.`,
      })),
};

function withoutStars(text: string): string {
  return text.replaceAll('*', '');
}

/** One way to say a term, folded, and the longest part of it between open ends. */
type Form = Readonly<{ form: string; longest: string }>;
type Forms = Readonly<{ sources: readonly Form[]; targets: readonly Form[] }>;

/** Kept with its term: a glossary is held against every text of its language. */
const known = new WeakMap<Term, Forms>();

function formsOf(term: Term): Forms {
  let forms = known.get(term);
  if (forms === undefined)
    known.set(term, (forms = { sources: readForms(term.source), targets: readForms(term.target) }));
  return forms;
}

function readForms(alternatives: string): readonly Form[] {
  return alternatives.split('|').map((alternative) => {
    const form = alternative.trim().normalize('NFC').toLowerCase();
    const [longest = ''] = form.split('*').sort((one, other) => other.length - one.length);
    return { form, longest };
  });
}

/** A translation's term may stand inside a word, since articles and endings are written together with it. */
function saysAny(folded: string, forms: readonly Form[], isWhole: boolean): boolean {
  return forms.some(({ form, longest }) => {
    // A term is in few texts, and to look for a part of it costs less than to make a pattern.
    if (!folded.includes(longest)) return false;
    const words = escapePattern(form).replaceAll('\\*', '[\\p{L}\\p{M}]*');
    const pattern = isWhole ? `(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])` : words;
    return new RegExp(pattern, 'u').test(folded);
  });
}
