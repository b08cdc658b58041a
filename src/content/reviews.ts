import type { LedgerSource } from '../base/ledger-source.js';
import type { Problem, Staged } from '../base/problem.js';
import { isAtLeast, type ReviewState } from '../base/review-state.js';
import type { Catalogue } from './catalogue.js';
import { readLedger, stateOf, unitId, worstState, type Review } from './ledger.js';
import { listUnits, type TranslationUnit } from './translation-unit.js';

/** One text of a language, and what is known about its translation. */
export type ReviewedUnit = Readonly<{
  /** `namespace:key`, without the ending of a plural form. */
  id: string;
  unit: TranslationUnit;
  state: ReviewState;
  /** What is on record about the text in use; nothing for a machine's text that nobody has recorded. */
  review: Review | undefined;
}>;

/** What several texts come to together, and what a page made of them has to say. */
export type Standing = Readonly<{
  /** The worst of theirs. */
  state: ReviewState;
  /** Whether there is one that no qualified person has reviewed. */
  draft: boolean;
  /** Whether there is one whose source has changed since. */
  stale: boolean;
}>;

/**
 * Finds the state of every text of a language.
 * @param sources the language's ledgers, the lowest first
 * @returns the texts in the order of the source files; reports what `readLedger` does
 */
export function reviewUnits(
  catalogue: Catalogue,
  lang: string,
  sources: readonly LedgerSource[],
): Staged<readonly ReviewedUnit[]> {
  const problems: Problem[] = [];
  const layers = sources.map(({ source, covers }) => {
    const ledger = readLedger(source);
    problems.push(...ledger.problems);
    return { ledger: ledger.value, covers };
  });
  const units = listUnits(catalogue, lang).map((unit) => {
    const id = unitId(unit);
    const layer = layers.findLast(({ ledger, covers }) => ledger.has(id) && isCovered(unit, covers));
    const review = layer?.ledger.get(id);
    return { id, unit, review, state: stateOf(unit, new Map(review && [[id, review]])) };
  });
  return { value: units, problems };
}

/** Tells what several texts come to; of none, the best. */
export function standingOf(units: Iterable<ReviewedUnit>): Standing {
  const all = [...units];
  return {
    state: worstState(all.map(({ state }) => state)),
    draft: all.some(
      ({ state, review }) => state === 'untranslated' || !isAtLeast(review?.state ?? 'draft', 'reviewed'),
    ),
    stale: all.some(({ state }) => state === 'stale'),
  };
}

function isCovered({ target }: TranslationUnit, covers: readonly string[]): boolean {
  return [...(target?.values() ?? [])].every(({ at }) => covers.some((start) => at.file.startsWith(start)));
}
