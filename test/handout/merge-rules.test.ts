import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTreatments } from '../../src/handout/merge-rules.js';
import { endOf, startOf } from '../../src/handout/strictest.js';
import { soleTreatment, type Treatment, type TreatmentRule } from '../../src/handout/treatment.js';
import type { Series } from '../../src/workspace/series.js';
import { printProblems } from '../workspace/print-problem.js';
import { anyRule, seriesOf } from './series-rules.js';

function merge(...series: readonly Series[]): Treatment {
  const { value, problems } = mergeTreatments(series, () => undefined);
  expect(printProblems(problems)).toBe('');
  return value!;
}

function complaints(...series: readonly Series[]): string {
  const { value, problems } = mergeTreatments(series, (id, index) => ({
    file: `templates/series/${id}.yaml`,
    line: 10 + index,
    column: 5,
  }));
  expect(value).toBeUndefined();
  return printProblems(problems);
}

/** The rules in an order of their own, for comparing. */
function sorted(rules: readonly TreatmentRule[]): readonly TreatmentRule[] {
  const inOrder = rules.map((rule) => ({ ...rule, askedBy: [...rule.askedBy].sort() }));
  return inOrder.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** Three series of rules that can all be said: what to avoid has an end, and what to do has a start, in all or in none. */
const anyVisit = fc
  .tuple(fc.constantFrom('do' as const, 'avoid' as const), fc.boolean(), fc.boolean())
  .chain(([action, hasFrom, hasUntil]) => {
    const rule = anyRule(action)
      .map(({ subject, from = { hours: 1 }, until = { weeks: 4 } }) => ({
        ...{ action, subject },
        ...(hasFrom && { from }),
        ...(hasUntil && { until }),
      }))
      .filter((facts) => startOf(facts) < endOf(facts));
    const rules = fc.array(rule, { maxLength: 3 });
    return fc.tuple(rules, rules, rules);
  })
  .map(([a, b, c]) => [seriesOf('a', a), seriesOf('b', b), seriesOf('c', c)] as const);

describe('rules of several treatments', () => {
  const day = { action: 'avoid', subject: 'makeup', until: { hours: 24 } } as const;
  const threeDays = { action: 'avoid', subject: 'makeup', until: { days: 3 } } as const;

  it('that are the same are said once and name nobody', () => {
    const { rules } = merge(seriesOf('needles', [day]), seriesOf('laser', [day]));
    expect(rules.map(({ askedBy, until }) => ({ askedBy, until }))).toEqual([
      { askedBy: [], until: { hours: 24 } },
    ]);
  });

  it('become one in the words of the strictest, which is named', () => {
    const { rules } = merge(seriesOf('needles', [day]), seriesOf('laser', [threeDays]));
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({ until: { days: 3 }, namespace: 'laser', askedBy: ['laser'] });
  });

  it('name the treatment where only one asks', () => {
    const { rules } = merge(seriesOf('needles', [day]), seriesOf('laser', []));
    expect(rules[0]).toMatchObject({ namespace: 'needles', askedBy: ['needles'] });
  });

  it('name both where one is strictest at the start and the other at the end', () => {
    const early = { action: 'avoid', subject: 'sun', from: { hours: 4 }, until: { days: 2 } } as const;
    const late = { action: 'avoid', subject: 'sun', from: { days: 1 }, until: { days: 5 } } as const;
    const { rules } = merge(seriesOf('a', [early]), seriesOf('b', [late]), seriesOf('c', []));
    expect(rules[0]).toMatchObject({ from: { hours: 4 }, until: { days: 5 }, askedBy: ['a', 'b'] });
  });

  it('stay two where there is a gap between the times to avoid it', () => {
    const later = { action: 'avoid', subject: 'makeup', from: { days: 7 }, until: { days: 9 } } as const;
    const { rules } = merge(seriesOf('needles', [day]), seriesOf('laser', [later]));
    expect(rules.map(({ until }) => until)).toEqual([{ hours: 24 }, { days: 9 }]);
  });

  it('are reviewed only where all are, and name each source once', () => {
    const unreviewed = { ...day, signOff: 'not-yet-reviewed' } as const;
    const { rules } = merge(seriesOf('needles', [day]), seriesOf('laser', [unreviewed]));
    expect(rules[0]).toMatchObject({ signOff: 'not-yet-reviewed', sources: ['sources.advice'] });
  });

  it('leave the phases that come before a later start', () => {
    const phases = [
      { id: 'today', firstDay: 0, lastDay: 0 },
      { id: 'week', firstDay: 1, lastDay: 7 },
    ];
    const soon = { action: 'do', subject: 'washing', from: { hours: 4 }, phases: ['today', 'week'] } as const;
    const late = { ...soon, from: { hours: 24 }, phases: ['week'] } as const;
    const { rules } = merge(seriesOf('needles', [soon], { phases }), seriesOf('peel', [late], { phases }));
    expect(rules[0]?.phases).toEqual(['week']);
  });
});

describe('merging', () => {
  it('doesn’t depend on the order of the treatments', () => {
    fc.assert(
      fc.property(anyVisit, ([a, b, c]) => {
        expect(sorted(merge(c, a, b).rules)).toEqual(sorted(merge(a, b, c).rules));
      }),
    );
  });

  it('counts a treatment that is named twice once', () => {
    fc.assert(
      fc.property(anyVisit, ([a, b]) => {
        expect(merge(a, b, a)).toEqual(merge(a, b));
      }),
    );
  });

  it('of a treatment with another that says the same changes no time', () => {
    fc.assert(
      fc.property(anyVisit, ([a]) => {
        const times = ({ rules }: Treatment): readonly unknown[] =>
          sorted(rules).map(({ subject, from, until }) => ({ subject, from, until }));
        expect(times(merge(a, { ...a, id: 'b' }))).toEqual(times(merge(a)));
      }),
    );
  });

  it('never loosens a period', () => {
    fc.assert(
      fc.property(anyVisit, (visit) => {
        const { rules } = merge(...visit);
        for (const rule of visit.flatMap((series) => series.rules)) {
          const alike = rules.filter(
            ({ action, subject }) => action === rule.action && subject === rule.subject,
          );
          expect(
            alike.some((merged) =>
              rule.action === 'avoid'
                ? startOf(merged) <= startOf(rule) && endOf(merged) >= endOf(rule)
                : startOf(merged) >= startOf(rule) && endOf(merged) >= endOf(rule),
            ),
          ).toBe(true);
        }
      }),
    );
  });

  it('of one treatment alone leaves its rules as they are', () => {
    const series = seriesOf('needles', [{ action: 'avoid', subject: 'sun', until: { weeks: 1 } }]);
    expect(merge(series).rules).toEqual(soleTreatment(series).rules);
  });

  it('unites signs and phases by id, takes the longest normal time and the earliest review', () => {
    const one = seriesOf('one', [], { callSigns: ['pus', 'fever'] });
    const other = seriesOf('other', [], {
      callSigns: ['fever', 'blisters'],
      normalFor: { weeks: 2 },
      nextReview: '2026-06-01',
      phases: [
        { id: 'later', firstDay: 1, lastDay: 9 },
        { id: 'today', firstDay: 0, lastDay: 0 },
      ],
    });
    expect(merge(one, other)).toMatchObject({
      id: 'one',
      namespaces: ['one', 'other'],
      callSigns: ['pus', 'fever', 'blisters'],
      normalFor: { weeks: 2 },
      nextReview: '2026-06-01',
      phases: [
        { id: 'today', namespaces: ['one', 'other'] },
        { id: 'later', namespaces: ['other'], firstDay: 1, lastDay: 9 },
      ],
    });
  });
});

describe('a contradiction', () => {
  const wash = { action: 'do', subject: 'washing', from: { hours: 4 } } as const;

  it('names both treatments and both rules with their places', () => {
    const dry = { action: 'avoid', subject: 'washing', until: { hours: 24 } } as const;
    expect(complaints(seriesOf('peel', [dry]), seriesOf('laser', [wash]))).toBe(
      'templates/series/laser.yaml:10:5 error workspace/contradicting-rules\n' +
        'The rules for "washing" contradict each other: ' +
        '"do-washing" of laser (templates/series/laser.yaml:10:5) says to do it, and ' +
        '"avoid-washing" of peel (templates/series/peel.yaml:10:5) says to avoid it at the same time.\n' +
        'Change from or until in one of them, so that they hold at different times, or give these treatments no common sheet.',
    );
  });

  it('is none where the one ends as the other starts', () => {
    const dry = { action: 'avoid', subject: 'washing', until: { hours: 4 } } as const;
    expect(merge(seriesOf('peel', [dry]), seriesOf('laser', [wash])).rules).toHaveLength(2);
  });
});

describe('rules whose strictest times no words can say', () => {
  it('are told with their places', () => {
    const one = { action: 'avoid', subject: 'sun', from: { days: 1 } } as const;
    const other = { action: 'avoid', subject: 'sun', until: { days: 3 } } as const;
    expect(complaints(seriesOf('peel', [one]), seriesOf('laser', [other]))).toBe(
      'templates/series/laser.yaml:10:5 error workspace/unsayable-rule\n' +
        'The rules for "sun" cannot be said as one: ' +
        '"avoid-sun" of laser (templates/series/laser.yaml:10:5) and ' +
        '"avoid-sun" of peel (templates/series/peel.yaml:10:5) do not give the same of from and until.\n' +
        'Give from and until in all of them, or leave the same one out.',
    );
  });
});
