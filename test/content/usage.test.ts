import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { checkUsage, type KeyUse } from '../../src/content/usage.js';
import { printProblems } from '../workspace/print-problem.js';
import { localeSource } from './sources.js';

const at = { file: 'topics/a.hbs', line: 3, column: 5 };
const texts = {
  title: 'a',
  rules: { sun: { text: 'b' }, makeup: { text: 'c' } },
  day_one: 'd',
  day_other: 'e',
};
const catalogue = loadCatalogue([localeSource('en', texts)], { sourceLang: 'en' }).value;

function complaints(...uses: readonly Partial<KeyUse>[]): string {
  const all = uses.map((use) => ({ pattern: '', certain: true, at, ...use }));
  return printProblems(checkUsage(catalogue, all));
}

describe('the texts that templates use', () => {
  it('are matched by keys, by patterns and in all their plural forms', () => {
    expect(complaints({ pattern: 'title' }, { pattern: 'rules.*.text' }, { pattern: 'common:day' })).toBe('');
  });

  it('are told when nothing uses them', () => {
    expect(complaints({ pattern: 'rules.*.text' }, { pattern: 'day' })).toBe(
      'en/common.json:2:3 warning content/unused-key\nNo template uses the text "common:title".\n' +
        'Remove it in every language, or use it.',
    );
  });

  it('exist', () => {
    const all = [{ pattern: 'title' }, { pattern: 'rules.*.text' }, { pattern: 'day' }];
    expect(complaints(...all, { pattern: 'titel' })).toBe(
      'topics/a.hbs:3:5 error content/unknown-key\nThere is no text "titel" in the source language.\nDid you mean "title"?',
    );
    expect(complaints(...all, { pattern: 'other:title' })).toContain('There is no text "other:title"');
    expect(complaints(...all, { pattern: 'rules.*.why' })).toContain('There is no text "rules.*.why"');
  });

  it('are not looked for where a word may be something else', () => {
    const all = [{ pattern: 'title' }, { pattern: 'rules.*' }, { pattern: 'day' }];
    expect(complaints(...all, { pattern: 'long', certain: false })).toBe('');
  });

  it('may have keys with the signs of regular expressions', () => {
    expect(complaints({ pattern: 'titl.' }, { pattern: 'rules.*' }, { pattern: 'day' })).toContain('"titl."');
  });
});
