import { relative, sep } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Arguments, CommandContext } from './command.js';
import { openWorkspaceOf, type OpenedWorkspace } from './run-build.js';
import { UsageError } from './usage-error.js';

/** What is done at the start, and whenever files were saved. */
export type Rounds = Readonly<{
  first(opened: OpenedWorkspace): Promise<void>;
  /** @param names the files that changed, as `templates/…` or `locales/…`, with slashes */
  again(names: readonly string[], opened: OpenedWorkspace): Promise<void>;
}>;

/**
 * Does a round at the start, then again whenever a file of the workspace is saved. A mistake is reported and waited on. It never
 * returns; Ctrl-C ends it.
 * @throws {OutsideError} when the workspace cannot be watched
 */
export async function watchRounds(
  { args, context }: Readonly<{ args: Arguments; context: CommandContext }>,
  { first, again }: Rounds,
): Promise<never> {
  const { err } = context.terminal;
  const opened = await openWorkspaceOf(args, context);
  const changes = createChanges();
  await startWatching(opened.workspace, changes.add, context);
  await first(opened);
  err.write('Watching for saved files; press Ctrl-C to stop.\n');
  for (;;) {
    const paths = await changes.next();
    try {
      const reopened = await openWorkspaceOf(args, context);
      // Without its handout.yaml the folder is no workspace, and another one would be built in its place.
      if (reopened.workspace.dir !== opened.workspace.dir)
        throw new UsageError('The handout.yaml of the workspace is gone.');
      await again(
        paths.map((path) => nameInWorkspace(path, reopened.workspace)),
        reopened,
      );
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

/** Names a path as `templates/…` or `locales/…`, with slashes. */
function nameInWorkspace(path: string, { roots }: Workspace): string {
  const root = [...roots].reverse().find((candidate) => path.startsWith(candidate + sep));
  return root === undefined ? path : relative(root, path).split(sep).join('/');
}

/** Keeps the paths that change while a round runs, so that none is lost. */
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
