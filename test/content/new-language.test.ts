import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { ownLanguageName } from '../../src/content/locale.js';
import { untranslatedFiles } from '../../src/content/new-language.js';
import { listUnits } from '../../src/content/translation-unit.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { localeSource } from './sources.js';

const options = { sourceLang: 'en' };

describe('the files of a new language', () => {
  it('have every key in its order, the plural forms of the language, and no text', () => {
    const english = localeSource('en', {
      b: { a: 'x', d_one: '{{count}} day', d_other: '{{count}} days' },
      a: 'y',
    });
    const { value } = loadCatalogue([english], options);
    const written = (lang: string) =>
      untranslatedFiles(value, lang).map(({ text }) => JSON.parse(text) as unknown);
    expect(written('sw')).toEqual([{ b: { a: '', d_one: '', d_other: '' }, a: '' }]);
    expect(written('ja')).toEqual([{ b: { a: '', d_other: '' }, a: '' }]);
    expect(written('ru')).toEqual([{ b: { a: '', d_one: '', d_few: '', d_many: '', d_other: '' }, a: '' }]);
    expect(Object.keys((written('cy')[0] as { b: object }).b)).toEqual([
      ...['a', 'd_zero', 'd_one', 'd_two', 'd_few', 'd_many', 'd_other'],
    ]);
    expect(untranslatedFiles(value, 'sw')[0]).toMatchObject({ namespace: 'common', count: 3 });
  });

  it('are wrong in nothing but their emptiness, and count as untranslated', () => {
    const sources = openWorkspace({ cwd: '/' }).value.readLocales(['en']).value;
    const english = loadCatalogue(sources, options).value;
    for (const lang of ['sw', 'cy', 'ja', 'ckb']) {
      const added = untranslatedFiles(english, lang).map(({ namespace, text }) =>
        localeSource(lang, text, namespace),
      );
      const { value, problems } = loadCatalogue([...sources, ...added], options);
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['content/empty-text']));
      const units = listUnits(value, lang);
      expect(units.length).toBeGreaterThan(200);
      expect(units.filter(({ target }) => target !== undefined)).toEqual([]);
    }
  });
});

describe('the own name of a language', () => {
  it('has a capital where its script has such', () => {
    expect(['sw', 'ka', 'es'].map(ownLanguageName)).toEqual(['Kiswahili', 'ქართული', 'Español']);
  });
});
