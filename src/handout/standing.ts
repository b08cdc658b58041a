import { isAtLeast, type ReviewState } from '../base/review-state.js';
import { standingOf, type ReviewedUnit, type Standing } from '../content/reviews.js';
import type { PersonalDetails } from './request.js';

/** How far a handout's texts have been reviewed: as far as the least of them; texts of the source language need no review. */
export type HandoutState = ReviewState | 'original';

/** Where a handout stands, and which notices it has to show. */
export type HandoutStanding = Readonly<{ state: HandoutState; draft: boolean; stale: boolean }>;

/** The standing of a handout in the source language. */
export const originalStanding: HandoutStanding = { state: 'original', draft: false, stale: false };

/** The notices themselves don't count: a page that shows none doesn't use them. */
const NOTICES = 'common:draft.';

/**
 * Finds where the texts that a handout uses stand.
 * @param reviews the reviewed texts of the handout's language; undefined in the source language
 * @param names the full names of the texts, without the ending of a plural form
 */
export function standingOfTexts(
  reviews: ReadonlyMap<string, ReviewedUnit> | undefined,
  names: Iterable<string>,
): HandoutStanding {
  if (reviews === undefined) return originalStanding;
  const used: ReviewedUnit[] = [];
  let hasOwn = false;
  for (const name of names) {
    if (name.startsWith(NOTICES)) continue;
    const unit = reviews.get(name);
    if (unit === undefined) hasOwn = true;
    else used.push(unit);
  }
  const standing = standingOf(used);
  // A text that the source language doesn't have can't be reviewed against it.
  return hasOwn ? worseOf(standing, { state: 'draft', draft: true, stale: false }) : standing;
}

/** The standing of a handout whose parts stand differently. */
export function worseOf(one: HandoutStanding, other: HandoutStanding): HandoutStanding {
  return {
    state: worseState(one.state, other.state),
    draft: one.draft || other.draft,
    stale: one.stale || other.stale,
  };
}

function worseState(one: HandoutState, other: HandoutState): HandoutState {
  if (one === 'original') return other;
  return other === 'original' || isAtLeast(other, one) ? one : other;
}

/** Whether pages show a notice is told by these alone. */
export type Notices = Pick<Standing, 'draft' | 'stale'>;

/**
 * Names what a copy says beyond the general handout: copies that have the same details filled in use the same texts, so that their
 * standing is found only once.
 */
export function detailsOf(personal: PersonalDetails | undefined): string {
  return Object.keys(personal ?? {})
    .sort()
    .join(' ');
}
