import { createHmac, randomBytes } from 'node:crypto';

import { OutsideError } from '../base/outside-error.js';
import { readOutput, writeOnce } from './store.js';

/** A clinic's secret, with which it can tell an address or a message again without keeping it. */
export type MailKey = Readonly<{
  /**
   * Makes the digest of some texts: without the secret nobody can find out, by trying, what they were.
   * @param purpose keeps digests of different uses apart
   * @returns 64 hexadecimal digits
   */
  digest(purpose: string, texts: readonly string[]): string;
}>;

/** The file of the secret inside the outbox. */
const KEY_FILE = '.key';
const KEY_BYTES = 32;

/**
 * Reads the secret of an outbox, and makes it the first time. If the file is lost, messages that were sent are no longer known.
 * @param dir the outbox; made if need be
 * @throws {OutsideError} `output/*` when it cannot be written, and `mail/bad-key` when the file holds something else
 */
export function openMailKey(dir: string): MailKey {
  return keyOf(readOutput(dir, KEY_FILE) ?? makeKey(dir));
}

/** Reads the secret of an outbox for a message that nobody is to get: where there is none, one is drawn and forgotten. */
export function borrowMailKey(dir: string): MailKey {
  return keyOf(readOutput(dir, KEY_FILE) ?? randomBytes(KEY_BYTES));
}

function keyOf(bytes: Uint8Array): MailKey {
  if (bytes.byteLength !== KEY_BYTES) {
    throw new OutsideError(
      'mail/bad-key',
      `The file ${KEY_FILE} of the outbox is damaged. Put it back from a copy; without it nobody can tell which messages were sent.`,
    );
  }
  return mailKeyOf(bytes);
}

/** Uses a secret that is at hand. */
export function mailKeyOf(secret: Uint8Array): MailKey {
  return {
    digest: (purpose, texts) => {
      const hmac = createHmac('sha256', secret).update(purpose);
      // The length before each text keeps two lists apart that read alike when they are joined.
      for (const text of texts) hmac.update(`\0${Buffer.byteLength(text)}\0`).update(text);
      return hmac.digest('hex');
    },
  };
}

/** Of two processes that make the secret at the same time, one is the first and both use its. */
function makeKey(dir: string): Uint8Array {
  writeOnce(dir, { path: KEY_FILE, bytes: randomBytes(KEY_BYTES), confidential: true });
  return readOutput(dir, KEY_FILE) ?? new Uint8Array();
}
