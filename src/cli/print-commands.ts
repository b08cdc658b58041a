import type { CommandSpec, OptionSpec } from './command.js';
import { allowDrafts, design, handouts, json, lang, personal, treatments, workspace } from './options.js';

/** How to print. */
export const printing: readonly OptionSpec[] = [
  {
    name: 'printer',
    alias: 'p',
    kind: 'text',
    summary: 'ipp:// or ipps:// address, desk of handout.yaml or queue; else the desk in use',
    completion: 'printer',
  },
  { name: 'copies', alias: 'n', kind: 'text', summary: 'How many; else 1' },
  {
    name: 'sides',
    kind: 'text',
    summary: 'one-sided, two-sided-long-edge or two-sided-short-edge',
    completion: 'sides',
  },
  { name: 'media', kind: 'text', summary: 'Paper in the printer, such as iso_a4 or na_letter' },
  { name: 'color', kind: 'text', summary: 'monochrome, color or auto', completion: 'color-mode' },
  { name: 'no-wait', kind: 'flag', summary: 'End when the printer has the jobs' },
];

/** The commands that have to do with printers. */
export const printCommands: readonly CommandSpec[] = [
  {
    name: 'print',
    summary: 'Check handouts and print them',
    operand: { ...handouts, summary: 'Handouts, such as microneedling/aftercare' },
    options: [lang, treatments, ...printing, ...design, allowDrafts, ...personal, json, workspace],
    examples: [
      [
        'print microneedling/combined-aftercare --lang es --copies 20',
        'At the desk in use, as it usually prints',
      ],
      [
        'print microneedling/aftercare --lang en --printer ipps://printer.example/ipp/print --sides two-sided-long-edge',
        'On both sides, at a printer by its address',
      ],
      [
        'print microneedling/aftercare --lang en -p back-office --media na_letter --color monochrome',
        'At another desk',
      ],
      [
        'print microneedling/combined-aftercare --lang es --first-name Ada --treatment-date 2026-03-14',
        "A patient's own; the printer is told nothing of the patient but the pages",
      ],
    ],
    load: async () => (await import('./print.js')).runPrint,
  },
  {
    name: 'printers',
    summary: 'List the printers there are, and what they can do',
    options: [json, workspace],
    examples: [['printers', 'Desks of handout.yaml, queues, and printers of the network']],
    load: async () => (await import('./printers.js')).runPrinters,
  },
];
