import { randomBytes } from 'node:crypto';

import { OutsideError } from '../../base/outside-error.js';
import { mailKeyOf, type MailKey } from '../mail-key.js';
import type { JournalDisk } from './disk.js';
import type { AddressHash, MessageKey } from './entry.js';

/** Makes digests that nobody can make without the key in the journal's folder. */
export type JournalKeys = MailKey &
  Readonly<{
    /** @param address as it stands in an envelope; capitals make no difference */
    addressHash(address: string): AddressHash;
    /** @param parts all that makes a message another one, the address first */
    messageKey(parts: readonly string[]): MessageKey;
    /** A Message-ID that is the same whenever the message is sent in one round, with angle brackets. */
    messageId(key: MessageKey, round: number, domain: string): string;
    /** Tells one key from another. */
    check: string;
  }>;

const KEY_FILE = 'key';
const KEY_BYTES = 32;
const DIGEST_DIGITS = 32;
const MESSAGE_ID_DIGITS = 40;

/**
 * Reads the key, or makes one where there is neither a key nor a journal.
 * @param hasJournal whether there is a journal, which is worth nothing without its key
 * @throws {OutsideError} `journal/key-lost` when there is one and no key for it
 */
export function openKeys(disk: JournalDisk, hasJournal: boolean): JournalKeys {
  const known = readKey(disk);
  if (known !== undefined) return keysFrom(Buffer.from(known, 'hex'));
  if (hasJournal) throw keyLost();
  disk.create(KEY_FILE, new TextEncoder().encode(`${randomBytes(KEY_BYTES).toString('hex')}\n`));
  const made = readKey(disk);
  if (made === undefined) throw keyLost();
  return keysFrom(Buffer.from(made, 'hex'));
}

/** The error for a journal without its key. */
export function keyLost(): OutsideError {
  return new OutsideError(
    'journal/key-lost',
    'The journal of e-mails is there, but not the key it was written with (the file “key” beside it). Put it back: without it nobody can tell what was sent, and messages would go out twice.',
  );
}

function readKey(disk: JournalDisk): string | undefined {
  const bytes = disk.read(KEY_FILE);
  const text = bytes && new TextDecoder().decode(bytes).trim();
  return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : undefined;
}

/** Makes digests with a secret that is at hand. */
export function keysFrom(secret: Uint8Array): JournalKeys {
  const { digest } = mailKeyOf(secret);
  const short = (purpose: string, ...texts: readonly string[]): string =>
    digest(purpose, texts).slice(0, DIGEST_DIGITS);
  return {
    addressHash: (address) => short('address', address.toLowerCase()),
    messageKey: ([address = '', ...rest]) => short('message', address.toLowerCase(), ...rest),
    messageId: (messageKey, round, domain) =>
      `<${digest('message-id', [messageKey, String(round)]).slice(0, MESSAGE_ID_DIGITS)}@${domain}>`,
    digest,
    check: short('check'),
  };
}
