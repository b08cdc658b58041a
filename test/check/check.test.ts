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
      'rules: [{ id: sun, action: avoid, subject: sun, phases: [today], step: sun, signOff: reviewed,\n' +
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
