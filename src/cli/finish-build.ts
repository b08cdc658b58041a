import { relative } from 'node:path';

import { visitName } from '../handout/names.js';
import type { HandoutRequest } from '../handout/request.js';
import { outputFolder } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import { formatProblems, type FoundProblem, type SourceText } from './report.js';
import { runRequests, type OpenedWorkspace, type RunOptions } from './run-build.js';
import { count, countProblems, foundErrors, seconds } from './summary.js';
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
  if (rows.length > 0) out.write(printedTable(columns, rows.map(cells), out.paint));
  const written = rows.filter(({ outcome }) => outcome === 'written').length;
  const sentence = written === 0 ? 'Wrote nothing' : `Wrote ${count(written, 'handout')} to ${dir}`;
  err.write(`${sentence} in ${seconds(milliseconds)}: ${countProblems(found)}.\n`);
  if (rows.some(({ outcome }) => outcome === 'stale')) {
    err.write('The old files of handouts that failed are still there; manifest.json does not list them.\n');
  }
  if (rows.some(({ request, outcome }) => request.personal !== undefined && outcome === 'written')) {
    err.write(
      "Files that end in .personal.pdf hold a patient's details; manifest.json does not list them.\n",
    );
  }
}

const columns: readonly Column[] = [
  { heading: 'Handout', align: 'left' },
  { heading: 'Language', align: 'left' },
  { heading: 'Pages', align: 'right' },
  { heading: 'Size', align: 'right' },
  { heading: 'State', align: 'left' },
];

function cells({ request, entry, outcome }: BuiltRow): readonly string[] {
  const size = entry === undefined ? '' : `${(entry.bytes / 1024).toFixed(1)} KB`;
  const state = outcome === 'written' ? writtenState(request, entry?.state) : unwrittenStates[outcome];
  return [visitName(request), request.lang, String(entry?.pages ?? ''), size, state];
}

function writtenState(request: HandoutRequest, state: string | undefined): string {
  return request.personal === undefined ? (state ?? '') : `${state ?? ''}, personal`;
}

const unwrittenStates = {
  failed: 'failed',
  stale: 'failed, old file kept',
  held: 'not written (--strict)',
} as const;

function shortPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way === '' ? '.' : way.startsWith('..') ? path : way;
}
