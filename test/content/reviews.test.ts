import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtLeast, reviewStates, vouchedStates, type VouchedState } from '../../src/base/review-state.js';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { readLedger, writeLedger, type Review } from '../../src/content/ledger.js';
import { markTranslations } from '../../src/content/mark.js';
import { reviewUnits, standingOf, type ReviewedUnit } from '../../src/content/reviews.js';
import { sourceDigest } from '../../src/content/translation-unit.js';
import { printProblems } from '../workspace/print-problem.js';
import { localeSource } from './sources.js';

const by = { by: 'R. Ortiz', role: 'reviewer', at: '2026-11-22' };

type Texts = Readonly<Record<string, string>>;
type States = Readonly<Record<string, VouchedState>>;

function catalogueOf(english: Texts, spanish: Texts, file = 'locales/es/common.json') {
  const translation = localeSource('es', spanish);
  const sources = [localeSource('en', english), { ...translation, source: { ...translation.source, file } }];
  return loadCatalogue(sources, { sourceLang: 'en' }).value;
}

/** A ledger that vouches for translations of these texts. */
function ledgerOf(english: Texts, states: States, folder = 'locales/es/') {
  const { value: units } = reviewUnits(catalogueOf(english, {}), 'es', []);
  const ledger = new Map(
    units.flatMap(({ id, unit }): readonly (readonly [string, Review])[] => {
      const state = states[unit.key];
      return state === undefined ? [] : [[id, { source: sourceDigest(unit.source), state, ...by }]];
    }),
  );
  const source = { file: `${folder}review.json`, text: writeLedger(ledger) };
  return { lang: 'es', source, covers: [folder] };
}

function statesOf(units: readonly ReviewedUnit[]): readonly string[] {
  return units.map(({ unit, state }) => `${unit.key} ${state}`);
}

const keys = ['a', 'b', 'c', 'd', 'e'] as const;
const states = fc.record(
  Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...vouchedStates)])),
) as fc.Arbitrary<Record<string, VouchedState>>;
const texts: Texts = Object.fromEntries(keys.map((key) => [key, `Text ${key}`]));

describe('the reviews of a language', () => {
  it('make exactly the translations of changed texts stale', () => {
    fc.assert(
      fc.property(states, fc.subarray([...keys]), (vouched, changed) => {
        const after = { ...texts, ...Object.fromEntries(changed.map((key) => [key, `New ${key}`])) };
        const { value } = reviewUnits(catalogueOf(after, texts), 'es', [ledgerOf(texts, vouched)]);
        const expected = keys.map((key) => `${key} ${changed.includes(key) ? 'stale' : vouched[key]!}`);
        expect(statesOf(value)).toEqual(expected);
      }),
    );
  });

  it('are laid over the built-in ones review by review', () => {
    const builtIn = ledgerOf(texts, { a: 'approved', b: 'reviewed' }, 'built-in/locales/es/');
    const clinic = { ...ledgerOf(texts, { b: 'draft' }), covers: ['built-in/locales/es/', 'locales/es/'] };
    const catalogue = catalogueOf(texts, texts, 'built-in/locales/es/common.json');
    const { value } = reviewUnits(catalogue, 'es', [builtIn, clinic]);
    expect(statesOf(value)).toEqual(['a approved', 'b draft', 'c draft', 'd draft', 'e draft']);
  });

  it("do not vouch for a clinic's own text in the place of the one that was reviewed", () => {
    const builtIn = ledgerOf(texts, { a: 'approved' }, 'built-in/locales/es/');
    const { value } = reviewUnits(catalogueOf(texts, texts, 'locales/es/common.json'), 'es', [builtIn]);
    expect(value[0]).toMatchObject({ id: 'common:a', state: 'draft', review: undefined });
  });

  it('that are written twice are told', () => {
    const one = `{ "source": "x", "state": "draft", "by": "x", "role": "x", "at": "2026-11-22" }`;
    const text = `{ "common": { "a": ${one}, "a": ${one} } }`;
    expect(printProblems(readLedger({ file: 'review.json', text }).problems)).toContain(
      'review.json:1:101 error content/repeated-key\nThe key "common.a" is written twice.',
    );
  });
});

