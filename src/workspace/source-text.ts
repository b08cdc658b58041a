import { builtInLabel, readText } from './folder.js';
import type { Workspace } from './workspace.js';

/** What stands after the name of a secret, to the end of its line where it isn't in quotes. */
const SECRET =
  /((?:pass(?:word|phrase)|token|secret)["']?[ \t]*:[ \t]*)("(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|[^\s"'][^\n]*)/gi;
/** Who asks, in an address. */
const USER_INFORMATION = /(:\/\/)([^\s/@"']+)(?=@)/g;

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
  return /\.ya?ml$/.test(path) ? text?.replace(SECRET, cover).replace(USER_INFORMATION, cover) : text;
}

function cover(_whole: string, name: string, secret: string): string {
  return name + '•'.repeat(secret.length);
}
