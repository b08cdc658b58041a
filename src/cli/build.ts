import { visitName } from '../handout/names.js';
import { readBuildSettings } from './build-settings.js';
import type { RunCommand } from './command.js';
import { readCalendarFile, requireOneCopy, writeCalendarFile } from './calendar.js';
import { exitCodes } from './exit-code.js';
import { buildAndWrite, printBuild, type FinishedBuild } from './finish-build.js';
import { openWorkspaceOf } from './run-build.js';
import { foundErrors, jsonText, problemRecords } from './summary.js';
import { UsageError } from './usage-error.js';
import { watchBuild } from './watch-build.js';

/**
 * The command `build`.
 * @throws {UsageError} for unknown names, and for `--ics` without the one copy it is about
 * @throws {OutsideError} when the output folder or the calendar file cannot be written to
 */
export const runBuild: RunCommand = async (args, context) => {
  const settings = readBuildSettings(args);
  const calendarFile = readCalendarFile(args, settings);
  if (args.flags.has('watch')) {
    if (args.flags.has('json')) throw new UsageError('--watch and --json do not go together.');
    return watchBuild({ settings, args, context });
  }
  const opened = await openWorkspaceOf(args, context);
  const { workspace } = opened;
  if (calendarFile !== undefined) requireOneCopy(workspace, settings);
  const built = await buildAndWrite(opened, { settings, args, context });
  const calendar =
    calendarFile === undefined
      ? undefined
      : await writeCalendarFile(calendarFile, { workspace, finished: built }, context);
  const finished = { ...built, found: [...built.found, ...(calendar?.found ?? [])] };
  if (args.flags.has('json'))
    context.terminal.out.write(jsonText(buildRecord(finished, calendar?.isWritten)));
  else {
    printBuild(finished, context);
    if (calendar?.isWritten === true) context.terminal.err.write('Wrote its dates to the calendar file.\n');
  }
  return foundErrors(finished.found) ? exitCodes.problems : exitCodes.done;
};

function buildRecord({ rows, found, dir }: FinishedBuild, calendar: boolean | undefined): object {
  return {
    output: dir,
    ...(calendar === undefined ? {} : { calendar }),
    handouts: rows.map(({ request, format, file, entry, outcome }) => ({
      id: visitName(request),
      lang: request.lang,
      outcome,
      personal: request.personal !== undefined,
      format,
      file,
      ...(entry?.pages !== undefined && { pages: entry.pages }),
      ...(entry !== undefined && { bytes: entry.bytes, state: entry.state }),
    })),
    problems: problemRecords(found),
  };
}
