import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { vouchedStates } from '../../src/base/review-state.js';
import { readLedger, stateOf, worstState, writeLedger, type Ledger } from '../../src/content/ledger.js';
import { listUnits, sourceDigest } from '../../src/content/translation-unit.js';
import { printProblems } from '../workspace/print-problem.js';
import { localeSource } from './sources.js';

function unitsOf(english: object, spanish: object) {
  const sources = [localeSource('en', english), localeSource('es', spanish)];
  return listUnits(loadCatalogue(sources, { sourceLang: 'en' }).value, 'es');
}

function complaints(text: string): string {
  return printProblems(readLedger({ file: 'locales/es/review.json', text }).problems);
}

const review = { state: 'reviewed', by: 'R. Ortiz', role: 'reviewer', at: '2026-11-22' } as const;

describe('the state of a translation', () => {
  it('is a draft as long as nobody has vouched for it, and what is on record then', () => {
    const [unit] = unitsOf({ a: 'One' }, { a: 'Uno' });
    expect(stateOf(unit!, new Map())).toBe('draft');
    const ledger: Ledger = new Map([['common:a', { ...review, source: sourceDigest(unit!.source) }]]);
    expect(stateOf(unit!, ledger)).toBe('reviewed');
  });

  it('is stale by itself when the source changes, that text alone', () => {
    const before = unitsOf({ a: 'One', b: 'Two' }, { a: 'Uno', b: 'Dos' });
    const ledger = new Map(
      before.map((unit) => [`common:${unit.key}`, { ...review, source: sourceDigest(unit.source) }] as const),
    );
    const after = unitsOf({ a: 'One more', b: 'Two' }, { a: 'Uno', b: 'Dos' });
    expect(after.map((unit) => stateOf(unit, ledger))).toEqual(['stale', 'reviewed']);
  });

  it('counts the forms of a plural as one text', () => {
    const forms = (other: string) => ({ day_one: '{{count}} day', day_other: other });
    const spanish = { day_one: '{{count}} día', day_many: '{{count}} de días', day_other: '{{count}} días' };
    const [before] = unitsOf(forms('{{count}} days'), spanish);
    const [after] = unitsOf(forms('{{count}} whole days'), spanish);
    const ledger: Ledger = new Map([['common:day', { ...review, source: sourceDigest(before!.source) }]]);
    expect([before!, after!].map((unit) => stateOf(unit, ledger))).toEqual(['reviewed', 'stale']);
  });

  it('is untranslated where there is nothing', () => {
    expect(unitsOf({ a: 'One', b: 'Two' }, { a: 'Uno' }).map((unit) => stateOf(unit, new Map()))).toEqual([
      'draft',
      'untranslated',
    ]);
  });

  it('of many is the worst of theirs', () => {
    expect(worstState(['approved', 'draft', 'reviewed'])).toBe('draft');
    expect(worstState(['draft', 'stale'])).toBe('stale');
    expect(worstState([])).toBe('approved');
  });
});

describe('a ledger', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);
  const ledgers = fc.array(
    fc.record({
      namespace: name,
      key: fc.array(name, { minLength: 1, maxLength: 3 }),
      state: fc.constantFrom(...vouchedStates),
      by: fc.string(),
    }),
  );

  it('is read as it was written', () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        // A key that holds reviews cannot be a review itself.
        const keys = entries.map(({ namespace, key }) =>
          [`x${namespace}`, ...key.map((part) => `${part}-`), 'k'].join('.'),
        );
        const ledger: Ledger = new Map(
          entries.map(({ state, by }, index) => [
            keys[index]!.replace('.', ':'),
            { source: 'a1', state, by, role: 'translator', at: '2026-01-31' },
          ]),
        );
        const { value, problems } = readLedger({ file: 'review.json', text: writeLedger(ledger) });
        expect(problems).toEqual([]);
        expect(Object.fromEntries(value)).toEqual(Object.fromEntries(ledger));
      }),
    );
  });

  it('tells what is wrong with a review, and where', () => {
    const text = (changes: object) =>
      JSON.stringify({ common: { a: { source: 'x', ...review, ...changes } } });
    expect(complaints(text({}))).toBe('');
    expect(
      [text({ state: 'good' }), text({ at: 'today' }), text({ mood: 'fine' }), '{"common":{"a":{"by":"x"}}}']
        .map(complaints)
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "locales/es/review.json:1:38 error content/bad-review
      "good" is no state of a review.
      A review has the fields source, state, by, role, at; its state is draft, translated, reviewed, approved.
      locales/es/review.json:1:88 error content/bad-review
      "today" is no day such as 2026-01-31.
      A review has the fields source, state, by, role, at; its state is draft, translated, reviewed, approved.
      locales/es/review.json:1:101 error content/bad-review
      The review of "common:a" has a field "mood".
      A review has the fields source, state, by, role, at; its state is draft, translated, reviewed, approved.
      locales/es/review.json:1:22 error content/bad-review
      The review of "common:a" has no field "source".
      A review has the fields source, state, by, role, at; its state is draft, translated, reviewed, approved."
    `);
  });
});
