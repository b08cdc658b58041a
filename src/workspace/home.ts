import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';

import type { Problem, Staged } from '../base/problem.js';
import { configSchema } from './config.js';
import { errorCode, failureInWords } from './failure.js';
import { readText, type Folder } from './folder.js';
import { readYaml } from './yaml.js';
import type { YamlDocument } from './yaml-document.js';

/** The name of the file that makes a folder a clinic's workspace. */
export const settingsFile = 'handout.yaml';

/** What `handout.yaml` says. */
export type Settings = Readonly<{
  data: z.infer<typeof configSchema>;
  /** Undefined where there is no file, or mistakes in it. */
  document: YamlDocument | undefined;
}>;

/**
 * Finds the clinic's folder.
 * @param wanted the folder that was asked for; without it, the nearest one upwards that has a `handout.yaml`
 * @returns its absolute path, or undefined where there is none; reports `workspace/no-workspace` if the folder that was
 *   asked for has no `handout.yaml`
 */
export function findHome(wanted: string | undefined, cwd: string): Staged<string | undefined> {
  if (wanted !== undefined) {
    const dir = resolve(cwd, wanted);
    if (existsSync(join(dir, settingsFile))) return { value: dir, problems: [] };
    return { value: undefined, problems: [noWorkspace(wanted, dir)] };
  }
  for (let dir = cwd; ; dir = dirname(dir)) {
    if (existsSync(join(dir, settingsFile))) return { value: dir, problems: [] };
    if (dir === dirname(dir)) return { value: undefined, problems: [] };
  }
}

/**
 * Reads `handout.yaml`.
 * @param folder the clinic's, or undefined where there is none
 * @returns the settings, without any if there is a mistake; reports what `readText` and `readYaml` do
 */
export function readSettings(folder: Folder | undefined): Staged<Settings> {
  const none: Settings = { data: {}, document: undefined };
  if (!folder) return { value: none, problems: [] };
  const text = readText(folder, settingsFile);
  if (!text.value) return { value: none, problems: text.problems };
  const { value = none, problems } = readYaml(text.value, configSchema);
  return { value, problems };
}

function noWorkspace(wanted: string, dir: string): Problem {
  const problem = { code: 'workspace/no-workspace', severity: 'error' } as const;
  try {
    const misnamed = readdirSync(dir).find((name) => /^handouts?\.(ya?ml|ya?ml\.txt)$/i.test(name));
    return {
      ...problem,
      message: `There is no “${settingsFile}” in “${wanted}”.`,
      hint: misnamed ? `Rename “${misnamed}”.` : `Make one with “handout init ${wanted}”.`,
    };
  } catch (error) {
    const isFile = errorCode(error) === 'ENOTDIR';
    const message = isFile
      ? `“${wanted}” is a file; expected a folder.`
      : `“${wanted}” can't be opened: ${failureInWords(error)}.`;
    return { ...problem, message, hint: `Name the folder that holds “${settingsFile}”.` };
  }
}
