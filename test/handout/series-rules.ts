import fc from 'fast-check';
import type { Period, Series, SeriesRule } from '../../src/workspace/series.js';

/** What a test says about a rule; the rest is the same for all. */
export type RuleFacts = Readonly<
  Pick<SeriesRule, 'action' | 'subject'> & Partial<Pick<SeriesRule, 'from' | 'until' | 'signOff' | 'phases'>>
>;

/** Makes a rule. Its id is its action and subject. */
export function ruleOf(facts: RuleFacts): SeriesRule {
  return {
    id: `${facts.action}-${facts.subject}`,
    phases: ['today'],
    step: 'calm',
    why: 'why',
    source: { label: 'sources.advice' },
    signOff: 'reviewed',
    ...facts,
  };
}

/** Makes a series of rules. */
export function seriesOf(
  id: string,
  rules: readonly RuleFacts[],
  changes: Partial<Omit<Series, 'id' | 'rules'>> = {},
): Series {
  return {
    id,
    version: '1.0',
    reviewed: '2026-01-15',
    nextReview: '2027-01-15',
    topics: [],
    sheets: [],
    phases: [{ id: 'today', firstDay: 0, lastDay: 0 }],
    rules: rules.map(ruleOf),
    normalSigns: ['redness'],
    normalFor: { days: 7 },
    callSigns: ['pus'],
    urgentSigns: ['eyes'],
    tellUsBefore: ['keloids'],
    ...changes,
  };
}

/** Any length of time, short enough that two often meet. */
export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.integer({ min: 1, max: 96 }).map((hours) => ({ hours })),
  fc.integer({ min: 1, max: 9 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 3 }).map((weeks) => ({ weeks })),
);

/** Any rule of an action on one of three subjects, with any bounds. */
export function anyRule(action: SeriesRule['action']): fc.Arbitrary<RuleFacts> {
  return fc
    .record({
      subject: fc.constantFrom('sun', 'makeup', 'washing'),
      from: fc.option(anyPeriod, { nil: undefined }),
      until: fc.option(anyPeriod, { nil: undefined }),
    })
    .map(({ subject, from, until }) => ({ action, subject, ...(from && { from }), ...(until && { until }) }));
}
