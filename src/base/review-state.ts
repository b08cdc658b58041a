/** What somebody can vouch for, from a machine's text to one that the clinic has approved. */
export const vouchedStates = ['draft', 'translated', 'reviewed', 'approved'] as const;

/** One of `vouchedStates`. */
export type VouchedState = (typeof vouchedStates)[number];

/**
 * The state of a translation, the worst first. `stale`: its source has changed since; `untranslated`: there is none. Both are
 * found by looking and never written down.
 */
export const reviewStates = ['untranslated', 'stale', ...vouchedStates] as const;

/** One of `reviewStates`. */
export type ReviewState = (typeof reviewStates)[number];

/** The states that a clinic can ask of a handout at least. */
export const leastStates = ['stale', ...vouchedStates] as const;

/** What is done with a handout, and may be kept from translations of too low a state. */
export const reviewedActions = ['build', 'print', 'email'] as const;

/** One of `reviewedActions`. */
export type ReviewedAction = (typeof reviewedActions)[number];

/** The least state that a translation must have for each action. */
export type ReviewPolicy = Readonly<Record<ReviewedAction, (typeof leastStates)[number]>>;

/** Tells whether a state is as good as another, or better. */
export function isAtLeast(state: ReviewState, least: ReviewState): boolean {
  return reviewStates.indexOf(state) >= reviewStates.indexOf(least);
}
