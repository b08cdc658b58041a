import type { Glossary, Term } from './glossary.js';
import type { Finding, LintRule } from './pair.js';
import { escapePattern, holdsWord } from './word-list.js';

/** A term of the glossary that the source uses is said as the glossary says it. */
export const terms: LintRule = {
  name: 'glossary',
  code: 'content/lint-glossary',
  severity: 'warning',
  find: ({ source, target, glossary }) => {
    const findings: Finding[] = [];
    for (const { term, sources, targets } of preparedOf(glossary)) {
      if (
        sources.some((form) => says(source.folded, form, true)) &&
        !targets.some((form) => says(target.folded, form, false))
      )
        findings.push(findingOf(term));
    }
    return findings;
  },
};

function findingOf({ source, target }: Term): Finding {
  return {
    message: `The source says “${withoutStars(source)}”; the translation doesn't use the term of the glossary.`,
    hint: `Write “${withoutStars(target).replaceAll('|', '” or “')}”, or add what it says to the glossary.`,
  };
}

function withoutStars(text: string): string {
  return text.replaceAll('*', '');
}

/** One way to say a term, folded: as the glossary writes it, and without the marks of open ends. */
type Form = Readonly<{ written: string; spelling: string }>;

/** A term, and the ways to say it in both languages. */
type PreparedTerm = Readonly<{ term: Term; sources: readonly Form[]; targets: readonly Form[] }>;

/** Every text of a language is held against the same glossary. */
const prepared = new WeakMap<Glossary, readonly PreparedTerm[]>();

function preparedOf(glossary: Glossary): readonly PreparedTerm[] {
  let known = prepared.get(glossary);
  if (known === undefined) {
    known = [...glossary.values()].map((term) => {
      return { term, sources: formsOf(term.source), targets: formsOf(term.target) };
    });
    prepared.set(glossary, known);
  }
  return known;
}

function formsOf(alternatives: string): readonly Form[] {
  return alternatives.split('|').map((form) => {
    const written = form.trim().normalize('NFC').toLowerCase();
    return { written, spelling: written.replace(/^\*|\*$/g, '') };
  });
}

/** A translation's term may stand inside a word, since articles and endings are written together with it. */
function says(folded: string, { written, spelling }: Form, isWhole: boolean): boolean {
  if (spelling.includes('*')) return openInside(written, isWhole).test(folded);
  if (!folded.includes(spelling)) return false;
  if (!isWhole) return true;
  return holdsWord(folded, {
    spelling,
    isOpenBefore: written.startsWith('*'),
    isOpenAfter: written.endsWith('*'),
  });
}

function openInside(form: string, isWhole: boolean): RegExp {
  const words = escapePattern(form).replaceAll('\\*', '[\\p{L}\\p{M}]*');
  return new RegExp(isWhole ? `(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])` : words, 'u');
}
