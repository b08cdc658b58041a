import { describe, expect, it } from 'vitest';
import { isAtLeast, leastStates, reviewedActions, reviewStates } from '../../src/base/review-state.js';
import { refusalOf } from '../../src/handout/policy.js';
import { printProblem } from '../workspace/print-problem.js';

const usual = { build: 'stale', print: 'reviewed', email: 'reviewed' } as const;

describe('a policy', () => {
  it('refuses every state below the one that it asks for, and no other', () => {
    for (const action of reviewedActions) {
      for (const least of leastStates) {
        for (const state of reviewStates) {
          const refusal = refusalOf({ ...usual, [action]: least }, { action, lang: 'es', state });
          expect(refusal === undefined, `${action} ${least} ${state}`).toBe(isAtLeast(state, least));
        }
        const original = { action, lang: 'en', state: 'original' } as const;
        expect(refusalOf({ ...usual, [action]: least }, original)).toBeUndefined();
      }
    }
  });

  it('tells the state that was found and the one that is needed', () => {
    const refusals = [
      refusalOf(usual, { action: 'print', lang: 'es', state: 'draft' }),
      refusalOf({ ...usual, email: 'approved' }, { action: 'email', lang: 'ar', state: 'stale' }),
    ];
    expect(refusals.map((refusal) => printProblem(refusal!)).join('\n')).toMatchInlineSnapshot(`
      "error content/not-reviewed
      The translation (Spanish, es) is a draft; to be printed it must be reviewed or better.
      Have it reviewed (“handout status --lang es --keys” lists its texts), allow it with --allow-drafts, or change review.print in handout.yaml.
      error content/not-reviewed
      The translation (Arabic, ar) is stale; to be sent by e-mail it must be approved.
      Have it reviewed (“handout status --lang ar --keys” lists its texts), allow it with --allow-drafts, or change review.email in handout.yaml."
    `);
  });
});
