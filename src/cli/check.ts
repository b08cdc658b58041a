import { mergeProblems, type FoundProblem } from '../check/found.js';
import { openReport, writeReport } from './check-output.js';
import { readRuleSettings } from './rule-options.js';
import { readBuildSettings } from './build-settings.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { openWorkspaceOf, runRequests } from './run-build.js';
import { foundErrors } from './summary.js';

/**
 * The command `check`: runs every stage, looks for what no single handout shows, writes no handout and reports what is
 * wrong.
 * @throws {UsageError} for unknown names, rules and formats, and for a rule that may not be switched off
 * @throws {OutsideError} when the report can't be written
 */
export const runCheck: RunCommand = async (args, context) => {
  const start = performance.now();
  const report = openReport(args, context);
  const overrides = readRuleSettings(args.lists.get('rule') ?? []);
  const settings = readBuildSettings(args);
  const { checkHandout, checkWorkspace, openPolicy } = await context.pipeline.check();
  const opened = await openWorkspaceOf(args, context);
  const policy = openPolicy(opened.workspace, overrides);
  const judged = { ...opened, problems: policy.apply(opened.problems) };
  const build = await runRequests(judged, {
    settings,
    context,
    build: (request) => checkHandout(opened.workspace, request, { policy }),
  });
  const ofWorkspace = [...policy.apply(checkWorkspace(opened.workspace)), ...policy.problems];
  const unused = build.isComplete ? policy.unused() : [];
  const found: readonly FoundProblem[] = mergeProblems([
    ...build.found,
    ...[...ofWorkspace, ...unused].map((problem) => ({ problem, builds: [] })),
  ]);
  await writeReport({ ...build, found, durationMs: performance.now() - start }, report, context);
  return foundErrors(found) ? exitCodes.problems : exitCodes.done;
};
