import { coverSecrets } from './cover-secrets.js';
import { builtInLabel, readText } from './folder.js';
import type { Workspace } from './workspace.js';

/**
 * Reads again the text of a file that a problem names, to show the line. In YAML, what looks like a secret is covered, letter by letter:
 * it shouldn't be there, but where it is, no report may repeat it.
 * @param file the name that problems know the file by
 * @returns undefined when there is no such file under the workspace's folders, or it isn't text
 */
export function readSourceText(
  workspace: Pick<Workspace, 'dir' | 'roots'>,
  file: string,
): string | undefined {
  const isBuiltIn = workspace.dir !== undefined && file.startsWith(builtInLabel);
  const root = isBuiltIn ? workspace.roots[0] : workspace.roots.at(-1);
  const path = isBuiltIn ? file.slice(builtInLabel.length) : file;
  if (root === undefined || path.split(/[\\/]/).includes('..')) return undefined;
  const text = readText({ dir: root, label: '' }, path).value?.text;
  return /\.ya?ml$/.test(path) ? text && coverSecrets(text) : text;
}
