import type { Problem, Staged } from '../base/problem.js';
import { formatRange, type SourceRange } from '../base/source.js';
import { loadCatalogue } from '../content/catalogue.js';
import { reviewUnits, type ReviewedUnit } from '../content/reviews.js';
import { SOURCE_LANGUAGE } from '../handout/press.js';
import { pressOf } from '../handout/press-of.js';
import type { Workspace } from '../workspace/workspace.js';

/** The texts of one language, and how far they are reviewed. */
export type ReviewedLanguage = Readonly<{ lang: string; units: readonly ReviewedUnit[] }>;

/**
 * Finds how far the texts of some languages are reviewed. The source language, which isn't translated, is left out.
 * @returns reports what is wrong with the ledgers; what is wrong with the texts themselves, every build tells
 */
export function reviewLanguages(
  workspace: Workspace,
  languages: readonly string[],
): Staged<readonly ReviewedLanguage[]> {
  const problems: Problem[] = [];
  const value = languages
    .filter((lang) => lang !== SOURCE_LANGUAGE)
    .map((lang) => {
      const sources = workspace.readLocales([SOURCE_LANGUAGE, lang]);
      const { value: catalogue } = loadCatalogue(sources.value, { sourceLang: SOURCE_LANGUAGE });
      const ledgers = workspace.readLedgers([lang]);
      const reviewed = reviewUnits(catalogue, lang, ledgers.value);
      problems.push(...ledgers.problems, ...reviewed.problems);
      return { lang, units: reviewed.value };
    });
  return { value, problems };
}

/**
 * Finds the translations whose source has changed since they were made.
 * @returns a warning `content/stale-translation` at each, which names the place of the source text
 */
export function checkReviews(workspace: Workspace, languages: readonly string[]): readonly Problem[] {
  return languages.flatMap((lang) => {
    const units = pressOf(workspace).strings(lang).value.reviews?.values() ?? [];
    return [...units].filter(({ state }) => state === 'stale').map((unit) => staleTranslation(lang, unit));
  });
}

/** Where a translation is written; where its source is, as long as there is none. */
export function placeOfUnit({ unit }: ReviewedUnit): SourceRange {
  return (firstOf(unit.target) ?? firstOf(unit.source))!.at;
}

function staleTranslation(lang: string, reviewed: ReviewedUnit): Problem {
  const place = formatRange(firstOf(reviewed.unit.source)!.at);
  return {
    code: 'content/stale-translation',
    severity: 'warning',
    message: `The source of "${reviewed.id}" (${lang}) has changed since it was translated: ${place}.`,
    at: placeOfUnit(reviewed),
    hint: `Bring it up to date, then say who vouches for it: handout translate mark --lang ${lang} --only ${reviewed.id}`,
  };
}

function firstOf<Item>(forms: ReadonlyMap<unknown, Item> | undefined): Item | undefined {
  return forms?.values().next().value;
}
