import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { runProcess } from './cli-process.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';

const BUILD = ['build', 'microneedling/benefits', '--lang', 'en'];

/** Replaces a function of `node:fs` before the program imports it. */
function replaceInFileSystem(name: string, body: string): string {
  return `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
const real = fs.${name}; fs.${name} = (...words) => { ${body} }; syncBuiltinESMExports();`;
}

describe('the program', () => {
  it('builds a handout with exit code 0', async () => {
    const dir = temporaryFolder();
    const { out, err, exitCode } = await runProcess({ line: BUILD, cwd: dir });
    expect(err).toMatch(/^Wrote 1 handout to output in [\d.]+ s: nothing to fix\.\n$/);
    expect(out).toMatch(/^Handout .*\nmicroneedling\/benefits  en .*\n$/);
    expect(exitCode).toBe(0);
    expect(filesIn(dir)).toEqual(['output/en/microneedling-benefits.pdf', 'output/manifest.json']);
  });

  it('leaves no file when Ctrl-C comes while it works, and ends with 130', async () => {
    const dir = temporaryFolder();
    const preload = replaceInFileSystem(
      'readFileSync',
      `if (String(words[0]).endsWith('.hbs')) process.kill(process.pid, 'SIGINT'); return real(...words);`,
    );
    const { out, err, exitCode } = await runProcess({ line: BUILD, cwd: dir, preload });
    expect({ out, err, exitCode }).toEqual({ out: '', err: 'Interrupted.\n', exitCode: 130 });
    expect(filesIn(dir)).toEqual([]);
  });

  it('leaves only whole files when Ctrl-C comes while it writes', async () => {
    const dir = temporaryFolder();
    const preload = replaceInFileSystem(
      'renameSync',
      `process.kill(process.pid, 'SIGINT'); return real(...words);`,
    );
    await runProcess({ line: BUILD, cwd: dir, preload });
    expect(filesIn(dir)).toEqual(['output/en/microneedling-benefits.pdf', 'output/manifest.json']);
  });

  it('leaves no file when the disk runs full, and ends with 3', async () => {
    const dir = temporaryFolder();
    const preload = replaceInFileSystem(
      'fsyncSync',
      `throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });`,
    );
    const { out, err, exitCode } = await runProcess({ line: BUILD, cwd: dir, preload });
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 3 });
    expect(err).toBe(
      `error: The disk of the output folder ${dir}/output is full. Nothing was changed; make room, or name another folder with --out.\n`,
    );
    expect(filesIn(dir)).toEqual([]);
  });

  it('ends with 3 when the output folder is read-only', async () => {
    const dir = temporaryFolder();
    chmodSync(dir, 0o555);
    // The superuser may write anywhere, so the refusal is made for it.
    const preload = replaceInFileSystem(
      'mkdirSync',
      `throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });`,
    );
    const { err, exitCode } = await runProcess({ line: BUILD, cwd: dir, preload });
    expect(exitCode).toBe(3);
    expect(err).toBe(
      `error: The output folder ${join(dir, 'output')} cannot be written to. Change its permissions, or name another folder with --out.\n`,
    );
  });

  it('shows its help without loading yargs, which takes longer than all the rest', async () => {
    const { out, exitCode } = await runProcess({
      line: ['--help'],
      cwd: temporaryFolder(),
      preload: NO_YARGS,
    });
    expect(out).toContain('Usage: handout <command> [options]');
    expect(exitCode).toBe(0);
    const { exitCode: other } = await runProcess({
      line: ['list'],
      cwd: temporaryFolder(),
      preload: NO_YARGS,
    });
    expect(other).toBe(3);
  });
});

const NO_YARGS = `import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent("export const resolve = (name, context, next) => { if (name.includes('parse-arguments')) throw new Error(name); return next(name, context); };"));`;
