import type { CommandSpec } from './command.js';
import { allowDrafts, design, json, lang, personal, treatments, workspace } from './options.js';

/** The commands that send e-mail, and that tell of what was sent. */
export const emailCommands: readonly CommandSpec[] = [
  {
    name: 'email',
    summary: 'Send a handout to a patient by e-mail',
    operand: {
      name: 'handout',
      summary: 'Handout, such as microneedling/combined-aftercare',
      count: 'optional',
      completion: 'handout',
    },
    options: [
      { name: 'to', kind: 'text', summary: "Patient's address" },
      { name: 'csv', kind: 'text', summary: 'List of visits: a message for each line, in place of --to' },
      { ...lang, summary: "Patient's language, such as es" },
      treatments,
      ...design,
      { name: 'personal', kind: 'flag', summary: 'The patient wants personal details sent by e-mail' },
      ...personal,
      { name: 'ics', kind: 'flag', summary: "Attach the copy's dates as a calendar file" },
      { name: 'locked', kind: 'flag', summary: 'Lock the PDF with the password in HANDOUT_PDF_PASSWORD' },
      { name: 'pdf-password-file', kind: 'text', summary: 'Lock the PDF with the password in this file' },
      allowDrafts,
      {
        name: 'batch',
        kind: 'text',
        summary: 'Name of a round; each patient gets the same message once in it',
      },
      { name: 'again', kind: 'flag', summary: 'Send it even though it was sent before' },
      { name: 'all-or-nothing', kind: 'flag', summary: 'Send nothing when a line of the list is wrong' },
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
      [
        'email --csv visits.csv --personal --ics',
        'A message for each line; run again after a crash, it sends what is missing and nothing twice',
      ],
      [
        'email microneedling/aftercare --lang es --csv visits.csv --dry-run',
        'Makes all of them and sends none',
      ],
    ],
    load: async () => (await import('./email.js')).runEmail,
  },
  {
    name: 'email journal',
    summary: 'List e-mails that are unsure, refused or put off',
    options: [
      { name: 'to', kind: 'text', summary: 'Address of a patient, to list all that was sent there' },
      {
        name: 'forget-before',
        kind: 'text',
        summary: 'Day, YYYY-MM-DD: forget what was sent or refused before it',
      },
      json,
      workspace,
    ],
    examples: [
      ['email journal', 'What is open, and which line of the list it stood in'],
      [
        'email journal --to ada@example.org',
        'What went to one patient, and whether they want personal copies',
      ],
      ['email journal --forget-before 2026-01-01', 'Keep less; what is forgotten could be sent once more'],
    ],
    load: async () => (await import('./email-journal.js')).runEmailJournal,
  },
  {
    name: 'email decide',
    summary: 'Say whether e-mails that are unsure or refused are to be sent again',
    operand: {
      name: 'message',
      summary: 'Messages as “email journal” names them, or “unsure” for all of those',
      count: 'any',
    },
    options: [
      {
        name: 'as',
        kind: 'text',
        summary: 'sent: leave them; again: send them in the next run',
        completion: 'decision',
      },
      workspace,
    ],
    examples: [
      ['email decide 1f0c9a2b7e44 --as sent', 'The patient has it'],
      ['email decide unsure --as again', 'Better twice than not at all'],
    ],
    load: async () => (await import('./email-decide.js')).runEmailDecide,
  },
];
