import { mergeProblems, type FoundProblem } from '../check/found.js';
import { openReport, writeReport } from './check-output.js';
import { readRuleSettings } from './rule-options.js';
import { readBuildSettings, requireLanguages } from './build-settings.js';
import { namedReading, printScores, scoreRecords, type NamedReading } from './check-scores.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { openWorkspaceOf, runRequests } from './run-build.js';
import { foundErrors } from './summary.js';

/** A letter goes with every handout, so that a mistake in it is found before one is sent. */
const letter = { hasCalendar: true, isLocked: false } as const;

/**
 * The command `check`: runs every stage, looks for what no single handout shows, writes no handout and reports what is
 * wrong. With `--scores` it prints how easy each handout is to read and to understand.
 * @throws {UsageError} for unknown names, rules and formats, and for a rule that may not be switched off
 * @throws {OutsideError} when the report can't be written
 */
export const runCheck: RunCommand = async (args, context) => {
  const start = performance.now();
  const report = openReport(args, context);
  const overrides = readRuleSettings(args.lists.get('rule') ?? []);
  const settings = readBuildSettings(args);
  const { checkHandout, checkWorkspace, checkReviews, openPolicy } = await context.pipeline.check();
  const opened = await openWorkspaceOf(args, context);
  const { workspace } = opened;
  const policy = openPolicy(workspace, overrides);
  const judged = { ...opened, problems: policy.apply(opened.problems) };
  const readings: NamedReading[] = [];
  const build = await runRequests(judged, {
    settings,
    context,
    build: async (request) => {
      const { reading, ...verdict } = await checkHandout(workspace, { ...request, letter }, { policy });
      if (reading !== undefined) readings.push(namedReading(request, reading));
      return verdict;
    },
  });
  const languages = requireLanguages(workspace, settings.languages);
  const outside = [...checkWorkspace(workspace, languages), ...checkReviews(workspace, languages)];
  const ofWorkspace = [...policy.apply(outside), ...policy.problems];
  const unused = build.isComplete ? policy.unused() : [];
  const found: readonly FoundProblem[] = mergeProblems([
    ...build.found,
    ...[...ofWorkspace, ...unused].map((problem) => ({ problem, builds: [] })),
  ]);
  if (args.flags.has('scores') && report.format === 'terminal') {
    const { out } = context.terminal;
    out.write(printScores(readings, workspace.config.readability.grade, out.paint));
  }
  const scores = scoreRecords(readings);
  await writeReport({ ...build, found, scores, durationMs: performance.now() - start }, report, context);
  // What isn't translated is an error anyway.
  const isStale = found.some(({ problem }) => problem.code === 'content/stale-translation');
  const isRefused = foundErrors(found) || (args.flags.has('strict') && isStale);
  return isRefused ? exitCodes.problems : exitCodes.done;
};
