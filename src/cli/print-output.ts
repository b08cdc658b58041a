import type { Capabilities } from '../delivery/print/capabilities.js';
import { mediaWords } from '../delivery/print/media.js';
import type { PrintResult } from './print-jobs.js';
import type { PrintTarget } from './print-target.js';
import { count } from './summary.js';
import { printedTable, type Column } from './table.js';
import type { Terminal } from './terminal.js';

const columns: readonly Column[] = [
  { heading: 'Handout', align: 'left' },
  { heading: 'Language', align: 'left' },
  { heading: 'Copies', align: 'right' },
  { heading: 'Pages', align: 'right' },
  { heading: 'Paper', align: 'left' },
  { heading: 'Job', align: 'right' },
  { heading: 'State', align: 'left' },
];

const stateWords: Readonly<Record<PrintResult['state'], string>> = {
  printed: 'printed',
  accepted: 'taken over',
  cancelled: 'cancelled at the printer',
  failed: 'failed',
  interrupted: 'interrupted',
  left: 'not begun',
};

/** Prints what was printed: a table on `out`, and sentences on `err`. */
export function printResults(
  results: readonly PrintResult[],
  { name, noun = 'handout' }: Pick<PrintTarget, 'name'> & Readonly<{ noun?: string }>,
  { out, err }: Terminal,
): void {
  out.write(printedTable(columns, results.map(cells), out.paint));
  for (const { message, state } of results) {
    if (message === undefined) continue;
    const isFailure = state === 'failed' || state === 'cancelled';
    err.write(`${isFailure ? err.paint('red', 'error') : err.paint('yellow', 'note')}: ${message}\n`);
  }
  const done = results.filter(({ state }) => state === 'printed' || state === 'accepted');
  const verb = results.some(({ state }) => state === 'accepted') ? 'Sent' : 'Printed';
  err.write(`${verb} ${count(done.length, noun)} ${verb === 'Sent' ? 'to' : 'on'} ${name}.\n`);
}

function cells({ print, jobId, state }: PrintResult): readonly string[] {
  const { id, lang, document, plan } = print;
  return [
    ...[id, lang, String(plan.copies), String(document.pageCount)],
    plan.media === undefined ? '' : mediaWords(plan.media),
    ...[jobId === undefined ? '' : String(jobId), stateWords[state]],
  ];
}

/** What `--json` prints. */
export function resultRecord(
  results: readonly PrintResult[],
  { name, printer }: PrintTarget,
  { model }: Capabilities,
): object {
  return {
    printer: { name, uri: printer.address.uri, model },
    jobs: results.map(({ print: { id, lang, document, plan }, jobId, state, message }) => ({
      ...{ id, lang, state, jobId, message },
      ...{ copies: plan.copies, pages: document.pageCount, paper: plan.paper },
      ...{ sides: plan.sides, media: plan.media, color: plan.color, format: plan.format },
      notes: plan.notes,
    })),
    problems: [],
  };
}
