import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatRange } from '../../src/base/source.js';
import type { Problem } from '../../src/base/problem.js';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { acceptUnits } from '../../src/exchange/accept.js';
import { makeExchange } from '../../src/exchange/exchange.js';
import { readExchange } from '../../src/exchange/formats.js';
import { localeSource } from '../content/sources.js';

const english = {
  footer: { page: 'Page {{page}} of {{total}}' },
  greeting: 'Hello <strong>{{name}}</strong>, welcome.',
  weeks_one: '{{count}} week',
  weeks_other: '{{count}} weeks',
  device: 'Made with SkinPen.',
};
const spanish = { footer: { page: 'Página {{page}} de {{total}}' } };

const catalogue = loadCatalogue([localeSource('en', english), localeSource('es', spanish)], {
  sourceLang: 'en',
}).value;
const current = {
  ...makeExchange(catalogue, {
    lang: 'es',
    ledger: new Map(),
    keep: ['SkinPen'],
    places: new Map([['common:device', { context: [], maxLength: 40 }]]),
  }),
  lang: 'es',
};

function sample(file: string): string {
  return readFileSync(new URL(`../fixtures/exchange/${file}`, import.meta.url), 'utf8');
}

type Taken = Readonly<{ texts: Readonly<Record<string, string>>; problems: readonly string[] }>;

/** Reads a file: each accepted text with its state, and each problem as it is printed. */
function take(file: string, text: string): Taken {
  const read = readExchange({ file, text }, { lang: 'es', namespaces: ['common'] });
  const { accepted, problems } = read.value
    ? acceptUnits(read.value, current)
    : { accepted: [], problems: [] };
  const texts = accepted.flatMap(({ unit }) =>
    [...unit.forms].map(([name, { target }]) => [`${unit.id} ${name} ${unit.state}`, target ?? ''] as const),
  );
  return { texts: Object.fromEntries(texts), problems: [...read.problems, ...problems].map(printed) };
}

function printed({ at, severity, code, message, hint }: Problem): string {
  return `${at ? formatRange(at) : ''} ${severity} ${code}\n${message}\n${hint ?? ''}`;
}

/** A sample in which one stretch is replaced, which must be there. */
function damaged(file: string, from: string | RegExp, to: string): Taken {
  const text = sample(file);
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  return take(file, other);
}

const page = 'Hoja {{page}} de {{total}}';
const greeting = 'Hola, <strong>{{name}}</strong>; reciba la bienvenida.';
const weeks = {
  'common:weeks one translated': '{{count}} semana',
  'common:weeks many translated': '{{count}} de semanas',
  'common:weeks other translated': '{{count}} semanas',
};

describe('files as tools write them', () => {
  it.each([
    [
      'weblate.xlf',
      { 'common:footer.page form approved': page, 'common:device form translated': 'Hecho con SkinPen.' },
    ],
    [
      'crowdin.xlf',
      {
        'common:footer.page form translated': page,
        'common:greeting form draft': english.greeting,
        'common:device form approved': 'Hecho con SkinPen.',
      },
    ],
    [
      'crowdin-2.xliff',
      { 'common:footer.page form translated': page, 'common:device form reviewed': 'Hecho con SkinPen.' },
    ],
    [
      'omegat.xlf',
      { 'common:footer.page form translated': page, 'common:greeting form translated': greeting },
    ],
    [
      'poedit.po',
      {
        'common:footer.page form translated': page,
        'common:greeting form draft': greeting,
        ...weeks,
        'common:weeks many translated': '{{count}} semanas',
      },
    ],
    ['weblate.po', { 'common:footer.page form translated': page, ...weeks }],
    ['crowdin.json', { 'common:footer.page form translated': page, ...weeks }],
  ])('are read whole (%s)', (file, texts) => {
    expect(take(file, sample(file))).toEqual({ texts, problems: [] });
  });

  it.each([
    ['weblate.xlf', /(Hoja.*)<ph id="2">.*<\/ph>/, '$1', 'weblate.xlf:7:', 'content/missing-placeholder'],
    ['crowdin.xlf', 'Hoja {{page}}', 'Hoja {{side}}', 'crowdin.xlf:11:', 'content/extra-placeholder'],
    ['crowdin-2.xliff', 'Page <ph', 'Side <ph', 'crowdin-2.xliff:5:', 'exchange/changed-source'],
    ['omegat.xlf', '<ept id="1">&lt;/strong&gt;</ept>;', ';', 'omegat.xlf:11:', 'content/unbalanced-tag'],
    [
      'poedit.po',
      'msgctxt "common:footer.page"',
      'msgctxt "common:foot.page"',
      'poedit.po:16:',
      'exchange/unknown-key',
    ],
    [
      'weblate.po',
      '{{count}} semanas"',
      '{{cuenta}} semanas"',
      'weblate.po:26:',
      'content/extra-placeholder',
    ],
    [
      'crowdin.json',
      '"weeks_many": "{{count}} de semanas",',
      '',
      'crowdin.json:6:',
      'content/missing-plural',
    ],
  ])('are refused by file and line when damaged (%s)', (file, from, to, place, code) => {
    const { problems } = damaged(file, from, to);
    expect(problems.filter((problem) => problem.startsWith(place) && problem.includes(code))).not.toEqual([]);
  });
});

describe('what is wrong with a file of translations', () => {
  it.each([
    ['omegat.xlf', '</body>', '', 'bad-xml'],
    ['omegat.xlf', '<xliff', '<!DOCTYPE xliff><xliff', 'bad-xml'],
    ['omegat.xlf', '<x id="1"/>', '<x id="9"/>', 'unknown-code'],
    ['omegat.xlf', 'id="common:greeting"', 'id="common:footer.page"', 'repeated-key'],
    ['omegat.xlf', 'version="1.2"', 'version="3.0"', 'unknown-format'],
    ['omegat.xlf', 'Page <x', 'Side <x', 'changed-source'],
    ['poedit.po', 'msgstr "Hoja', 'mgstr "Hoja', 'bad-po'],
    ['poedit.po', 'msgctxt "common:weeks"\n', '', 'bad-po'],
    ['poedit.po', 'plural=(n != 1)', 'plural=(n > 3)', 'bad-plural-header'],
    ['crowdin.json', 'weeks_many', 'weeks_two', 'unknown-form'],
    ['crowdin.json', '"page"', '"pages"', 'unknown-key'],
    ['weblate.xlf', 'Hecho con SkinPen.', 'Hecho con una pluma de mucha precisión y calma.', 'lost-term'],
  ])('is said with its place (%s, %s)', (file, from, to, code) => {
    const found = damaged(file, from, to).problems.filter((problem) => problem.includes(`exchange/`));
    expect(found.length).toBeGreaterThan(0);
    expect(`exchange/${code}\n\n${found.join('\n\n')}`).toMatchSnapshot();
  });

  it('is said of a field that the own format of JSON does not know', () => {
    const text = '{ "exchange": { "version": "1" }, "units": { "common": { "device": { "sauce": "x" } } } }';
    expect(take('own.json', text).problems).toMatchSnapshot();
  });

  it('is said of a file in no known format', () => {
    expect(take('a.txt', 'Hello').problems).toMatchSnapshot();
  });
});
