import { userInfo } from 'node:os';

import type { Problem } from '../base/problem.js';
import { askCapabilities, type Capabilities } from '../delivery/print/capabilities.js';
import { planPrint } from '../delivery/print/plan.js';
import { printableHandout } from '../delivery/print/printable.js';
import { canRaster } from '../delivery/print/print-document.js';
import { visitName } from '../handout/names.js';
import { refusalOf } from '../handout/policy.js';
import type { HandoutRequest } from '../handout/request.js';
import type { BuildOne } from './build-all.js';
import { readBuildSettings, type BuildSettings } from './build-settings.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { printAll, sayNotes, type PlannedPrint, type PrintResult } from './print-jobs.js';
import { printResults, resultRecord } from './print-output.js';
import { openTarget } from './print-target.js';
import {
  readPrintOptions,
  wishesOf,
  withGreys,
  withUsualVariants,
  type WishSources,
} from './print-wishes.js';
import { formatConcerns, type FoundProblem } from './report.js';
import { readReviewDay } from './review-day.js';
import { hasSettingsErrors, openWorkspaceOf, runRequests, type OpenedWorkspace } from './run-build.js';
import { foundErrors, jsonText, problemRecords } from './summary.js';
import { UsageError } from './usage-error.js';

/**
 * The command `print`: checks handouts and sends them to a printer, all of them or none.
 * @throws {UsageError} for unknown names, and where no handout, language or printer is named
 * @throws {OutsideError} when the printer cannot be reached, or cannot print in this way
 */
export const runPrint: RunCommand = async (args, context) => {
  const options = readPrintOptions(args);
  const settings = readBuildSettings(args);
  if (settings.handouts === undefined && settings.treatments === undefined) {
    throw new UsageError('No handout is named.', 'Name what to print; “handout list” lists all there are.');
  }
  const opened = await openWorkspaceOf(args, context);
  const { workspace } = opened;
  if (hasSettingsErrors(opened.problems)) {
    return refuse(
      opened.problems.map((problem) => ({ problem, builds: [] })),
      { opened, args, context },
    );
  }
  requireLanguage(settings, workspace.config.languages);
  const target = await openTarget(workspace, args.texts.get('printer'), process.env);
  const capabilities = await askCapabilities(target.printer);
  const planned: PlannedPrint[] = [];
  const sources: WishSources = { workspace, desk: target.desk, options };
  const checker = await createChecker({ opened, sources, capabilities, settings, context }, planned);
  const build = await runRequests(opened, { settings, context, build: checker });
  if (foundErrors(build.found)) return refuse(build.found, { opened, args, context });
  sayConcerns(build.found, { opened, args, context });
  const follow = !args.flags.has('no-wait');
  sayNotes(planned, context);
  const results = await printAll(planned, { target, capabilities, user: userName(), follow, context });
  const { out, err } = context.terminal;
  if (args.flags.has('json')) out.write(jsonText(resultRecord(results, target, capabilities)));
  else printResults(results, target, { out, err });
  return exitCodeOf(results);
};

type CheckerOptions = Readonly<{
  opened: OpenedWorkspace;
  sources: WishSources;
  capabilities: Capabilities;
  settings: BuildSettings;
  context: CommandContext;
}>;

/** Makes what plans, makes and judges each handout, and collects those that may be printed. */
async function createChecker(options: CheckerOptions, planned: PlannedPrint[]): Promise<BuildOne> {
  const { opened, sources, capabilities, settings, context } = options;
  const { workspace } = opened;
  const { checkHandout, openPolicy } = await context.pipeline.check();
  const policy = openPolicy(workspace);
  const today = readReviewDay(undefined, context.clock);
  const drawsPages = capabilities.formats.includes('application/pdf') || canRaster();
  return async (asked) => {
    const usual = withUsualVariants(asked, sources);
    const plan = planPrint(capabilities, wishesOf(usual, sources), drawsPages);
    const { paper, inGreys } = plan;
    const request: HandoutRequest = { ...usual, paper, ...(inGreys && withGreys(usual)) };
    const { value, problems } = await checkHandout(workspace, request, { policy, today });
    const refused = value && !settings.allowDrafts ? refusalFor(workspace.config.review, value) : undefined;
    if (value === undefined || refused !== undefined) {
      return { value: undefined, problems: refused === undefined ? problems : [...problems, refused] };
    }
    planned.push({ id: visitName(request), lang: request.lang, document: printableHandout(value), plan });
    return { value, problems };
  };
}

function refusalFor(
  policy: Parameters<typeof refusalOf>[0],
  { lang, state }: Omit<Parameters<typeof refusalOf>[1], 'action'>,
): Problem | undefined {
  return refusalOf(policy, { action: 'print', lang, state });
}

/**
 * Makes sure that a language is named: twenty-four are not printed by mistake.
 * @throws {UsageError} where none is and there are several
 */
export function requireLanguage({ languages }: BuildSettings, known: readonly string[]): void {
  if (languages !== undefined || known.length === 1) return;
  throw new UsageError('No language is named.', 'Name one or several with --lang, such as --lang es.');
}

/** What a refused print is told with. */
export type Refusal = Readonly<{ opened: OpenedWorkspace; args: Arguments; context: CommandContext }>;

/** Tells why nothing is printed. */
export function refuse(found: readonly FoundProblem[], { opened, args, context }: Refusal): ExitCode {
  const { out, err } = context.terminal;
  if (args.flags.has('json')) out.write(jsonText({ jobs: [], problems: problemRecords(found) }));
  else err.write(formatConcerns(found, opened.sourceText, err.paint));
  err.write('Nothing was printed.\n');
  return exitCodes.problems;
}

/** Tells what is wrong with the clinic's settings, such as telephone numbers that are samples, though the handouts may be printed. */
export function sayConcerns(found: readonly FoundProblem[], { opened, args, context }: Refusal): void {
  const { err } = context.terminal;
  if (!args.flags.has('json')) err.write(formatConcerns(found, opened.sourceText, err.paint));
}

/** Whoever is logged in on this machine, which print servers ask for; never a patient. */
export function userName(): string {
  try {
    return userInfo().username.slice(0, LONGEST_USER) || 'handout';
  } catch {
    return 'handout';
  }
}

const LONGEST_USER = 60;

/** The exit code of a command whose printing ended so. */
export function exitCodeOf(results: readonly PrintResult[]): ExitCode {
  if (results.some(({ state }) => state === 'interrupted')) return exitCodes.interrupted;
  const isDone = results.every(({ state }) => state === 'printed' || state === 'accepted');
  return isDone ? exitCodes.done : exitCodes.outside;
}
