import { describe, expect, it } from 'vitest';

import { affectedBy, languagesAffectedBy } from '../../src/cli/affected.js';
import { openWorkspace } from '../../src/workspace/workspace.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const requests = ['microneedling/aftercare', 'microneedling/benefits'].flatMap((handout) =>
  ['en', 'es'].map((lang) => ({ handout, lang })),
);

function affected(...files: readonly string[]): readonly string[] {
  return requests
    .filter(affectedBy(files, workspace))
    .map(({ handout, lang }) => `${handout.slice('microneedling/'.length)} ${lang}`);
}

const ALL = ['aftercare en', 'aftercare es', 'benefits en', 'benefits es'];

describe('affectedBy', () => {
  it('rebuilds one language when its strings change', () => {
    expect(affected('locales/es/common.json')).toEqual(['aftercare es', 'benefits es']);
  });

  it('rebuilds all when English changes, because every translation is compared with it', () => {
    expect(affected('locales/en/common.json')).toEqual(ALL);
  });

  it('rebuilds one handout when its template changes', () => {
    expect(affected('templates/topics/benefits.hbs')).toEqual(['benefits en', 'benefits es']);
  });

  it('rebuilds nothing of these when the template of another handout changes', () => {
    expect(affected('templates/topics/what-it-is.hbs')).toEqual([]);
  });

  it.each([
    'templates/topics/shared.hbs',
    'templates/partials/footer.hbs',
    'templates/layouts/handout.hbs',
    'templates/series/microneedling.yaml',
    'templates/brands/default/logo.svg',
    'handout.yaml',
    'locales/es',
  ])('rebuilds all when %s changes', (file) => {
    expect(affected(file)).toEqual(ALL);
  });

  it('adds up what several files touch', () => {
    expect(affected('locales/es/common.json', 'templates/topics/benefits.hbs')).toEqual([
      'aftercare es',
      'benefits en',
      'benefits es',
    ]);
  });
});

describe('languagesAffectedBy', () => {
  it.each([
    [['locales/es/common.json'], ['es']],
    [
      ['locales/es/glossary.json', 'locales/ar/review.json'],
      ['ar', 'es'],
    ],
    [['locales/en/common.json'], ['ar', 'en', 'es']],
    [['locales/es'], ['ar', 'en', 'es']],
    [['templates/topics/aftercare.hbs', 'handout.yaml'], []],
  ])('checks, when %j changes, the translations of %j', (files, languages) => {
    expect(['ar', 'en', 'es'].filter(languagesAffectedBy(files))).toEqual(languages);
  });
});
