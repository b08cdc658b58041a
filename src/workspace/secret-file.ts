import { readFileSync, statSync } from 'node:fs';

import { OutsideError } from '../base/outside-error.js';

/** The bits of a file's mode that let its group or everybody read or change it. */
const OTHERS = 0o077;
const LONGEST_SECRET_BYTES = 16_384;

/**
 * Reads a password or token from a file: its first line.
 * @param path absolute
 * @param purpose what names the file, for messages, such as `email.smtp.secretFile`
 * @throws {OutsideError} `secret/unreadable`, `secret/unsafe` where others may read the file or it is somebody else's, and
 *   `secret/empty`; none tells what is in the file
 */
export function readSecretFile(path: string, purpose: string): string {
  const text = readGuarded(path, purpose);
  const secret = text.split(/\r\n|\r|\n/)[0]!;
  if (secret !== '') return secret;
  throw new OutsideError('secret/empty', `The first line of the file of ${purpose} is empty.`);
}

/**
 * Reads certificates in PEM, which are no secret.
 * @param purpose as for `readSecretFile`
 * @throws {OutsideError} `secret/unreadable`, and `secret/no-certificate` where there is none in the file
 */
export function readCertificates(path: string, purpose: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new OutsideError('secret/unreadable', `The file of ${purpose} cannot be read.`, { cause: error });
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new OutsideError(
    'secret/no-certificate',
    `There is no certificate in PEM in the file of ${purpose}.`,
  );
}

function readGuarded(path: string, purpose: string): string {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > LONGEST_SECRET_BYTES) throw new Error('no file of a secret');
    requireSafe(stats, purpose);
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    throw new OutsideError('secret/unreadable', `The file of ${purpose} cannot be read.`, { cause: error });
  }
}

/** Windows keeps permissions elsewhere, so nothing can be said of them there. */
function requireSafe({ mode, uid }: Readonly<{ mode: number; uid: number }>, purpose: string): void {
  const own = process.getuid?.();
  if (own === undefined || (uid === own && (mode & OTHERS) === 0)) return;
  throw new OutsideError(
    'secret/unsafe',
    `The file of ${purpose} can be read by others. Make it your own, and let nobody else read it: chmod 600.`,
  );
}
