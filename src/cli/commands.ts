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
const allowDrafts: OptionSpec = {
  name: 'allow-drafts',
  kind: 'flag',
  summary: 'Set aside what handout.yaml asks of the review of translations',
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
      allowDrafts,
      ...personal,
      { name: 'ics', kind: 'text', summary: "Calendar file to write with the copy's dates" },
      json,
      workspace,
    ],
    examples: [
      ['build', 'Every handout in every language of the workspace'],
      ['build microneedling/aftercare --lang es,ar --paper letter', 'One handout in two languages'],
      ['build --format pdf,html,text', 'Web pages and plain texts beside the PDF files'],
      ['build --lang en-XA,ar-XB', 'Made-up languages, which show what is hard-coded or too narrow'],
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
      { name: 'strict', kind: 'flag', summary: 'Fail on translations whose source has changed, too' },
      allowDrafts,
      json,
      workspace,
    ],
    examples: [
      ['check', 'Every handout in every language of the workspace'],
      ['check --lang ar', 'Arabic alone, its translations against the English ones too'],
      ['check --strict', 'Exit code 1 also when a translation is out of date'],
    ],
    load: async () => (await import('./check.js')).runCheck,
  },
  {
    name: 'status',
    summary: 'Tell how far the translations are reviewed',
    options: [
      lang,
      { name: 'keys', kind: 'flag', summary: 'List every text that is not approved, with its place' },
      json,
      workspace,
    ],
    examples: [
      ['status', 'Every language of the workspace'],
      ['status --lang es --keys', 'What is left to review in Spanish'],
    ],
    load: async () => (await import('./status.js')).runStatus,
  },
  {
    name: 'translate',
    summary: 'Add a language, pack it for translators, or write down who vouches for which translations',
    operand: {
      name: 'action',
      summary: 'add with the tag of a language; pack; draft, review, approve, or mark with --state',
      count: 'any',
      completion: 'translate-action',
    },
    options: [
      lang,
      {
        name: 'state',
        kind: 'text',
        summary: 'draft, translated, reviewed or approved',
        completion: 'review-state',
      },
      { name: 'by', kind: 'text', summary: 'Who vouches for the texts' },
      { name: 'role', kind: 'text', summary: 'In which role, such as translator, reviewer or clinician' },
      {
        name: 'only',
        kind: 'list',
        summary: "Texts, such as 'microneedling:aftercare.*'; else all of a lower state",
      },
      { name: 'at', kind: 'text', summary: 'Day, YYYY-MM-DD; else today' },
      { name: 'out', alias: 'o', kind: 'text', summary: 'Folder to write the pack to' },
      json,
      workspace,
    ],
    examples: [
      ['translate add sw', 'Files for Swahili, with every key and no text'],
      ['translate pack --lang es', 'An archive for the translators: texts, numbered pages, glossary, notes'],
      ['translate review --lang es --by "R. Ortiz"', 'All Spanish texts that are not stale are reviewed'],
      [
        "translate mark --lang es --state approved --by 'A. Khan' --role clinician --only 'microneedling:aftercare.*'",
        'Some texts are approved',
      ],
      ['translate draft --lang all', "A machine's texts that are on no record"],
    ],
    load: async () => (await import('./translate.js')).runTranslate,
  },
  {
    name: 'translate export',
    summary: "Write a language's texts for a translator's tool",
    options: [
      { name: 'lang', alias: 'l', kind: 'text', summary: 'Language, such as es', completion: 'language' },
      { name: 'format', kind: 'text', summary: 'xliff2, xliff12, po or json; else xliff2' },
      {
        name: 'only',
        kind: 'list',
        summary: "Texts, such as 'microneedling:aftercare.*'; else all of them",
      },
      { name: 'keep', kind: 'list', summary: 'Terms that stay as they are, besides the names of brands' },
      { name: 'out', alias: 'o', kind: 'text', summary: 'File to write; else it is printed' },
      json,
      workspace,
    ],
    examples: [
      ['translate export --lang es --out es.xliff', 'All Spanish texts as XLIFF 2.1'],
      ["translate export --lang pl --format po --only 'common:*' > pl.po", 'Some Polish texts for Poedit'],
    ],
    load: async () => (await import('./translate-export.js')).runTranslateExport,
  },
  {
    name: 'translate import',
    summary: 'Take back what a translator made of an export',
    operand: { name: 'file', summary: 'XLIFF 1.2, 2.0 or 2.1, PO or JSON', count: 'one' },
    options: [
      {
        name: 'lang',
        alias: 'l',
        kind: 'text',
        summary: "Language, such as es; else the file's",
        completion: 'language',
      },
      { name: 'partial', kind: 'flag', summary: 'Take the texts that are right and leave the others' },
      { name: 'by', kind: 'text', summary: 'Who vouches for the texts; else “translator”' },
      { name: 'role', kind: 'text', summary: 'In which role; else translator' },
      { name: 'at', kind: 'text', summary: 'Day, YYYY-MM-DD; else today' },
      { name: 'trust-states', kind: 'flag', summary: 'Take reviews and approvals from the file as they are' },
      json,
      workspace,
    ],
    examples: [
      ['translate import es.xliff --by "R. Ortiz"', 'All or nothing'],
      ['translate import pl.po --lang pl --partial', 'What is right'],
    ],
    load: async () => (await import('./translate-import.js')).runTranslateImport,
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
