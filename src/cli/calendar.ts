import { basename, dirname, resolve } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import { writeOutput } from '../delivery/store.js';
import { visitName } from '../handout/names.js';
import type { Workspace } from '../workspace/workspace.js';
import { nameOf } from '../handout/names.js';
import { selectRequests, type BuildSettings } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import type { FinishedBuild } from './finish-build.js';
import type { FoundProblem } from './report.js';
import { UsageError } from './usage-error.js';

/** A calendar file that was asked for. */
export type WrittenCalendar = Readonly<{
  /** False where the handout failed, so that there are no dates. */
  isWritten: boolean;
  found: readonly FoundProblem[];
}>;

/**
 * Reads where to write the calendar file.
 * @throws {UsageError} without a treatment date, from which all dates are counted, and together with `--watch`
 */
export function readCalendarFile(
  { texts, flags }: Arguments,
  { personal }: BuildSettings,
): string | undefined {
  const file = texts.get('ics');
  if (file === undefined) return undefined;
  if (flags.has('watch')) throw new UsageError('--watch and --ics do not go together.');
  if (personal?.treatmentDate === undefined) {
    throw new UsageError('--ics needs the day of the treatment.', 'Add --treatment-date YYYY-MM-DD.');
  }
  return file;
}

/**
 * Makes sure that the dates of one handout are asked for, since a file holds those of one.
 * @throws {UsageError} when several handouts or languages are
 */
export function requireOneCopy(workspace: Workspace, settings: BuildSettings): void {
  if (countRequests(workspace, settings) <= 1) return;
  throw new UsageError(
    '--ics writes the dates of one handout in one language.',
    'Name one handout, and one language with --lang.',
  );
}

/**
 * Writes the dates of a copy that was built as a calendar file, readable by its owner only.
 * @throws {OutsideError} when it can't be written
 */
export async function writeCalendarFile(
  file: string,
  build: Readonly<{ workspace: Workspace; finished: FinishedBuild }>,
  { cwd, pipeline }: CommandContext,
): Promise<WrittenCalendar> {
  const { workspace, finished } = build;
  const row = finished.rows.find(({ outcome }) => outcome === 'written');
  const treatmentDate = row?.request.personal?.treatmentDate;
  if (row === undefined || treatmentDate === undefined) return { isWritten: false, found: [] };
  const [{ remindersOf }, { writeCalendar }] = await Promise.all([
    pipeline.handout(),
    import('../delivery/calendar-file.js'),
  ]);
  const { value, problems } = remindersOf(workspace, row.request);
  const found = problems.map((problem) => ({ problem, builds: [nameOf(row.request)] }));
  if (value === undefined) return { isWritten: false, found };
  const { lang } = row.request;
  const facts = { title: value.title, name: visitName(row.request), lang, treatmentDate };
  const path = resolve(cwd, file);
  try {
    const bytes = writeCalendar(value.reminders, facts);
    writeOutput(dirname(path), [{ path: basename(path), bytes, confidential: true }]);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    // Its name could be the patient's, so it isn't repeated.
    const message = 'The calendar file cannot be written. Name another place with --ics.';
    throw new OutsideError(error.code, message, { cause: error });
  }
  return { isWritten: true, found };
}

/** A name that isn't there is told when the handouts are built, together with what may be the reason. */
function countRequests(workspace: Workspace, settings: BuildSettings): number {
  try {
    return selectRequests(workspace, settings).length;
  } catch (error) {
    if (error instanceof UsageError) return 0;
    throw error;
  }
}
