import { resolve } from 'node:path';

import { hasErrors, type Problem } from '../base/problem.js';
import { buildAll, type BuildOne, type BuildResult } from './build-all.js';
import { selectRequests, type BuildSettings } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import type { Workspace } from '../workspace/workspace.js';
import type { HandoutRequest } from '../handout/request.js';
import { createProgress } from './progress.js';
import { UsageError } from './usage-error.js';
import { formatProblems, type FoundProblem, type SourceText } from './report.js';

/** The file whose mistakes keep everything from being built. */
const SETTINGS_FILE = 'handout.yaml';

/** A workspace that a command works on, and what reading it reported. */
export type OpenedWorkspace = Readonly<{
  workspace: Workspace;
  problems: readonly Problem[];
  sourceText: SourceText;
}>;

/** What a build came to, before anything is written. */
export type Build = Readonly<{
  workspace: Workspace;
  sourceText: SourceText;
  /** Everything that was asked for, also what `isWanted` leaves out. */
  selected: readonly HandoutRequest[];
  results: readonly BuildResult[];
  /** What the workspace and every stage reported. */
  found: readonly FoundProblem[];
  /** Whether every handout of the workspace in every one of its languages was asked for. */
  isComplete: boolean;
}>;

/** What to build, and where to show how far it is. */
export type RunOptions = Readonly<{
  settings: BuildSettings;
  context: CommandContext;
  /** Leaves requests out, for a rebuild of what a change touches. */
  isWanted?: ((request: HandoutRequest) => boolean) | undefined;
  /** Makes each handout; `buildHandout` without it. */
  build?: BuildOne;
}>;

/**
 * Opens the workspace that the command line names, else the one around the current folder.
 * @throws {UsageError} when the named folder is no workspace
 */
export async function openWorkspaceOf(args: Arguments, context: CommandContext): Promise<OpenedWorkspace> {
  const { openWorkspace, readSourceText } = await context.pipeline.workspace();
  const named = args.texts.get('workspace');
  const { value: workspace, problems } = openWorkspace(
    named === undefined ? { cwd: context.cwd } : { dir: resolve(context.cwd, named), cwd: context.cwd },
  );
  const missing = problems.find(({ code }) => code === 'workspace/no-workspace');
  if (missing !== undefined) throw new UsageError(missing.message, missing.hint);
  return { workspace, problems, sourceText: (file) => readSourceText(workspace, file) };
}

/** Tells whether `handout.yaml` has a mistake, so that none of its settings are in force. */
export function hasSettingsErrors(problems: readonly Problem[]): boolean {
  return hasErrors(problems.filter(({ at }) => at?.file === SETTINGS_FILE));
}

/**
 * Builds what the settings ask for, with a progress bar on a terminal.
 * @throws {UsageError} for a handout, language or brand that the workspace doesn't have; what reading the workspace
 *   reported is shown first, because it may be the reason
 */
export async function runRequests(opened: OpenedWorkspace, run: RunOptions): Promise<Build> {
  const { settings, context, isWanted = () => true } = run;
  const { workspace, problems, sourceText } = opened;
  const outside = problems.map((problem) => ({ problem, builds: [] }));
  const { err } = context.terminal;
  // With its settings in doubt, a handout could carry another clinic's phone number.
  if (hasSettingsErrors(problems)) {
    return { workspace, sourceText, selected: [], results: [], found: outside, isComplete: false };
  }
  const selected = selectShowingWhy(opened, settings, context);
  const requests = selected.filter(isWanted);
  const progress = createProgress(err, requests.length, () => performance.now());
  const { results, found } = await buildAll(
    requests,
    run.build ?? (await usualBuild(workspace, context)),
    (name) => progress.advance(name),
  );
  progress.clear();
  const { handouts, languages, treatments } = settings;
  const isWhole = [handouts, languages, treatments].every((chosen) => chosen === undefined);
  const isComplete = isWhole && requests.length === selected.length;
  return { workspace, sourceText, selected, results, found: [...outside, ...found], isComplete };
}

/**
 * Does what `selectRequests` does for a workspace that was just opened.
 * @throws {UsageError} for a handout, language or brand that the workspace doesn't have; what reading the workspace
 *   reported is shown first, because it may be the reason
 */
export function selectShowingWhy(
  { workspace, problems, sourceText }: OpenedWorkspace,
  settings: BuildSettings,
  { terminal: { err } }: CommandContext,
): readonly HandoutRequest[] {
  try {
    return selectRequests(workspace, settings);
  } catch (error) {
    const outside = problems.map((problem) => ({ problem, builds: [] }));
    err.write(formatProblems(outside, sourceText, err.paint));
    throw error;
  }
}

async function usualBuild(workspace: Workspace, { pipeline }: CommandContext): Promise<BuildOne> {
  const { buildHandout } = await pipeline.handout();
  return (request) => buildHandout(workspace, request);
}
