import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import { outputError } from './output-error.js';

/**
 * A file to write.
 * `path` is relative to the output folder, with `/` between its parts. A confidential file can be read by its
 * owner alone.
 */
export type OutputFile = Readonly<{ path: string; bytes: Uint8Array; confidential?: boolean }>;

/** What the store asks of a disk. Everything is synchronous, so a signal cannot come between two steps. */
export type Disk = Readonly<{
  makeFolder(path: string): void;
  /** The path with every symbolic link followed. */
  realPath(path: string): string;
  /** Writes all bytes and waits until they are on the disk. */
  write(path: string, bytes: Uint8Array, mode: number): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
}>;

const OWNER_ONLY = 0o600;
const EVERYONE_READS = 0o644;

/**
 * Writes all the files, or none of them: each goes to a temporary file beside its place first, and only when
 * every one is on the disk are they renamed into place, in the order given. A reader therefore never sees half a
 * file, and a full disk leaves what was there before.
 * @param dir the output folder; made if need be
 * @throws {OutsideError} `output/*` when the folder cannot be written to, is a file, is full, or a path leaves it
 */
export function writeOutput(dir: string, files: readonly OutputFile[], disk: Disk = nodeDisk): void {
  const temporary: string[] = [];
  refuseSameFile(files);
  try {
    const root = prepareFolder(dir, disk);
    const targets = files.map((file) => prepareTarget(root, file.path, disk));
    for (const [index, file] of files.entries()) {
      const path = temporaryPath(targets[index]!);
      temporary.push(path);
      disk.write(path, file.bytes, file.confidential === true ? OWNER_ONLY : EVERYONE_READS);
    }
    for (const target of targets) {
      disk.rename(temporaryPath(target), target);
      temporary.shift();
    }
  } catch (error) {
    for (const path of temporary) removeQuietly(path, disk);
    throw error instanceof OutsideError ? error : outputError(error, dir);
  }
}

/**
 * Makes sure that the output folder can be written to, by writing and removing a small file in it, or in the nearest
 * folder above it when it isn't there yet.
 * @throws {OutsideError} as `writeOutput` does
 */
export function checkOutput(dir: string): void {
  let place = resolve(dir);
  while (!existsSync(place)) place = dirname(place);
  const probe = `.handout-probe.${process.pid}`;
  writeOutput(place, [{ path: probe, bytes: new Uint8Array(1) }]);
  removeQuietly(join(place, probe), nodeDisk);
}

/**
 * Removes a file of the output folder, if it is there.
 * @throws {OutsideError} as `writeOutput` does
 */
export function removeOutput(dir: string, path: string): void {
  if (!hasOutput(dir, path)) return;
  try {
    nodeDisk.remove(prepareTarget(prepareFolder(dir, nodeDisk), path, nodeDisk));
  } catch (error) {
    throw error instanceof OutsideError ? error : outputError(error, dir);
  }
}

/**
 * Waits until the names of the files in a folder are on the disk, so that a power cut leaves them there.
 * @throws {OutsideError} as `writeOutput` does
 */
export function keepNames(dir: string): void {
  // Windows keeps names by itself, and doesn't let a folder be opened.
  if (process.platform === 'win32') return;
  try {
    const folder = openSync(dir, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    throw outputError(error, dir);
  }
}

/** Tells whether the output folder holds a file at this path. */
export function hasOutput(dir: string, path: string): boolean {
  return existsSync(join(dir, path));
}

/** Reads a file of the output folder, or returns undefined when it isn't there or cannot be read. */
export function readOutput(dir: string, path: string): Uint8Array | undefined {
  try {
    return readFileSync(join(dir, path));
  } catch {
    return undefined;
  }
}

/**
 * Writes files for another program to read, into a folder that only their owner can open and that is removed when `use`
 * has ended, however it ends.
 * @param use is given the absolute paths, in the order of the files
 * @throws {OutsideError} as `writeOutput` does
 */
export async function withTemporaryFiles<Result>(
  files: readonly OutputFile[],
  use: (paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const dir = makeTemporaryFolder();
  try {
    writeOutput(
      dir,
      files.map((file) => ({ ...file, confidential: true })),
    );
    return await use(files.map(({ path }) => join(dir, path)));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function makeTemporaryFolder(): string {
  try {
    return realpathSync(mkdtempSync(join(tmpdir(), 'handout-')));
  } catch (error) {
    throw outputError(error, tmpdir());
  }
}

function refuseSameFile(files: readonly OutputFile[]): void {
  const paths = files.map(({ path }) => path);
  const double = paths.find((path, index) => paths.indexOf(path) !== index);
  if (double === undefined) return;
  throw new OutsideError(
    'output/same-file',
    `Two handouts would be written to “${double}”. Rename one of them.`,
  );
}

function prepareFolder(dir: string, disk: Disk): string {
  disk.makeFolder(dir);
  return disk.realPath(dir);
}

function prepareTarget(root: string, path: string, disk: Disk): string {
  const target = resolve(root, path);
  if (!isPlainPath(path) || !target.startsWith(root + sep)) throw leavesFolder();
  disk.makeFolder(dirname(target));
  // A symbolic link inside the output folder could still lead out of it.
  const folder = disk.realPath(dirname(target));
  if (folder !== root && !folder.startsWith(root + sep)) throw leavesFolder();
  return target;
}

function isPlainPath(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part));
}

function leavesFolder(): OutsideError {
  return new OutsideError(
    'output/outside-folder',
    'A file would have been written outside the output folder.',
  );
}

function temporaryPath(target: string): string {
  return join(dirname(target), `.${target.slice(dirname(target).length + 1)}.${process.pid}.tmp`);
}

function removeQuietly(path: string, disk: Disk): void {
  try {
    disk.remove(path);
  } catch {
    // The failure that led here is the one to report.
  }
}

const nodeDisk: Disk = {
  makeFolder: makeFolders,
  realPath: (path) => realpathSync(path),
  write: (path, bytes, mode) => {
    const descriptor = openSync(path, 'w', mode);
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(descriptor, bytes, written);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  },
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { force: true }),
};

/** Node's own recursive mkdir never returns where a parent exists but nothing can be made in it, such as `/proc`. */
function makeFolders(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolders(parent);
  mkdirSync(path);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
