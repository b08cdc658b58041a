import { relative } from 'node:path';

import { formatEndings } from '../base/format.js';
import { visitName } from '../handout/names.js';
import type { HandoutRequest } from '../handout/request.js';
import { outputFolder } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import { formatProblems, type FoundProblem, type SourceText } from './report.js';
import { runRequests, type OpenedWorkspace, type RunOptions } from './run-build.js';
import { count, countProblems, foundErrors, seconds } from './summary.js';
import type { Channel } from './terminal.js';
import { printedTable, type Column } from './table.js';
import { writeResults, type BuiltRow } from './write-results.js';

/** A build that is finished and written. */
export type FinishedBuild = Readonly<{
  rows: readonly BuiltRow[];
  found: readonly FoundProblem[];
  sourceText: SourceText;
  /** The output folder, as a person would write it. */
  dir: string;
  milliseconds: number;
}>;

/** Builds what is asked for and writes it. */
export async function buildAndWrite(
  opened: OpenedWorkspace,
  run: RunOptions & Readonly<{ args: Arguments }>,
): Promise<FinishedBuild> {
  const start = performance.now();
  const { args, context } = run;
  const { workspace, results, found, sourceText, isComplete } = await runRequests(opened, run);
  const dir = outputFolder(workspace, args, context.cwd);
  const rows = writeResults(results, {
    dir,
    held: args.flags.has('strict') && foundErrors(found),
    complete: isComplete,
    brand: workspace.config.brand,
  });
  return {
    rows,
    found,
    sourceText,
    dir: shortPath(dir, context.cwd),
    milliseconds: performance.now() - start,
  };
}

/** Prints what is wrong, the table of handouts, and a line that sums up. */
export function printBuild(finished: FinishedBuild, { terminal: { out, err } }: CommandContext): void {
  const { rows, found, sourceText, dir, milliseconds } = finished;
  err.write(formatProblems(found, sourceText, err.paint));
  if (rows.length > 0) out.write(printedRows(rows, out.paint));
  const written = countWritten(rows);
  const sentence = written === 0 ? 'Wrote nothing' : `Wrote ${count(written, 'handout')} to ${dir}`;
  err.write(`${sentence} in ${seconds(milliseconds)}: ${countProblems(found)}.\n`);
  if (rows.some(({ outcome }) => outcome === 'stale')) {
    err.write('The old files of handouts that failed are still there; manifest.json does not list them.\n');
  }
  for (const line of staleLines(rows)) err.write(line);
  const personal = rows.filter(
    ({ request, outcome }) => request.personal !== undefined && outcome === 'written',
  );
  if (personal.length > 0) {
    const endings = new Set(personal.map(({ format }) => `.personal.${formatEndings[format]}`));
    err.write(
      `Files that end in ${[...endings].join(' or ')} hold a patient's details; manifest.json does not list them.\n`,
    );
  }
}

/** One line for each language with pages whose source has changed. */
function staleLines(rows: readonly BuiltRow[]): readonly string[] {
  const stale = rows.filter(({ entry }) => entry?.state === 'stale');
  return [...new Set(stale.map(({ request }) => request.lang))].map((lang) => {
    const handouts = new Set(stale.flatMap(({ request }) => (request.lang === lang ? [request] : [])));
    return `${lang}: ${count(handouts.size, 'handout')} out of date, since the source has changed; see “handout status --lang ${lang} --keys”.\n`;
  });
}

/** Counts the handouts that were written, in however many formats. */
export function countWritten(rows: readonly BuiltRow[]): number {
  const written = rows.filter(({ outcome }) => outcome === 'written');
  return new Set(written.map(({ request }) => request)).size;
}

/** Formats are worth a column only where there are others than PDF. */
function printedRows(rows: readonly BuiltRow[], paint: Channel['paint']): string {
  const isShown = rows.some(({ format }) => format !== 'pdf');
  const shown = columns.map(({ heading }) => isShown || heading !== 'Format');
  return printedTable(
    columns.filter((_, index) => shown[index]),
    rows.map((row) => cells(row).filter((_, index) => shown[index])),
    paint,
  );
}

const columns: readonly Column[] = [
  { heading: 'Handout', align: 'left' },
  { heading: 'Language', align: 'left' },
  { heading: 'Format', align: 'left' },
  { heading: 'Pages', align: 'right' },
  { heading: 'Size', align: 'right' },
  { heading: 'State', align: 'left' },
];

function cells({ request, format, entry, outcome }: BuiltRow): readonly string[] {
  const size = entry === undefined ? '' : `${(entry.bytes / 1024).toFixed(1)} KB`;
  const state = outcome === 'written' ? writtenState(request, entry?.state) : unwrittenStates[outcome];
  return [visitName(request), request.lang, format, String(entry?.pages ?? ''), size, state];
}

function writtenState(request: HandoutRequest, state: string | undefined): string {
  return request.personal === undefined ? (state ?? '') : `${state ?? ''}, personal`;
}

const unwrittenStates = {
  failed: 'failed',
  stale: 'failed, old file kept',
  held: 'not written (--strict)',
} as const;

/** A path as a person would write it in the folder that they are in. */
export function shortPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way === '' ? '.' : way.startsWith('..') ? path : way;
}
