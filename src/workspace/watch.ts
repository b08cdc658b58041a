import { readdirSync, statSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { join, sep } from 'node:path';

import { isAbsent } from './folder.js';
import { settingsFile } from './home.js';
import type { Workspace } from './workspace.js';

/** How long nothing must change before a change is told: editors save in several steps. */
const quietMs = 30;

const inputFolders = ['templates', 'locales'];

/**
 * Tells when a file that handouts are made from is saved, made, renamed or removed: those of `templates/` and `locales/`, and the
 * clinic's `handout.yaml`. Each folder has its own watcher, because on Linux the recursive one of Node 20 loses a file once an
 * editor has saved it by renaming another over it.
 * @param onChange gets the absolute paths of what changed, in alphabetical order; a folder's own path where the folder is gone
 * @returns ends the watch
 * @throws the system's error where no more folders can be watched (`ENOSPC`, `EMFILE`); a folder that is made later and
 *   can't be watched is passed over
 */
export function watchWorkspace(
  workspace: Pick<Workspace, 'dir' | 'roots'>,
  onChange: (paths: readonly string[]) => void,
): () => void {
  const gathered = gatherChanges(onChange);
  const watchers = new Map<string, FSWatcher>();
  const trees = workspace.roots.flatMap((root) => inputFolders.map((folder) => join(root, folder)));
  for (const tree of trees) watchTree(tree, { watchers, report: gathered.report });
  if (workspace.dir !== undefined) watchHome(workspace.dir, { watchers, report: gathered.report });
  return () => {
    gathered.cancel();
    for (const watcher of watchers.values()) watcher.close();
  };
}

type Watching = Readonly<{ watchers: Map<string, FSWatcher>; report: (path: string) => void }>;

function watchTree(dir: string, watching: Watching): void {
  const { watchers, report } = watching;
  const watcher = watchIfThere(dir, (name) => {
    const path = join(dir, name);
    if (isInput(name)) report(path);
    else followFolder(path, watching);
  });
  if (!watcher) return;
  watchers.get(dir)?.close();
  watchers.set(dir, watcher);
  for (const entry of entriesOf(dir)) {
    if (entry.isDirectory()) watchTree(join(dir, entry.name), watching);
  }
}

/** The clinic's folder itself may hold anything else, so that only what belongs to handouts is followed. */
function watchHome(dir: string, watching: Watching): void {
  const watcher = watchIfThere(dir, (name) => {
    const path = join(dir, name);
    if (name === settingsFile) watching.report(path);
    else if (inputFolders.includes(name)) followFolder(path, watching);
  });
  if (watcher) watching.watchers.set(dir, watcher);
}

/** Watches a folder that has come and reports its files, or forgets one that has gone. */
function followFolder(path: string, watching: Watching): void {
  const { watchers, report } = watching;
  const known = [...watchers.keys()].filter((dir) => dir === path || dir.startsWith(path + sep));
  for (const dir of known) {
    watchers.get(dir)?.close();
    watchers.delete(dir);
  }
  try {
    watchTree(path, watching);
  } catch {
    return;
  }
  if (watchers.has(path)) reportFiles(path, report);
  else if (known.length > 0) report(path);
}

function reportFiles(dir: string, report: (path: string) => void): void {
  for (const entry of entriesOf(dir)) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) reportFiles(path, report);
    else if (isInput(entry.name)) report(path);
  }
}

function watchIfThere(dir: string, onEvent: (name: string) => void): FSWatcher | undefined {
  try {
    if (!statSync(dir).isDirectory()) return undefined;
    const watcher = watch(dir, (_event, name) => {
      if (name !== null) onEvent(name);
    });
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function entriesOf(dir: string): readonly Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Leaves out what editors write beside a file while they save it. */
function isInput(name: string): boolean {
  return !name.startsWith('.') && /\.(hbs|json|ya?ml|svg|png|jpe?g)$/i.test(name);
}

type Gathered = Readonly<{ report: (path: string) => void; cancel: () => void }>;

function gatherChanges(onChange: (paths: readonly string[]) => void): Gathered {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    const paths = [...changed].sort();
    changed.clear();
    onChange(paths);
  };
  return {
    report: (path: string): void => {
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(tell, quietMs);
    },
    cancel: (): void => clearTimeout(timer),
  };
}
