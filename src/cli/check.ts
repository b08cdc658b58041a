import { openReport, writeReport } from './check-output.js';
import { readRuleSettings } from './rule-options.js';
import { readBuildSettings } from './build-settings.js';
import { checkRound, type CheckRound } from './check-round.js';
import { printScores, scoreRecords } from './check-scores.js';
import type { Arguments, RunCommand } from './command.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { readReviewDay } from './review-day.js';
import { openWorkspaceOf } from './run-build.js';
import { foundErrors } from './summary.js';
import { withVeraPdf } from './verapdf.js';
import { watchCheck } from './watch-check.js';

/**
 * The command `check`: runs every stage, looks for what no single handout shows, writes no handout and reports what is
 * wrong. With `--scores` it prints how easy each handout is to read and to understand; with `--watch` it checks again
 * whatever a saved file touches.
 * @throws {UsageError} for unknown names, rules and formats, and for a rule that may not be switched off
 * @throws {OutsideError} when the report can't be written, or what `--verapdf` names doesn't run
 */
export const runCheck: RunCommand = async (args, context) => {
  const start = performance.now();
  const report = openReport(args, context);
  const overrides = readRuleSettings(args.lists.get('rule') ?? []);
  const today = readReviewDay(args.texts.get('at'), context.clock);
  const work = { settings: readBuildSettings(args), overrides, today, context };
  if (args.flags.has('watch')) return watchCheck(work, { args, report });
  // The program's own files and those of the workspace are read at the same time.
  const [opened] = await Promise.all([openWorkspaceOf(args, context), context.pipeline.check()]);
  const round = await withVeraPdf(await checkRound(opened, work), args, work);
  const readings = [...round.readings.values()];
  if (args.flags.has('scores') && report.format === 'terminal') {
    const { out } = context.terminal;
    out.write(printScores(readings, opened.workspace.config.readability.grade, out.paint));
  }
  const scores = scoreRecords(readings);
  await writeReport({ ...round, scores, durationMs: performance.now() - start }, report, context);
  return exitCodeOf(round, args);
};

/** What isn't translated is an error anyway. */
function exitCodeOf({ found }: CheckRound, { flags }: Arguments): ExitCode {
  const isStale = found.some(({ problem }) => problem.code === 'content/stale-translation');
  return foundErrors(found) || (flags.has('strict') && isStale) ? exitCodes.problems : exitCodes.done;
}
