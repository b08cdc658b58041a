import { readdirSync, readFileSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

import type { Problem, Staged } from '../base/problem.js';
import type { Source } from '../base/source.js';
import { errorCode, failureInWords } from './failure.js';

/** How the names of built-in files begin where a clinic's folder lies over them. */
export const builtInLabel = 'built-in/';

/** A folder that input is read from. Paths in it are written with slashes and are relative to `dir`. */
export type Folder = Readonly<{
  /** Absolute path. */
  dir: string;
  /** Stands before a path when it is shown to a person: empty, or `built-in/`. */
  label: string;
}>;

/** The largest text file that is read, in bytes. */
export const textLimitBytes = 1024 * 1024;

/**
 * Reads a text file in UTF-8; a byte order mark is dropped. The size is looked up before the file is read.
 * @returns the text, or undefined where there is no such file; reports `workspace/not-a-file`,
 *   `workspace/too-large`, `workspace/not-text` and `workspace/unreadable`
 */
export function readText(folder: Folder, path: string): Staged<Source | undefined> {
  const file = folder.label + path;
  const read = readBytes(folder, path, textLimitBytes);
  const at = { file, line: 1, column: 1 };
  if (read.value === undefined) {
    return { value: undefined, problems: read.problems.map((problem) => ({ ...problem, at })) };
  }
  const text = decodeText(read.value);
  if (text !== undefined) return { value: { file, text }, problems: [] };
  const problem: Problem = {
    code: 'workspace/not-text',
    severity: 'error',
    message: `“${file}” is not a text file in UTF-8.`,
    at,
    hint: 'Save it as plain text in UTF-8.',
  };
  return { value: undefined, problems: [problem] };
}

/**
 * Reads a file whole, unless it is larger than the limit.
 * @returns the bytes, or undefined where there is no such file; reports `workspace/not-a-file`,
 *   `workspace/too-large` and `workspace/unreadable`
 */
export function readBytes(folder: Folder, path: string, limitBytes: number): Staged<Uint8Array | undefined> {
  const file = folder.label + path;
  try {
    const stats = statSync(join(folder.dir, path));
    const unfit = unfitFile(file, stats, limitBytes);
    if (unfit) return { value: undefined, problems: [unfit] };
    return { value: readFileSync(join(folder.dir, path)), problems: [] };
  } catch (error) {
    if (isAbsent(error)) return { value: undefined, problems: [] };
    return { value: undefined, problems: [unreadable(file, error)] };
  }
}

/**
 * Lists the files under a folder and all its sub-folders, in alphabetical order. Hidden ones are left out.
 * @param path the folder to list, or an empty string for all
 * @returns paths relative to `folder.dir`; nothing where there is no such folder; reports
 *   `workspace/linked-folder`, `workspace/outside` (a link that leads out of the folder) and `workspace/unreadable`
 */
export function listFiles(folder: Folder, path: string): Staged<readonly string[]> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(folder.dir, path), { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { value: [], problems: [] };
    return { value: [], problems: [unreadable(folder.label + path, error)] };
  }
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const entryPath = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      const listed = listFiles(folder, entryPath);
      files.push(...listed.value);
      problems.push(...listed.problems);
    } else {
      const problem = entry.isSymbolicLink() ? checkLink(folder, entryPath) : undefined;
      if (problem) problems.push({ ...problem, at: { file: folder.label + entryPath, line: 1, column: 1 } });
      else files.push(entryPath);
    }
  }
  return { value: files, problems };
}

/**
 * Tells whether a path, once its links are followed, still lies in the folder.
 * @throws the file system's error where there is no such path
 */
export function liesInside(folder: Folder, path: string): boolean {
  const way = relative(realpathSync(folder.dir), realpathSync(join(folder.dir, path)));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Tells whether the file system's error means that there is no such file. */
export function isAbsent(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function unreadable(file: string, error: unknown): Problem {
  return {
    code: 'workspace/unreadable',
    severity: 'error',
    message: `“${file}” can't be read: ${failureInWords(error)}.`,
  };
}

function unfitFile(file: string, stats: Stats, limitBytes: number): Problem | undefined {
  if (!stats.isFile()) {
    const kind = stats.isDirectory() ? 'a folder' : 'a device';
    return {
      code: 'workspace/not-a-file',
      severity: 'error',
      message: `“${file}” is ${kind}; expected a file.`,
    };
  }
  if (stats.size <= limitBytes) return undefined;
  const megabytes = (stats.size / 1024 / 1024).toFixed(1);
  return {
    code: 'workspace/too-large',
    severity: 'error',
    message: `“${file}” has ${megabytes} MB; at most ${limitBytes / 1024 / 1024} MB are read.`,
    hint: 'Make the file smaller.',
  };
}

function checkLink(folder: Folder, path: string): Problem | undefined {
  const file = folder.label + path;
  try {
    if (!liesInside(folder, path)) return outside(file);
    if (!statSync(join(folder.dir, path)).isDirectory()) return undefined;
  } catch (error) {
    return unreadable(file, error);
  }
  return {
    code: 'workspace/linked-folder',
    severity: 'error',
    message: `“${file}” is a link to a folder; such links are not followed.`,
    hint: 'Copy the folder here, or link its files one by one.',
  };
}

/** Words the problem of a path or a link that leads out of its folder. */
export function outside(file: string): Problem {
  return {
    code: 'workspace/outside',
    severity: 'error',
    message: `“${file}” leads out of its folder.`,
    hint: 'Copy the file into the workspace and name it from there.',
  };
}

function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
