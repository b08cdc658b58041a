import type { CommandSpec } from './command.js';
import { allowDrafts, design, json, lang, personal, treatments, workspace } from './options.js';

/** The commands that send e-mail. */
export const emailCommands: readonly CommandSpec[] = [
  {
    name: 'email',
    summary: 'Send a handout to a patient by e-mail',
    operand: {
      name: 'handout',
      summary: 'Handout, such as microneedling/combined-aftercare',
      count: 'one',
      completion: 'handout',
    },
    options: [
      { name: 'to', kind: 'text', summary: "Patient's address" },
      { ...lang, summary: "Patient's language, such as es" },
      treatments,
      ...design,
      { name: 'personal', kind: 'flag', summary: 'The patient wants personal details sent by e-mail' },
      ...personal,
      { name: 'ics', kind: 'flag', summary: "Attach the copy's dates as a calendar file" },
      { name: 'locked', kind: 'flag', summary: 'Lock the PDF with the password in HANDOUT_PDF_PASSWORD' },
      { name: 'pdf-password-file', kind: 'text', summary: 'Lock the PDF with the password in this file' },
      allowDrafts,
      { name: 'dry-run', kind: 'flag', summary: 'Print what would be sent, to whom and from where' },
      {
        name: 'preview',
        kind: 'text',
        summary: 'File to show the message in: .html for its page, .eml for all',
      },
      json,
      workspace,
    ],
    examples: [
      [
        'email microneedling/combined-aftercare --to ada@example.org --lang es',
        'The general handout; without a mail server in handout.yaml it is written to output/outbox',
      ],
      [
        'email microneedling/combined-aftercare --to ada@example.org --lang es --personal --first-name Ada --treatment-date 2026-03-14 --ics',
        "The patient's own, with its dates for a calendar",
      ],
      [
        'email microneedling/aftercare --to ada@example.org --lang ar --preview look.html',
        'A look at it; nothing is sent',
      ],
    ],
    load: async () => (await import('./email.js')).runEmail,
  },
];
