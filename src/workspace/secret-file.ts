import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { OutsideError } from '../base/outside-error.js';
import { failureInWords } from './failure.js';

const OTHERS = 0o077;
const MOST_BYTES = 4096;

/**
 * Reads a file that holds a secret. It is the user's own, and nobody else may be able to read or write it, as with `chmod 600`.
 * The message of an error never holds what the file says.
 * @param path an absolute path
 * @returns its lines, without white space at their ends
 * @throws {OutsideError} `secret/unreadable`, `secret/unsafe` or `secret/too-large`
 */
export function readSecretFile(path: string): readonly string[] {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    return readLines(descriptor, path);
  } catch (cause) {
    if (cause instanceof OutsideError) throw cause;
    const message = `The file ${path} with a password cannot be read: ${failureInWords(cause)}.`;
    throw new OutsideError('secret/unreadable', message, { cause });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** What was opened is judged, not what stands at the path by then. */
function readLines(descriptor: number, path: string): readonly string[] {
  const { mode, uid, size } = fstatSync(descriptor);
  const isOwn = uid === (process.getuid?.() ?? uid);
  if (process.platform !== 'win32' && ((mode & OTHERS) !== 0 || !isOwn)) {
    const message = `Others can read the file ${path} with a password; make it your own with “chmod 600”.`;
    throw new OutsideError('secret/unsafe', message);
  }
  if (size > MOST_BYTES) {
    throw new OutsideError('secret/too-large', `The file ${path} is too large for one with a password.`);
  }
  const bytes = Buffer.alloc(MOST_BYTES);
  const text = bytes.toString('utf8', 0, readSync(descriptor, bytes));
  return text.split(/\r?\n/).map((line) => line.trim());
}
