import { readBuildSettings, requireLanguages } from './build-settings.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { formatProblems } from './report.js';
import { openWorkspaceOf, runRequests } from './run-build.js';
import { count, countProblems, foundErrors, jsonText, problemRecords, seconds } from './summary.js';

/**
 * The command `check`: runs every stage, looks for what no single handout shows, writes nothing and reports what is
 * wrong.
 * @throws {UsageError} for unknown names
 */
export const runCheck: RunCommand = async (args, context) => {
  const start = performance.now();
  const { out, err } = context.terminal;
  const settings = readBuildSettings(args);
  const build = await runRequests(await openWorkspaceOf(args, context), { settings, context });
  const { workspace, results, sourceText } = build;
  const { checkWorkspace, checkReviews } = await context.pipeline.check();
  const languages = requireLanguages(workspace, settings.languages);
  const outside = [...checkWorkspace(workspace, languages), ...checkReviews(workspace, languages)];
  const found = [...build.found, ...outside.map((problem) => ({ problem, builds: [] }))];
  if (args.flags.has('json')) {
    out.write(jsonText({ checked: results.length, problems: problemRecords(found) }));
  } else {
    err.write(formatProblems(found, sourceText, err.paint));
    const time = seconds(performance.now() - start);
    err.write(`Checked ${count(results.length, 'handout')} in ${time}: ${countProblems(found)}.\n`);
  }
  // What isn't translated is an error anyway.
  const isStale = found.some(({ problem }) => problem.code === 'content/stale-translation');
  const isRefused = foundErrors(found) || (args.flags.has('strict') && isStale);
  return isRefused ? exitCodes.problems : exitCodes.done;
};
