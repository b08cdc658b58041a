import type { OperandSpec, OptionSpec } from './command.js';

/** The folder to work on. */
export const workspace: OptionSpec = {
  name: 'workspace',
  alias: 'w',
  kind: 'text',
  summary: 'Folder with a handout.yaml; else the nearest one upwards, else the built-in one',
};
/** Data for another program. */
export const json: OptionSpec = { name: 'json', kind: 'flag', summary: 'Print one JSON object' };
/** The languages to work on. */
export const lang: OptionSpec = {
  name: 'lang',
  alias: 'l',
  kind: 'list',
  summary: 'Languages, such as es,ar, or all',
  completion: 'language',
};
/** How handouts look. */
export const design: readonly OptionSpec[] = [
  { name: 'brand', kind: 'text', summary: 'Brand to use', completion: 'brand' },
  { name: 'paper', kind: 'text', summary: 'a4, letter or a5', completion: 'paper' },
  {
    name: 'bilingual',
    kind: 'text',
    summary: "Language to set beside each other one, such as the staff's",
    completion: 'language',
  },
  {
    name: 'variant',
    kind: 'list',
    summary: 'large-print, greyscale, booklet, or several of them',
    completion: 'variant',
  },
];
/** A patient's details. */
export const personal: readonly OptionSpec[] = [
  { name: 'first-name', kind: 'text', summary: "Patient's first name" },
  { name: 'treatment-date', kind: 'text', summary: 'Day of the treatment, YYYY-MM-DD' },
  { name: 'next-appointment', kind: 'text', summary: 'Next appointment, YYYY-MM-DDTHH:MM' },
  { name: 'clinician', kind: 'text', summary: 'Who treated the patient' },
  { name: 'note', kind: 'text', summary: 'A note for this patient, in plain text' },
];
/** The treatments of one visit. */
export const treatments: OptionSpec = {
  name: 'treatments',
  kind: 'list',
  summary: 'Treatments of one visit, such as a,b, whose aftercare the sheet merges',
  completion: 'series',
};
/** Whether what handout.yaml asks of reviews is set aside. */
export const allowDrafts: OptionSpec = {
  name: 'allow-drafts',
  kind: 'flag',
  summary: 'Set aside what handout.yaml asks of the review of translations',
};
/** The handouts to work on. */
export const handouts: OperandSpec = {
  name: 'handout',
  summary: 'Handouts, such as microneedling/aftercare; all of them when none is named',
  count: 'any',
  completion: 'handout',
};
