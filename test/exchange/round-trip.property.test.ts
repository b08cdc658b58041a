import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vouchedStates, type ReviewState } from '../../src/base/review-state.js';
import { type Review } from '../../src/content/ledger.js';
import { pluralFormsOf } from '../../src/content/locale.js';
import {
  formNames,
  type Exchange,
  type ExchangeForm,
  type ExchangeUnit,
  type FormName,
} from '../../src/exchange/exchange.js';
import { exchangeFormatNames, exchangeFormats, readExchange } from '../../src/exchange/formats.js';

const languages = [
  ...['ar', 'bn', 'de', 'es', 'fa', 'fr', 'he', 'hi', 'ht', 'it', 'ja', 'ko', 'pa', 'pl', 'pt', 'ru'],
  ...['th', 'tl', 'uk', 'ur', 'vi', 'zh-Hans', 'zh-Hant', 'cy'],
];

const word = fc.constantFrom(
  ...['{{count}}', '{{ name }}', '{{clinic}}', '<strong>', '</strong>', '<em>very</em>', '<b>'],
  ...['<bdi class="no-break">3–5</bdi>', '<bdi>', ' ', '  ', 'SkinPen', '&amp;', '"', "'", '\\', '\\n', '#'],
  ...[
    '<strong>a <em>{{count}}</em></strong>',
    '<',
    '>',
    ']]>',
    '{',
    'é',
    'مرحبا',
    '皮肤',
    '\u00a0',
    '😀',
    '%d',
  ],
  ...['</', 'Long words enough to make a line of a PO file wrap where it is parted, and once more.'],
);
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
const line = fc
  .array(fc.constantFrom('See', 'page', '<2>', '&', '"x"', 'é', 'note:', 'state: final'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => words.join(' '));
const digest = fc.stringMatching(/^[0-9a-f]{16}$/);
const review: fc.Arbitrary<Review> = fc.record({
  source: digest,
  state: fc.constantFrom(...vouchedStates),
  by: line,
  role: line,
  at: fc.constantFrom('2026-01-31', '2026-11-02'),
});

function formsIn(lang: string): fc.Arbitrary<ReadonlyMap<FormName, ExchangeForm>> {
  const { categories } = pluralFormsOf(lang);
  const target = fc.option(text, { nil: undefined });
  const single = fc.record({ source: text, target }).map((form) => new Map([['form' as FormName, form]]));
  const plural = fc
    .record({ one: text, other: text, targets: fc.array(target, { minLength: 7, maxLength: 7 }) })
    .map(({ one, other, targets }) => {
      return new Map<FormName, ExchangeForm>(
        formNames
          .filter((name) => name !== 'form' && categories.includes(name))
          .map((name, index) => [name, { source: name === 'one' ? one : other, target: targets[index] }]),
      );
    });
  return fc.oneof(single, plural);
}

function unitIn(lang: string): fc.Arbitrary<Omit<ExchangeUnit, 'id'>> {
  return fc
    .record({
      forms: formsIn(lang),
      stated: fc.constantFrom<ReviewState>('stale', ...vouchedStates),
      review: fc.option(review, { nil: undefined }),
      digest: fc.option(digest, { nil: undefined }),
      notes: fc.uniqueArray(line, { maxLength: 2 }),
      context: fc.uniqueArray(line, { maxLength: 2 }),
      maxLength: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
      keep: fc.subarray(['SkinPen', 'Skin', 'é']),
    })
    .map(({ stated, ...unit }) => {
      const isTranslated = [...unit.forms.values()].some(({ target }) => target !== undefined);
      return { ...unit, state: isTranslated ? stated : 'untranslated' };
    });
}

const exchange: fc.Arbitrary<Exchange> = fc.constantFrom(...languages).chain((lang) =>
  fc.array(unitIn(lang), { minLength: 1, maxLength: 4 }).map((units) => ({
    sourceLang: 'en',
    lang,
    units: units.map((unit, index) => ({ ...unit, id: `common:part.key-${index}` })),
  })),
);

/** What was read, without the places it was read at. */
function withoutPlaces(read: Exchange | undefined): Exchange | undefined {
  return (
    read && {
      ...read,
      units: read.units.map(({ at: _, forms, ...unit }) => ({
        ...unit,
        forms: new Map([...forms].map(([name, { source, target }]) => [name, { source, target }])),
      })),
    }
  );
}

describe.each(exchangeFormatNames)('a file of the format %s', (format) => {
  it('gives back every text, state, note, place, limit and name that was written into it', () => {
    fc.assert(
      fc.property(exchange, (written) => {
        const file = { file: 'es.file', text: exchangeFormats[format].write(written) };
        const read = readExchange(file, { lang: undefined, namespaces: ['common'] });
        expect(read.problems).toEqual([]);
        expect(withoutPlaces(read.value)).toEqual(written);
      }),
      { numRuns: 150 },
    );
  });
});
