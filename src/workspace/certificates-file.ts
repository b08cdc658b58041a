import { readFileSync } from 'node:fs';

import { OutsideError } from '../base/outside-error.js';
import { failureInWords } from './failure.js';

/**
 * Reads certificates in PEM, which are no secret.
 * @param path an absolute path
 * @throws {OutsideError} `certificates/unreadable`, and `certificates/none` where there is none in the file
 */
export function readCertificates(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const message = `The file ${path} with certificates cannot be read: ${failureInWords(cause)}.`;
    throw new OutsideError('certificates/unreadable', message, { cause });
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new OutsideError('certificates/none', `There is no certificate in PEM in the file ${path}.`);
}
