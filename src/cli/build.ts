import { readBuildSettings } from './build-settings.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { buildAndWrite, printBuild, type FinishedBuild } from './finish-build.js';
import { openWorkspaceOf } from './run-build.js';
import { foundErrors, jsonText, problemRecords } from './summary.js';
import { UsageError } from './usage-error.js';
import { watchBuild } from './watch.js';

/**
 * The command `build`.
 * @throws {UsageError} for unknown names
 * @throws {OutsideError} when the output folder cannot be written to
 */
export const runBuild: RunCommand = async (args, context) => {
  const settings = readBuildSettings(args);
  if (args.flags.has('watch')) {
    if (args.flags.has('json')) throw new UsageError('--watch and --json do not go together.');
    return watchBuild({ settings, args, context });
  }
  const finished = await buildAndWrite(await openWorkspaceOf(args, context), { settings, args, context });
  if (args.flags.has('json')) context.terminal.out.write(jsonText(buildRecord(finished)));
  else printBuild(finished, context);
  return foundErrors(finished.found) ? exitCodes.problems : exitCodes.done;
};

function buildRecord({ rows, found, dir }: FinishedBuild): object {
  return {
    output: dir,
    handouts: rows.map(({ request, format, file, entry, outcome }) => ({
      id: request.handout,
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
