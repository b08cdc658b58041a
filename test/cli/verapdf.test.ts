import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckedHandout } from '../../src/check/check-handout.js';
import { pipeline, type Pipeline } from '../../src/cli/pipeline.js';
import { editPdf } from '../support/pdf-editor.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { isMissingVeraPdf } from '../support/tools.js';
import { findVeraPdf } from '../support/verapdf.js';
import { runRealLine } from './run-line.js';

/** Java takes long to start on a busy machine. */
const LONG_MS = 120_000;
const line = ['check', 'microneedling/benefits', '--lang', 'en'];

/** The real stages, but each handout's links have lost their descriptions once it was checked. */
const forgetful: Pipeline = {
  ...pipeline,
  check: async () => {
    const tools = await pipeline.check();
    return {
      ...tools,
      checkHandout: async (...args) => {
        const verdict = await tools.checkHandout(...args);
        const pdf = editPdf(verdict.value!.pdf, (editor) => editor.replace(/\/Contents\([^)]*\)\/A/, '/A'));
        return { ...verdict, value: { ...verdict.value!, pdf } as CheckedHandout };
      },
    };
  },
};

describe.skipIf(isMissingVeraPdf())('check with veraPDF', () => {
  it(
    'reports what veraPDF finds, with the clause and the handout',
    async () => {
      const { err, exitCode } = await runRealLine(
        [...line, '--verapdf', findVeraPdf()!],
        temporaryFolder(),
        forgetful,
      );
      expect(err).toContain('veraPDF judges 1 file.');
      expect(err).toContain('pdf/verapdf');
      expect(err).toMatch(/The file breaks PDF\/UA-1, clause 7\.18\.5, test 2, once: Links shall contain/);
      expect(err).toContain('microneedling/benefits (en)');
      expect(exitCode).toBe(1);
    },
    LONG_MS,
  );

  it(
    'finds nothing wrong with a handout as it is written, by a program as by a jar',
    async () => {
      const dir = temporaryFolder();
      const program = join(dir, 'verapdf');
      writeFileSync(
        program,
        `#!/bin/sh\nexec java -cp '${findVeraPdf()!}' org.verapdf.apps.GreenfieldCliWrapper "$@"\n`,
      );
      chmodSync(program, 0o755);
      const { err, exitCode } = await runRealLine([...line, '--verapdf', 'verapdf'], dir);
      expect(err).toContain('veraPDF judges 1 file.');
      expect(err).not.toContain('pdf/verapdf');
      expect(exitCode).toBe(0);
    },
    LONG_MS,
  );
});

describe('check without veraPDF', () => {
  it('says that what was named can not be run', async () => {
    const { err, exitCode } = await runRealLine([...line, '--verapdf', 'nowhere/verapdf'], temporaryFolder());
    expect(err).toContain("veraPDF can't be run as “nowhere/verapdf”.");
    expect(exitCode).toBe(3);
  });

  it('says that what was named gives no report', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'verapdf'), '#!/bin/sh\necho 1.28\n');
    chmodSync(join(dir, 'verapdf'), 0o755);
    const { err, exitCode } = await runRealLine([...line, '--verapdf', 'verapdf'], dir);
    expect(err).toContain('veraPDF gave no report.');
    expect(exitCode).toBe(3);
  });

  it('takes the one on the PATH', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'verapdf'), '#!/bin/sh\necho 1.28\n');
    chmodSync(join(dir, 'verapdf'), 0o755);
    const { err, exitCode } = await runRealLine(line, temporaryFolder(), undefined, {
      PATH: `/nowhere:${dir}`,
    });
    expect(err).toContain('veraPDF gave no report.');
    expect(exitCode).toBe(3);
  });

  it('does without where there is none on the PATH', async () => {
    const { err, exitCode } = await runRealLine(line, temporaryFolder(), undefined, { PATH: '/nowhere' });
    expect(err).not.toContain('veraPDF');
    expect(exitCode).toBe(0);
  });

  it('asks nobody where the rule is switched off', async () => {
    const off = ['--verapdf', 'nowhere/verapdf', '--rule', 'pdf/verapdf=off'];
    const { err, exitCode } = await runRealLine([...line, ...off], temporaryFolder());
    expect(err).not.toContain('veraPDF');
    expect(exitCode).toBe(0);
  });
});
