import type { Problem } from '../base/problem.js';
import { isAtLeast, type ReviewedAction, type ReviewPolicy, type ReviewState } from '../base/review-state.js';
import { languageName } from '../content/locale.js';
import type { HandoutState } from './standing.js';

/** What is to be done with a handout. */
export type Intent = Readonly<{ action: ReviewedAction; lang: string; state: HandoutState }>;

/**
 * Tells whether a clinic's policy lets something be done with a handout in its state of review. It is a pure function.
 * @returns nothing if it may be done, else the error `content/not-reviewed`
 */
export function refusalOf(policy: ReviewPolicy, { action, lang, state }: Intent): Problem | undefined {
  const least = policy[action];
  if (state === 'original' || isAtLeast(state, least)) return undefined;
  return {
    code: 'content/not-reviewed',
    severity: 'error',
    message: `The translation (${languageName(lang, 'en')}, ${lang}) is ${inWords(state)}; to be ${doneWith[action]} it must be ${inWords(least)}${least === 'approved' ? '' : ' or better'}.`,
    hint: `Have it reviewed (“handout status --lang ${lang} --keys” lists its texts), allow it with --allow-drafts, or change review.${action} in handout.yaml.`,
  };
}

const doneWith = { build: 'built', print: 'printed', email: 'sent by e-mail' } as const;

function inWords(state: ReviewState): string {
  return state === 'draft' ? 'a draft' : state;
}
