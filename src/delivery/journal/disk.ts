import { randomBytes } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that only grows. */
export type AppendFile = Readonly<{
  /** Writes at the end and waits until it is on the disk; once it fails, nothing is known of what is there. */
  append(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}>;

/**
 * What the journal asks of a disk, in one folder that only its owner may read. Whatever a function has returned from is on the disk, the
 * names in the folder too.
 */
export type JournalDisk = Readonly<{
  /** The names of the files; none where there is no folder. */
  list(): readonly string[];
  /** Undefined where there is no such file. */
  read(name: string): Uint8Array | undefined;
  /** Makes a file with all of its bytes in one step, unless there is one already: then it returns false. */
  create(name: string, bytes: Uint8Array): boolean;
  /** Puts a file in the place of another in one step. */
  replace(name: string, bytes: Uint8Array): void;
  /** Opens a file that is there, at its end after its first `length` bytes; what follows is cut off. */
  openToAppend(name: string, length: number): Promise<AppendFile>;
  /** Removes a file, if it is there. */
  remove(name: string): void;
}>;

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/**
 * Opens a folder on the real disk. It is made when the first file is.
 * @param dir absolute path
 * @returns functions that throw what the file system does
 */
export function openJournalDisk(dir: string): JournalDisk {
  return {
    list: () => orMissing(() => readdirSync(dir), []),
    read: (name) => orMissing(() => readFileSync(join(dir, name)), undefined),
    create(name, bytes) {
      makeFolder(dir);
      const temporary = writeTemporary(dir, bytes);
      try {
        // A link is made whole or not at all, and never in the place of another file.
        linkSync(temporary, join(dir, name));
      } catch (error) {
        if (isCode(error, 'EEXIST')) return false;
        throw error;
      } finally {
        rmSync(temporary, { force: true });
      }
      syncFolder(dir);
      return true;
    },
    replace(name, bytes) {
      renameSync(writeTemporary(dir, bytes), join(dir, name));
      syncFolder(dir);
    },
    openToAppend: (name, length) => openToAppend(join(dir, name), length),
    remove: (name) => rmSync(join(dir, name), { force: true }),
  };
}

async function openToAppend(path: string, length: number): Promise<AppendFile> {
  const file = await open(path, 'r+');
  if ((await file.stat()).size > length) {
    await file.truncate(length);
    await file.sync();
  }
  let end = length;
  return {
    async append(bytes) {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, end + done);
        done += bytesWritten;
      }
      end += bytes.length;
      await file.datasync();
    },
    close: () => file.close(),
  };
}

function writeTemporary(dir: string, bytes: Uint8Array): string {
  const path = join(dir, `.${randomBytes(8).toString('hex')}.tmp`);
  const file = openSync(path, 'wx', OWNER_ONLY);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return path;
}

/** Each new folder's name is written into the one above it. */
function makeFolder(dir: string): void {
  const first = mkdirSync(dir, { recursive: true, mode: OWNER_ONLY_FOLDER });
  if (first === undefined) return;
  for (let folder = dir; ; folder = dirname(folder)) {
    syncFolder(dirname(folder));
    if (folder === first || folder === dirname(folder)) return;
  }
}

/** Windows keeps names by itself, and doesn't let a folder be opened. */
function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function orMissing<Value>(read: () => Value, missing: Value): Value {
  try {
    return read();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return missing;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
