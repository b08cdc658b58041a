import { basename, dirname, resolve } from 'node:path';

import {
  reportFormats,
  type CheckReport,
  type IllustratedReport,
  type ReportFormat,
} from '../check/report/check-report.js';
import type { PagePicture } from '../check/report/page-picture.js';
import { nameOf } from '../handout/names.js';
import { formatCheck } from './check-text.js';
import type { Arguments, CommandContext } from './command.js';
import { readPackageData } from './package-data.js';
import type { Build } from './run-build.js';
import { count, countProblems, jsonText, problemRecords, seconds } from './summary.js';
import { unknownName, UsageError } from './usage-error.js';

/** In which form a report is wanted, and where: in a file, or undefined for the terminal. */
export type ReportOptions = Readonly<{ format: ReportFormat; file: string | undefined }>;

/** What a check came to: its problems, merged, what `--json` prints of its scores, and how long it took. */
export type FinishedCheck = Build & Readonly<{ scores: readonly object[]; durationMs: number }>;

/**
 * Reads which report is wanted.
 * @throws {UsageError} for an unknown format, or two of them
 */
export function openReport({ texts, flags }: Arguments, { cwd }: CommandContext): ReportOptions {
  const name = texts.get('format') ?? (flags.has('json') ? 'json' : 'terminal');
  const format = reportFormats.find((candidate) => candidate === name.toLowerCase());
  if (format === undefined) throw unknownName('format', name, reportFormats);
  if (flags.has('json') && format !== 'json') {
    throw new UsageError('--json and another --format do not go together.');
  }
  const file = texts.get('out');
  return { format, file: file === undefined ? undefined : resolve(cwd, file) };
}

/**
 * Writes a report: data goes to standard output, what is for a person to standard error, and either to a file where
 * one is named.
 * @throws {OutsideError} when the file can't be written
 */
export async function writeReport(
  check: FinishedCheck,
  { format, file }: ReportOptions,
  context: CommandContext,
): Promise<void> {
  const { out, err } = context.terminal;
  const counted = `Checked ${count(check.results.length, 'handout')} in ${seconds(check.durationMs)}: ${countProblems(check.found)}.\n`;
  if (format === 'terminal' && file === undefined) {
    err.write(formatCheck(check.found, check.sourceText, err.paint) + counted);
    return;
  }
  const text = await reportText(check, format, context);
  if (file === undefined) {
    out.write(text);
    return;
  }
  const { writeOutput } = await import('../delivery/store.js');
  writeOutput(dirname(file), [{ path: basename(file), bytes: new TextEncoder().encode(text) }]);
  err.write(counted);
}

async function reportText(
  check: FinishedCheck,
  format: ReportFormat,
  context: CommandContext,
): Promise<string> {
  const { results, found, scores, sourceText } = check;
  const builds = results.map(({ request }) => nameOf(request));
  const report: CheckReport = { builds, found, sourceText, version: readPackageData().version };
  switch (format) {
    case 'terminal':
      return formatCheck(found, sourceText, (_look, text) => text);
    case 'json':
      return jsonText({ checked: results.length, problems: problemRecords(found), scores });
    case 'sarif':
      return (await import('../check/report/sarif.js')).writeSarif(report);
    case 'junit':
      return (await import('../check/report/junit.js')).writeJunit(report);
    case 'html': {
      const { writeHtmlReport } = await import('../check/report/html.js');
      return writeHtmlReport({ ...report, ...(await drawPictures(check, context)) });
    }
  }
}

/**
 * Lays out again the handouts that something was found in, until every problem that a page can show has a picture: a text is
 * read for all handouts of a language, and shown in few.
 */
async function drawPictures(
  { workspace, results, found, sourceText }: FinishedCheck,
  { pipeline }: CommandContext,
): Promise<Pick<IllustratedReport, 'pictures' | 'definitions'>> {
  const [{ inspectHandout }, { createIllustrator }] = await Promise.all([
    pipeline.handout(),
    import('../check/report/page-picture.js'),
  ]);
  const open = new Set(found.filter(({ problem }) => problem.at !== undefined));
  const illustrator = createIllustrator(sourceText);
  const pictures: PagePicture[] = [];
  for (const { request } of results) {
    const build = nameOf(request);
    const members = [...open].filter(({ builds }) => builds.includes(build));
    const set = members.length === 0 ? undefined : await inspectHandout(workspace, request);
    if (set?.value === undefined) continue;
    const problems = members.map(({ problem }) => problem);
    const drawn = illustrator.drawPages({ build, laidOut: set.value.laidOut, problems });
    const shown = new Set(drawn.map(({ problem }) => problem));
    for (const each of members) if (shown.has(each.problem)) open.delete(each);
    pictures.push(...drawn);
  }
  return { pictures, definitions: illustrator.definitions() };
}
