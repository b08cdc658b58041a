import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readCertificates } from '../../src/workspace/certificates-file.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('readCertificates', () => {
  it('reads a file in PEM', () => {
    const text = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n';
    expect(readCertificates(join(temporaryFolder({ 'ca.pem': text }), 'ca.pem'))).toBe(text);
  });

  it('tells that there is no file, or no certificate in it', () => {
    const dir = temporaryFolder({ text: 'text' });
    expect(() => readCertificates(join(dir, 'none'))).toThrow(
      `The file ${dir}/none with certificates cannot be read: there is no such file or folder.`,
    );
    expect(() => readCertificates(join(dir, 'text'))).toThrow(
      `There is no certificate in PEM in the file ${dir}/text.`,
    );
  });
});
