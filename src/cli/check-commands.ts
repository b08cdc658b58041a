import type { CommandSpec } from './command.js';
import { allowDrafts, design, handouts, json, lang, treatments, workspace } from './options.js';

/** The command that reports what is wrong. */
export const checkCommand: CommandSpec = {
  name: 'check',
  summary: 'Build everything, write no handout, and report what is wrong',
  operand: handouts,
  options: [
    lang,
    treatments,
    ...design,
    {
      name: 'rule',
      kind: 'list',
      summary: 'Rules to switch, such as content/unused-key=off or layout/*=error; off, warn or error',
      completion: 'rule',
    },
    {
      name: 'format',
      kind: 'text',
      summary: 'terminal, json, sarif, junit or html; else terminal',
      completion: 'report',
    },
    { name: 'out', alias: 'o', kind: 'text', summary: 'File to write the report to' },
    { name: 'watch', kind: 'flag', summary: 'Check again whatever a saved file touches' },
    { name: 'strict', kind: 'flag', summary: 'Fail on translations whose source has changed, too' },
    { name: 'at', kind: 'text', summary: 'Day to hold reviews against, YYYY-MM-DD; else today' },
    allowDrafts,
    {
      name: 'verapdf',
      kind: 'text',
      summary: 'Program or jar of veraPDF, where it is not on the PATH; its verdict is reported too',
    },
    { name: 'scores', kind: 'flag', summary: 'Print how easy each handout is to read and to understand' },
    { ...json, summary: 'Print one JSON object; short for --format json' },
    workspace,
  ],
  examples: [
    ['check', 'Every handout in every language of the workspace'],
    ['check --rule content/unused-key=off,layout/*=error', 'With other levels for some rules'],
    ['check --format html --out check.html', 'A page with the problems marked on pictures of pages'],
    ['check --format sarif --out check.sarif', 'For code hosts and editors; junit is for build servers'],
    ['check --lang ar', 'Arabic alone, its translations against the English ones too'],
    ['check --watch --lang en', 'On every save: what is new, what is fixed, what is left'],
    ['check --at 2027-02-01', 'What will be overdue for review on that day'],
    ['check --strict', 'Exit code 1 also when a translation is out of date'],
    ['check --verapdf ~/verapdf/verapdf', 'With the verdict of veraPDF, from where it was installed'],
    ['check --lang en --scores', 'Readability formulas, the hardest sentences, and a checklist'],
  ],
  load: async () => (await import('./check.js')).runCheck,
};

/** The command that explains rules. */
export const explainCommand: CommandSpec = {
  name: 'explain',
  summary: 'Tell what a rule of “check” means, why it matters and how to fix it',
  operand: {
    name: 'rule',
    summary: 'Rule, such as content/missing-key, or an area, such as content; else all',
    count: 'optional',
    completion: 'rule',
  },
  options: [json],
  examples: [
    ['explain content/missing-key', 'What, why, source, and how to fix it'],
    ['explain', 'Every rule in a line'],
  ],
  load: async () => (await import('./explain.js')).runExplain,
};

/** The command that gives editors their schemas. */
export const schemaCommand: CommandSpec = {
  name: 'schema',
  summary: 'Print the schema by which editors complete and check a file of the workspace',
  operand: {
    name: 'schema',
    summary: 'handout, brand, series, locale, review, glossary, lint, or a locale file; else a list of them',
    count: 'optional',
    completion: 'schema',
  },
  options: [
    { name: 'write', kind: 'flag', summary: 'Write all of them into .handout/schemas of the workspace' },
    json,
    workspace,
  ],
  examples: [
    ['schema handout', 'That of handout.yaml'],
    ['schema locales/es/common.json', 'That of one locale file, with every key and its English text'],
    ['schema --write', 'After an upgrade, or when texts or languages were added'],
  ],
  load: async () => (await import('./schema.js')).runSchema,
};
