import type { CommandSpec, OperandSpec, OptionSpec } from './command.js';

const workspace: OptionSpec = {
  name: 'workspace',
  alias: 'w',
  kind: 'text',
  summary: 'Folder with a handout.yaml; else the nearest one upwards, else the built-in one',
};
const json: OptionSpec = { name: 'json', kind: 'flag', summary: 'Print one JSON object' };
const lang: OptionSpec = {
  name: 'lang',
  alias: 'l',
  kind: 'list',
  summary: 'Languages, such as es,ar, or all',
  completion: 'language',
};
const design: readonly OptionSpec[] = [
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
const personal: readonly OptionSpec[] = [
  { name: 'first-name', kind: 'text', summary: "Patient's first name" },
  { name: 'treatment-date', kind: 'text', summary: 'Day of the treatment, YYYY-MM-DD' },
  { name: 'next-appointment', kind: 'text', summary: 'Next appointment, YYYY-MM-DDTHH:MM' },
  { name: 'clinician', kind: 'text', summary: 'Who treated the patient' },
  { name: 'note', kind: 'text', summary: 'A note for this patient, in plain text' },
];
const treatments: OptionSpec = {
  name: 'treatments',
  kind: 'list',
  summary: 'Treatments of one visit, such as a,b, whose aftercare the sheet merges',
  completion: 'series',
};
const handouts: OperandSpec = {
  name: 'handout',
  summary: 'Handouts, such as microneedling/aftercare; all of them when none is named',
  count: 'any',
  completion: 'handout',
};

/** Every command, in the order that help shows them. Importing this loads none of them. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'build',
    summary: 'Write handouts as PDF files, web pages or plain text',
    operand: handouts,
    options: [
      lang,
      treatments,
      ...design,
      {
        name: 'format',
        kind: 'list',
        summary: 'Files to make: pdf, html, text; else pdf',
        completion: 'format',
      },
      { name: 'out', alias: 'o', kind: 'text', summary: 'Folder to write to' },
      { name: 'watch', kind: 'flag', summary: 'Build again whenever a file is saved' },
      { name: 'strict', kind: 'flag', summary: 'Write nothing at all when anything has an error' },
      ...personal,
      { name: 'ics', kind: 'text', summary: "Calendar file to write with the copy's dates" },
      json,
      workspace,
    ],
    examples: [
      ['build', 'Every handout in every language of the workspace'],
      ['build microneedling/aftercare --lang es,ar --paper letter', 'One handout in two languages'],
      ['build --format pdf,html,text', 'Web pages and plain texts beside the PDF files'],
      ['build microneedling/aftercare --first-name Ada --treatment-date 2026-03-14', "A patient's own"],
      [
        'build microneedling/combined-aftercare --lang en --treatment-date 2026-03-14 --ics dates.ics',
        "A patient's own, and its dates for a calendar",
      ],
    ],
    load: async () => (await import('./build.js')).runBuild,
  },
  {
    name: 'list',
    summary: 'List the handouts and their languages',
    options: [json, workspace],
    examples: [
      ['list', 'Every handout of the workspace'],
      ['list --json', 'The same for another program'],
    ],
    load: async () => (await import('./list.js')).runList,
  },
  {
    name: 'check',
    summary: 'Build everything, write nothing, and report what is wrong',
    operand: handouts,
    options: [
      lang,
      treatments,
      ...design,
      { name: 'scores', kind: 'flag', summary: 'Print how easy each handout is to read and to understand' },
      json,
      workspace,
    ],
    examples: [
      ['check', 'Every handout in every language of the workspace'],
      ['check --lang ar', 'Arabic alone'],
      ['check --lang en --scores', 'Readability formulas, the hardest sentences, and a checklist'],
    ],
    load: async () => (await import('./check.js')).runCheck,
  },
  {
    name: 'init',
    summary: "Make a clinic's own workspace",
    operand: { name: 'dir', summary: 'Folder to make', count: 'one' },
    options: [json],
    examples: [['init our-clinic', 'A folder with a commented handout.yaml that builds at once']],
    load: async () => (await import('./init.js')).runInit,
  },
  {
    name: 'doctor',
    summary: 'Tell what is missing on this machine',
    options: [
      { name: 'out', alias: 'o', kind: 'text', summary: 'Folder to test for writing' },
      json,
      workspace,
    ],
    examples: [['doctor', 'Node.js, fonts, the output folder, and programs that help but need not be there']],
    load: async () => (await import('./doctor.js')).runDoctor,
  },
  {
    name: 'inspect',
    summary: 'Print what one stage makes of one handout',
    operand: {
      name: 'handout',
      summary: 'Handout, such as microneedling/aftercare',
      count: 'one',
      completion: 'handout',
    },
    options: [
      {
        name: 'stage',
        kind: 'text',
        summary: 'html, document, lines, pages or tags; else document',
        completion: 'stage',
      },
      { ...lang, summary: 'Language; the first one of the workspace when none is named' },
      treatments,
      ...design,
      workspace,
    ],
    examples: [['inspect microneedling/aftercare --stage html --lang ar', 'The HTML of the template']],
    load: async () => (await import('./inspect.js')).runInspect,
  },
  {
    name: 'completion',
    summary: 'Print a script that teaches the shell to complete commands',
    operand: {
      name: 'shell',
      summary: 'bash, zsh or fish; else the one of $SHELL',
      count: 'optional',
      completion: 'shell',
    },
    options: [],
    examples: [
      ['completion bash >> ~/.bashrc', 'For bash'],
      ['completion zsh > ~/.zfunc/_handout', 'For zsh, in a folder of its fpath'],
      ['completion fish > ~/.config/fish/completions/handout.fish', 'For fish'],
    ],
    load: async () => (await import('./completion.js')).runCompletion,
  },
];