describe('where texts stand together', () => {
  it('is as the worst of them, and says apart that something is a draft and that something is stale', () => {
    fc.assert(
      fc.property(states, fc.subarray([...keys]), (vouched, changed) => {
        const after = { ...texts, ...Object.fromEntries(changed.map((key) => [key, `New ${key}`])) };
        const { value } = reviewUnits(catalogueOf(after, texts), 'es', [ledgerOf(texts, vouched)]);
        const { state, draft, stale } = standingOf(value);
        for (const unit of value) expect(isAtLeast(unit.state, state)).toBe(true);
        expect(value.map((unit) => unit.state)).toContain(state);
        expect(stale).toBe(changed.length > 0);
        expect(draft).toBe(keys.some((key) => ['draft', 'translated'].includes(vouched[key]!)));
      }),
    );
  });

  it('is best where there is none', () => {
    expect(standingOf([])).toEqual({ state: 'approved', draft: false, stale: false });
    expect(reviewStates[0]).toBe('untranslated');
  });
});

describe('a mark', () => {
  const mark = (vouched: States, only?: readonly string[], english = texts) => {
    const ledger = ledgerOf(texts, vouched);
    const { value: units } = reviewUnits(catalogueOf(english, texts), 'es', [ledger]);
    const own = readLedger(ledger.source).value;
    const review = { state: 'reviewed', by: 'A. Khan', role: 'reviewer', at: '2026-11-23' } as const;
    return markTranslations(units, own, { lang: 'es', review, only });
  };

  it('raises every text of a lower state, and leaves the others as they are', () => {
    fc.assert(
      fc.property(states, (vouched) => {
        const { marked, ledger } = mark(vouched).value;
        const lower = keys.filter((key) => ['draft', 'translated'].includes(vouched[key]!));
        expect(marked).toEqual(lower.map((key) => `common:${key}`));
        for (const key of keys)
          expect(ledger.get(`common:${key}`)?.by).toBe(lower.includes(key) ? 'A. Khan' : 'R. Ortiz');
      }),
    );
  });

  it('leaves stale texts out unless they are named', () => {
    const english = { ...texts, a: 'New', b: 'New' };
    expect(mark({ a: 'reviewed', b: 'draft' }, undefined, english).value).toMatchObject({
      marked: ['common:c', 'common:d', 'common:e'],
      leftStale: ['common:a', 'common:b'],
    });
    const { value } = mark({ a: 'reviewed', b: 'draft' }, ['*:a'], english);
    expect([value.marked, value.leftStale]).toEqual([['common:a'], []]);
  });

  it('sets exactly what is named, even to a lower state, and tells names that nothing has', () => {
    const { value } = mark({ a: 'approved' }, ['common:a', 'common:x*', 'common.b']);
    expect([value.marked, value.unknown]).toEqual([['common:a'], ['common:x*', 'common.b']]);
    expect(value.ledger.get('common:a')?.state).toBe('reviewed');
  });

  it('keeps what is on record about texts that are gone', () => {
    const { a: _, ...without } = texts;
    const { ledger } = mark({ a: 'approved', b: 'draft' }, undefined, without).value;
    expect([...ledger.keys()]).toEqual(['common:b', 'common:c', 'common:d', 'common:e', 'common:a']);
  });

  it('is refused for what is not translated', () => {
    const { a: _, ...spanish } = texts;
    const { value: units } = reviewUnits(catalogueOf(texts, spanish), 'es', []);
    const review = { state: 'approved', ...by } as const;
    const { problems } = markTranslations(units, new Map(), { lang: 'es', review });
    expect(printProblems(problems)).toMatchInlineSnapshot(`
      "en/common.json:2:3 error content/not-translated
      The text "common:a" has no translation (es) that could be approved.
      Translate it, or name other texts with --only."
    `);
  });
});
