import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { filesIn, temporaryFolder } from '../support/temporary-folder.js';
import { runCommand } from './run-command.js';

const packs = `packs:
  after: { handouts: [microneedling/combined-aftercare], paper: a5, variants: [greyscale] }
`;

describe('pack', () => {
  it('writes one file in each language and says what it holds', async () => {
    const dir = temporaryFolder();
    const line = ['pack', 'new-patient', '--lang', 'en,es'];
    const { out, err, exitCode } = await runCommand(line, dir);
    expect(exitCode).toBe(0);
    expect(out).toBe(
      'en/pack-new-patient.pdf: 5 handouts, 10 pages\nes/pack-new-patient.pdf: 5 handouts, 10 pages\n',
    );
    expect(err).toContain('Wrote 2 packs to output in 0.00 s');
    expect(filesIn(join(dir, 'output'))).toEqual(['en/pack-new-patient.pdf', 'es/pack-new-patient.pdf']);
  });

  it('takes paper and variants from handout.yaml, and the command line for more', async () => {
    const dir = temporaryFolder({ 'handout.yaml': packs });
    await runCommand(['pack', 'after', '--lang', 'en'], dir);
    await runCommand(['pack', 'after', '--lang', 'en', '--variant', 'large-print', '--paper', 'letter'], dir);
    expect(filesIn(join(dir, 'output'))).toEqual([
      'en/pack-after.greyscale.pdf',
      'en/pack-after.large-print.pdf',
    ]);
    const pdf = readFileSync(join(dir, 'output/en/pack-after.greyscale.pdf'), 'latin1');
    expect(pdf).toContain('/MediaBox[0 0 419.53 595.28]');
  });

  it('keeps a patient’s pack to its owner, and without the name in the file’s', async () => {
    const dir = temporaryFolder({ 'handout.yaml': packs });
    const { err } = await runCommand(['pack', 'after', '--lang', 'en', '--first-name', 'Ada'], dir);
    const file = join(dir, 'output/en/pack-after.greyscale.personal.pdf');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(err).not.toContain('Ada');
  });

  it('knows its packs by name', async () => {
    const dir = temporaryFolder({ 'handout.yaml': packs });
    await expect(runCommand(['pack', 'afters', '--lang', 'en'], dir)).rejects.toMatchObject({
      message: 'There is no pack “afters”.',
      hint: 'Did you mean “after”?',
    });
    const line = ['pack', 'after', '--lang', 'en', '--sides', 'both'];
    await expect(runCommand(line, dir)).rejects.toMatchObject({
      message: 'There is no kind of sides “both”.',
    });
  });

  it('tells a program what it wrote', async () => {
    const dir = temporaryFolder({ 'handout.yaml': packs });
    const { out } = await runCommand(['pack', 'after', '--lang', 'en', '--json'], dir);
    expect(JSON.parse(out)).toMatchObject({
      packs: [
        {
          lang: 'en',
          outcome: 'written',
          file: 'en/pack-after.greyscale.pdf',
          handouts: [{ id: 'microneedling/combined-aftercare' }],
        },
      ],
    });
  });
});
