import { readBuildSettings } from './build-settings.js';
import { checkReadings, printScores, scoreRecords } from './check-scores.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { formatProblems } from './report.js';
import { openWorkspaceOf, runRequests } from './run-build.js';
import { count, countProblems, foundErrors, jsonText, problemRecords, seconds } from './summary.js';

/**
 * The command `check`: runs every stage, looks for what no single handout shows, writes nothing and reports what is
 * wrong. With `--scores` it prints how easy each handout is to read and to understand.
 * @throws {UsageError} for unknown names
 */
export const runCheck: RunCommand = async (args, context) => {
  const start = performance.now();
  const { out, err } = context.terminal;
  const settings = readBuildSettings(args);
  const build = await runRequests(await openWorkspaceOf(args, context), { settings, context });
  const { workspace, results, sourceText } = build;
  const { checkWorkspace } = await context.pipeline.check();
  const readings = await checkReadings(build, context);
  const ofReading = readings.flatMap(({ found }) => found);
  const found = [
    ...build.found,
    ...ofReading,
    ...checkWorkspace(workspace).map((problem) => ({ problem, builds: [] })),
  ];
  if (args.flags.has('json')) {
    out.write(
      jsonText({ checked: results.length, problems: problemRecords(found), scores: scoreRecords(readings) }),
    );
  } else {
    if (args.flags.has('scores'))
      out.write(printScores(readings, workspace.config.readability.grade, out.paint));
    err.write(formatProblems(found, sourceText, err.paint));
    const time = seconds(performance.now() - start);
    err.write(`Checked ${count(results.length, 'handout')} in ${time}: ${countProblems(found)}.\n`);
  }
  return foundErrors(found) ? exitCodes.problems : exitCodes.done;
};
