import { describe, expect, it } from 'vitest';

import { mailKeyOf } from '../../src/delivery/mail-key.js';

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
