import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSecretFile } from '../../src/workspace/secret-file.js';
import { temporaryFolder } from '../support/temporary-folder.js';

function secretFile(text: string, mode: number): string {
  const path = join(temporaryFolder({ secret: text }), 'secret');
  chmodSync(path, mode);
  return path;
}

it('reads the lines of a file that is its owner’s alone', () => {
  expect(readSecretFile(secretFile('desk\r\n pass word \n', 0o600)).slice(0, 2)).toEqual([
    'desk',
    'pass word',
  ]);
});

it.each([0o644, 0o640, 0o604, 0o620])('does not read one that others can read or write (%o)', (mode) => {
  const path = secretFile('desk\nsecret\n', mode);
  expect(() => readSecretFile(path)).toThrow(
    `Others can read the file ${path} with a password; make it your own with “chmod 600”.`,
  );
});

it('says why a file cannot be read', () => {
  const dir = temporaryFolder();
  expect(() => readSecretFile(join(dir, 'none'))).toThrow(
    /cannot be read: there is no such file or folder\.$/,
  );
  const large = secretFile('x'.repeat(5000), 0o600);
  expect(() => readSecretFile(large)).toThrow(`The file ${large} is too large for one with a password.`);
});
