import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { lastingReview } from '../support/lasting-review.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { isMissingVirtualPrinter, startVirtualPrinter } from '../support/virtual-printer.js';
import { runProcess, type ProcessOutput } from './cli-process.js';

const PACK = 'after: { handouts: [microneedling/what-it-is, microneedling/combined-aftercare] }';

function clinic(print = ''): string {
  return temporaryFolder({
    'handout.yaml': `paper: letter\n${print}\npacks: { ${PACK} }\n`,
    ...lastingReview,
  });
}

function pack(line: string, cwd: string): Promise<ProcessOutput> {
  return runProcess({
    line: ['pack', 'after', ...line.split(' ')],
    cwd,
    env: { CUPS_SERVER: '127.0.0.1:1' },
  });
}

describe.skipIf(isMissingVirtualPrinter())('handout pack --printer', () => {
  it('prints a pack as one job, on both sides, with the bytes that it would write', async () => {
    const printer = await startVirtualPrinter();
    const cwd = clinic(`print: { desks: { front: { printer: "${printer.uri}", copies: 3 } } }`);
    const { out, err, exitCode } = await pack('--lang en --print', cwd);
    expect(err).toContain('Printed 1 pack on front.\n');
    expect(out).toMatch(/^after +en +3 +4 +\S+ +1 +printed$/m);
    expect(exitCode).toBe(0);
    await pack('--lang en', cwd);
    const [job, ...others] = printer.jobs();
    expect(others).toEqual([]);
    expect(Buffer.compare(job!.document, readFileSync(join(cwd, 'output/en/pack-after.pdf')))).toBe(0);
    expect(Object.fromEntries(job!.attributes)).toMatchObject({ COPIES: '3', SIDES: 'two-sided-long-edge' });
  });

  it('prints nothing where one of its handouts may not be printed', async () => {
    const printer = await startVirtualPrinter();
    const { err, exitCode } = await pack(`--lang es --printer ${printer.uri}`, clinic());
    expect(exitCode).toBe(1);
    expect(err).toContain('to be printed it must be reviewed or better');
    expect(err).toContain('Nothing was printed.\n');
    expect(printer.jobs()).toEqual([]);
  });

  it('needs a language', async () => {
    const { err, exitCode } = await pack('--printer ipp://127.0.0.1:1/ipp', clinic());
    expect(exitCode).toBe(2);
    expect(err).toContain('No language is named.');
  });
});
