import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { mailKeyOf, openMailKey } from '../../src/delivery/mail-key.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('openMailKey', () => {
  it('makes a secret once, for its owner alone, and reads it from then on', () => {
    const dir = join(temporaryFolder(), 'outbox');
    const digest = openMailKey(dir).digest('address', ['ada@example.org']);
    expect(openMailKey(dir).digest('address', ['ada@example.org'])).toBe(digest);
    expect(statSync(join(dir, '.key')).mode & 0o777).toBe(0o600);
    const other = openMailKey(join(temporaryFolder(), 'outbox'));
    expect(other.digest('address', ['ada@example.org'])).not.toBe(digest);
  });

  it('does not go on with a secret that is damaged', () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, '.key'), 'short');
    expect(() => openMailKey(dir)).toThrow(
      expect.objectContaining({
        code: 'mail/bad-key',
        message:
          'The file .key of the outbox is damaged. Put it back from a copy; without it nobody can tell which messages were sent.',
      }),
    );
  });
});

describe('a digest', () => {
  it('differs by secret, by purpose, and by where texts end', () => {
    const key = mailKeyOf(new Uint8Array(32));
    const digests = [
      key.digest('a', ['bc', 'd']),
      key.digest('a', ['b', 'cd']),
      key.digest('a', ['bcd']),
      key.digest('ab', ['c', 'd']),
      mailKeyOf(new Uint8Array(32).fill(1)).digest('a', ['bc', 'd']),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });
});
