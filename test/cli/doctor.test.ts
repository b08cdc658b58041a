import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { checkFonts, checkNode } from '../../src/cli/doctor.js';
import { runCommand } from './run-command.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';

describe('doctor', () => {
  it('finds what the program needs on this machine, and leaves nothing behind', async () => {
    const dir = temporaryFolder();
    const { out, exitCode } = await runCommand(['doctor'], dir);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^ok +Output folder +\S+output$/m);
    expect(filesIn(dir)).toEqual([]);
  });

  it('ends with 3 when the output folder cannot be written to', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'output'), '');
    const { out, exitCode } = await runCommand(['doctor', '--json'], dir);
    expect(exitCode).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ subject: 'Output folder', state: 'missing' }),
      ]) as unknown,
    });
  });

  it('asks for Node.js 20.19 or newer', () => {
    expect(checkNode('20.18.3').state).toBe('missing');
    expect(checkNode('20.19.0').state).toBe('ok');
    expect(checkNode('22.1.0').state).toBe('ok');
  });

  it('names font packages that are not installed', () => {
    expect(checkFonts(['@expo-google-fonts/no-such-font', 'yargs'])).toEqual({
      subject: 'Fonts',
      state: 'missing',
      detail: 'not installed: @expo-google-fonts/no-such-font; run “npm ci”',
    });
  });
});
