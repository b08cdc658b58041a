import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { judgeHandout } from '../../src/check/judges.js';
import { makeHandout } from '../../src/handout/build.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { ownNumbers } from '../workspace/built-in.js';
import { printProblems } from '../workspace/print-problem.js';

/** A day on which the shipped series is neither overdue nor soon due. */
export const QUIET_DAY = '2026-06-01';

/** Files of a clinic, by path. */
export type Files = Readonly<Record<string, string>>;

/** Opens a clinic's folder with these files over the shipped ones. */
export function openClinic(files: Readonly<Record<string, string | Uint8Array>> = {}): Workspace {
  return openWorkspace({ dir: temporaryFolder({ 'handout.yaml': ownNumbers, ...files }) }).value;
}

/** A shipped file in which some words are changed. */
export function shipped(path: string, ...changes: readonly (readonly [from: string, to: string])[]): Files {
  let text = readFileSync(join(fileURLToPath(new URL('../..', import.meta.url)), path), 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    text = text.replace(from, to);
  }
  return { [path]: text };
}

/** The place of some words of a file, as problems print it: lines of other things may be added above. */
export function placeIn(files: Files, path: string, words: string): string {
  const before = files[path]!.slice(0, files[path]!.indexOf(words)).split('\n');
  return `${path}:${String(before.length)}:${String(before.at(-1)!.length + 1)}`;
}

/** Prints what the judges say of a handout that is made from these files. */
export async function judged(
  files: Files,
  request: HandoutRequest,
  today: string | undefined = QUIET_DAY,
): Promise<string> {
  const workspace = openClinic(files);
  const { value: made, problems } = await makeHandout(workspace, request);
  if (made === undefined) throw new Error(printProblems(problems));
  return printProblems(judgeHandout({ ...made, workspace, request, today }));
}
