import { describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../src/check/check.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { smallSeries } from '../workspace/built-in.js';
import { printProblems } from '../workspace/print-problem.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Checks a clinic's folder with these files over the shipped ones. */
function complaints(files: Readonly<Record<string, string>>): string {
  const dir = temporaryFolder({ 'handout.yaml': '', ...files });
  return printProblems(checkWorkspace(openWorkspace({ dir }).value));
}

describe('the shipped workspace', () => {
  it('uses every text that it has, and has every text that it names', () => {
    expect(checkWorkspace(openWorkspace({ cwd: '/' }).value)).toEqual([]);
  });
});

describe("a clinic's workspace", () => {
  it('is told of a text that nothing uses', () => {
    expect(complaints({ 'locales/en/common.json': '{"spare": "x"}' })).toBe(
      'locales/en/common.json:1:2 warning content/unused-key\nNo template uses the text "common:spare".\n' +
        'Remove it in every language, or use it.',
    );
  });

  it('may name its own text in its settings, and leave the built-in one unused', () => {
    const files = {
      'handout.yaml': 'clinic:\n  contact: { hours: our.hours }\n',
      'locales/en/common.json': '{"our": {"hours": "Mondays"}}',
    };
    expect(complaints(files)).toBe('');
  });

  it('is told of a text that its settings name and that is not there', () => {
    expect(complaints({ 'handout.yaml': 'clinic:\n  tagline: clinic.taglin\n' })).toBe(
      'handout.yaml:2:12 error content/unknown-key\nThere is no text "common:clinic.taglin" in the source language.\n' +
        'Did you mean "common:clinic.tagline"?',
    );
  });

  it('is told of a text that its series names and that is not there', () => {
    const rule =
      'rules: [{ id: sun, action: avoid, subject: sun, phases: [today], step: keep-clean, signOff: reviewed,\n' +
      '  why: none, source: { label: sources.none } }]';
    const series = smallSeries.replace('rules: []', rule);
    const printed = complaints({ 'templates/series/peeling.yaml': series });
    expect(printed).toContain(
      'templates/series/peeling.yaml:8:31 error content/unknown-key\n' +
        'There is no text "peeling:sources.none" in the source language.',
    );
    expect(printed).toContain('templates/series/peeling.yaml:8:8 error content/unknown-key');
  });

  it('is told of a mistake in a template that no handout calls', () => {
    expect(complaints({ 'templates/partials/spare.hbs': '<p>{{t "footer.pag"}}</p>' })).toBe(
      'templates/partials/spare.hbs:1:4 error content/unknown-key\nThere is no text "footer.pag" in the source language.\n' +
        'Did you mean "footer.page"?',
    );
    expect(complaints({ 'templates/partials/spare.hbs': '<p>{{#if x}</p>' })).toContain('template/syntax');
  });

  it('is not told what is unused while a template or a text cannot be read', () => {
    const spare = { 'locales/en/common.json': '{"spare": "x"}' };
    expect(complaints({ ...spare, 'templates/layouts/handout.hbs': '{{#if x}' })).not.toContain('unused-key');
    expect(complaints({ 'locales/en/common.json': '{"spare": "x"' })).not.toContain('unused-key');
  });
});

describe("a clinic's translations", () => {
  const locales = (es: string) => ({
    'locales/en/common.json': '{"clinic": {"tagline": "Wait 24 hours."}}',
    'locales/es/common.json': `{"clinic": {"tagline": "${es}"}}`,
  });
  const lintOf = (files: Readonly<Record<string, string>>, languages: readonly string[]): string => {
    const dir = temporaryFolder({ 'handout.yaml': '', ...files });
    const problems = checkWorkspace(openWorkspace({ dir }).value, languages);
    return printProblems(problems.filter(({ at }) => at?.file.startsWith('locales/es')));
  };

  it('are held against the source, in the languages that are asked for', () => {
    expect(lintOf(locales('Espere 24 horas.'), ['es'])).toBe('');
    expect(lintOf(locales('Espere 48 horas.'), ['ar'])).toBe('');
    expect(lintOf(locales('Espere 48 horas.'), ['es'])).toBe(
      'locales/es/common.json:1:24 error content/lint-numbers\n' +
        "The source says 24; the translation doesn't. (clinic.tagline)\n\n" +
        'locales/es/common.json:1:32 error content/lint-numbers\n' +
        "The translation says 48; the source doesn't. (clinic.tagline)",
    );
  });

  it('may be let off a rule with a reason, and are no texts themselves', () => {
    const off = '{"common": {"clinic": {"tagline": {"numbers": "The doctor says so."}}}}';
    expect(lintOf({ ...locales('Espere 48 horas.'), 'locales/es/lint.json': off }, ['es'])).toBe('');
    expect(lintOf({ ...locales('Espere 24 horas.'), 'locales/es/lint.json': off }, ['es'])).toContain(
      'locales/es/lint.json:1:36 warning content/unused-suppression',
    );
  });

  it('may have terms of their own', () => {
    const glossary = '{"wait": {"source": "wait", "target": "aguarde"}}';
    const files = { ...locales('Espere 24 horas.'), 'locales/es/glossary.json': glossary };
    expect(lintOf(files, ['es'])).toContain('warning content/lint-glossary');
  });
});
