import { relative, sep } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import type { Workspace } from '../workspace/workspace.js';
import { affectedBy } from './affected.js';
import { buildAndWrite, countWritten, printBuild } from './finish-build.js';
import type { BuildSettings } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import type { ExitCode } from './exit-code.js';
import { formatProblems } from './report.js';
import { openWorkspaceOf } from './run-build.js';
import { count, countProblems, seconds } from './summary.js';
import { UsageError } from './usage-error.js';

/** A command line that asks to watch. */
type Watched = Readonly<{ settings: BuildSettings; args: Arguments; context: CommandContext }>;

/**
 * Builds once, then again whenever a file of the workspace is saved: only the handouts it touches, with one line for
 * each time. A mistake is reported and waited on. It never returns; Ctrl-C ends it.
 * @throws {OutsideError} when the workspace cannot be watched
 */
export async function watchBuild(watched: Watched): Promise<ExitCode> {
  const { args, context } = watched;
  const { err } = context.terminal;
  const opened = await openWorkspaceOf(args, context);
  printBuild(await buildAndWrite(opened, watched), context);
  const changes = createChanges();
  await startWatching(opened.workspace, changes.add, context);
  err.write('Watching for saved files; press Ctrl-C to stop.\n');
  for (;;) {
    const paths = await changes.next();
    try {
      await rebuild(paths, opened.workspace, watched);
    } catch (error) {
      if (!(error instanceof UsageError) && !(error instanceof OutsideError)) throw error;
      err.write(`${err.paint('red', 'error')}: ${error.message}\n`);
    }
  }
}

async function startWatching(
  workspace: Workspace,
  onChange: (paths: readonly string[]) => void,
  context: CommandContext,
): Promise<void> {
  const { watchWorkspace } = await context.pipeline.workspace();
  try {
    watchWorkspace(workspace, onChange);
  } catch (cause) {
    throw new OutsideError('watch/failed', 'The system does not let any more folders be watched.', { cause });
  }
}

async function rebuild(paths: readonly string[], before: Workspace, watched: Watched): Promise<void> {
  const start = performance.now();
  const { args, context } = watched;
  const { err } = context.terminal;
  const opened = await openWorkspaceOf(args, context);
  // Without its handout.yaml the folder is no workspace, and another one would be built in its place.
  if (opened.workspace.dir !== before.dir) throw new UsageError('The handout.yaml of the workspace is gone.');
  const names = paths.map((path) => nameInWorkspace(path, opened.workspace));
  const isWanted = affectedBy(names, opened.workspace);
  const { rows, found, sourceText } = await buildAndWrite(opened, { ...watched, isWanted });
  err.write(formatProblems(found, sourceText, err.paint));
  const time = seconds(performance.now() - start);
  err.write(
    `${names.join(', ')}: wrote ${count(countWritten(rows), 'handout')} in ${time}: ${countProblems(found)}.\n`,
  );
}

/** Names a path as `templates/…` or `locales/…`, with slashes. */
function nameInWorkspace(path: string, { roots }: Workspace): string {
  const root = [...roots].reverse().find((candidate) => path.startsWith(candidate + sep));
  return root === undefined ? path : relative(root, path).split(sep).join('/');
}

/** Keeps the paths that change while a build runs, so that none is lost. */
function createChanges(): Readonly<{
  add: (paths: readonly string[]) => void;
  next: () => Promise<readonly string[]>;
}> {
  let waiting: readonly string[] = [];
  let wake: (() => void) | undefined;
  return {
    add: (paths) => {
      waiting = [...new Set([...waiting, ...paths])];
      wake?.();
    },
    next: async () => {
      if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const paths = waiting;
      waiting = [];
      return paths;
    },
  };
}
