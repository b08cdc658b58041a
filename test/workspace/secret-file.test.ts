import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { OutsideError } from '../../src/base/outside-error.js';
import { readCertificates, readSecretFile } from '../../src/workspace/secret-file.js';
import { temporaryFolder } from '../support/temporary-folder.js';

function secretFile(text: string, mode = 0o600): string {
  const path = join(temporaryFolder({ secret: text }), 'secret');
  chmodSync(path, mode);
  return path;
}

function failure(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof OutsideError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing was thrown';
}

describe('readSecretFile', () => {
  it.each(['word\n', 'word', 'word\r\nmore\r\n', '\ufeffword\n'])('reads the first line of %j', (text) => {
    expect(readSecretFile(secretFile(text), 'x')).toBe('word');
  });

  it('keeps spaces, which may belong to it', () => {
    expect(readSecretFile(secretFile(' two words \n', 0o400), 'x')).toBe(' two words ');
  });

  it.each([0o640, 0o604, 0o620, 0o666])('refuses a file that others may read or change: mode %o', (mode) => {
    expect(failure(() => readSecretFile(secretFile('word', mode), 'email.smtp.secretFile'))).toBe(
      'secret/unsafe: The file of email.smtp.secretFile can be read by others. Make it your own, and let nobody else read it: chmod 600.',
    );
  });

  it('tells that there is none, or nothing in it', () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'folder'));
    for (const name of ['none', 'folder']) {
      expect(failure(() => readSecretFile(join(dir, name), 'x'))).toBe(
        'secret/unreadable: The file of x cannot be read.',
      );
    }
    expect(failure(() => readSecretFile(secretFile('\nword'), 'x'))).toBe(
      'secret/empty: The first line of the file of x is empty.',
    );
  });
});

describe('readCertificates', () => {
  it('reads a file in PEM, which need not be secret', () => {
    const text = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n';
    expect(readCertificates(secretFile(text, 0o644), 'x')).toBe(text);
  });

  it('tells that there is no file, or no certificate in it', () => {
    expect(failure(() => readCertificates(join(temporaryFolder(), 'none'), 'x'))).toBe(
      'secret/unreadable: The file of x cannot be read.',
    );
    expect(failure(() => readCertificates(secretFile('text'), 'x'))).toBe(
      'secret/no-certificate: There is no certificate in PEM in the file of x.',
    );
  });
});
