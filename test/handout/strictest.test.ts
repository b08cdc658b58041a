import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, longerPeriod, overlap, startOf, strictestTimes } from '../../src/handout/strictest.js';
import { anyPeriod, anyRule } from './series-rules.js';

const anyAction = fc.constantFrom('do' as const, 'avoid' as const);
const twoTimes = anyAction.chain((action) => fc.tuple(anyRule(action), anyRule(action)));
const threeTimes = anyAction.chain((action) => fc.tuple(anyRule(action), anyRule(action), anyRule(action)));

describe('the strictest times', () => {
  it('of what to avoid start as early and end as late as any', () => {
    expect(
      strictestTimes(
        { action: 'avoid', from: { days: 1 }, until: { hours: 24 } },
        { action: 'avoid', from: { hours: 4 }, until: { days: 3 } },
      ),
    ).toEqual({ action: 'avoid', from: { hours: 4 }, until: { days: 3 } });
  });

  it('of what to avoid have no end where one has none, since it then holds as long as the skin heals', () => {
    expect(strictestTimes({ action: 'avoid' }, { action: 'avoid', until: { weeks: 3 } })).toEqual({
      action: 'avoid',
    });
  });

  it('of what to do start as late as any, because before that the skin is too open for it', () => {
    expect(
      strictestTimes({ action: 'do', from: { hours: 4 } }, { action: 'do', from: { hours: 24 } }),
    ).toEqual({ action: 'do', from: { hours: 24 } });
    expect(strictestTimes({ action: 'do' }, { action: 'do', from: { hours: 4 } })).toEqual({
      action: 'do',
      from: { hours: 4 },
    });
  });

  it('of what to do end as late as any', () => {
    expect(
      strictestTimes({ action: 'do', until: { weeks: 2 } }, { action: 'do', until: { days: 10 } }),
    ).toEqual({ action: 'do', until: { weeks: 2 } });
  });

  it('of equal lengths take the later moment: 48 hours after the start of day 2, the end of day 2 after 48 hours', () => {
    const hours = { action: 'do', from: { hours: 48 }, until: { hours: 72 } } as const;
    const days = { action: 'do', from: { days: 2 }, until: { days: 3 } } as const;
    expect(strictestTimes(hours, days)).toEqual({ action: 'do', from: { hours: 48 }, until: { days: 3 } });
  });

  it('don’t depend on the order', () => {
    fc.assert(
      fc.property(twoTimes, ([one, other]) => {
        expect(strictestTimes(one, other)).toEqual(strictestTimes(other, one));
      }),
    );
  });

  it('don’t depend on which two are taken first', () => {
    fc.assert(
      fc.property(threeTimes, ([one, other, third]) => {
        expect(strictestTimes(strictestTimes(one, other), third)).toEqual(
          strictestTimes(one, strictestTimes(other, third)),
        );
      }),
    );
  });

  it('of a rule and itself are its own', () => {
    fc.assert(
      fc.property(twoTimes, ([one, other]) => {
        const strictest = strictestTimes(one, other);
        expect(strictestTimes(strictest, strictest)).toEqual(strictest);
        expect(strictestTimes(strictest, one)).toEqual(strictest);
      }),
    );
  });

  it('never loosen a rule', () => {
    fc.assert(
      fc.property(twoTimes, ([one, other]) => {
        const strictest = strictestTimes(one, other);
        expect(endOf(strictest)).toBeGreaterThanOrEqual(endOf(one));
        if (one.action === 'avoid') expect(startOf(strictest)).toBeLessThanOrEqual(startOf(one));
        else expect(startOf(strictest)).toBeGreaterThanOrEqual(startOf(one));
      }),
    );
  });
});

describe('two rules', () => {
  it('overlap when there is a moment at which both hold', () => {
    expect(overlap({ action: 'do', from: { hours: 4 } }, { action: 'avoid', until: { hours: 24 } })).toBe(
      true,
    );
    expect(overlap({ action: 'do' }, { action: 'avoid' })).toBe(true);
  });

  it('don’t overlap when one ends as the other starts', () => {
    expect(overlap({ action: 'do', from: { days: 2 } }, { action: 'avoid', until: { hours: 48 } })).toBe(
      false,
    );
  });
});

describe('the longer period', () => {
  it('is one of the two, whichever comes first', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (one, other) => {
        expect(longerPeriod(one, other)).toEqual(longerPeriod(other, one));
      }),
    );
    expect(longerPeriod({ days: 10 }, { weeks: 1 })).toEqual({ days: 10 });
  });
});
