import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { MAIN } from './cli-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SETTINGS = `clinic:
  contact:
    phone: '703-555-0142'
    afterHoursPhone: '703-555-0178'
`;

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Watches a clinic's workspace; `until` waits for a text after what was seen before. */
function watch(dir: string, ...options: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, 'build', '--watch', ...options], { cwd: dir });
  running.push(child);
  let seen = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (seen += text));
  const until = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const [text] = pattern.exec(seen) ?? [];
      if (text !== undefined) {
        seen = seen.slice(seen.indexOf(text) + text.length);
        return text;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { until, ended, interrupt: () => child.kill('SIGINT') };
}

describe('build --watch', () => {
  it('rebuilds what a saved file touches, waits on a mistake, and ends with 130', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'handout.yaml'), SETTINGS);
    mkdirSync(join(dir, 'locales/es'), { recursive: true });
    const { until, ended, interrupt } = watch(dir, 'microneedling/benefits', '--lang', 'en,es');
    await until(/Watching for saved files; press Ctrl-C to stop\.\n/);

    writeFileSync(join(dir, 'locales/es/common.json'), '{');
    expect(await until(/locales\/es\/common\.json: wrote .*\n/)).toMatch(
      /: wrote 0 handouts in .*: 1 error\.\n$/,
    );
    const manifest = () => readFileSync(join(dir, 'output/manifest.json'), 'utf8');
    expect(manifest()).not.toContain('es/microneedling-benefits.pdf');

    writeFileSync(join(dir, 'locales/es/common.json'), '{}');
    expect(await until(/locales\/es\/common\.json: wrote .*\n/)).toMatch(
      /: wrote 1 handout in [\d.]+ s: nothing to fix\.\n$/,
    );
    expect(manifest()).toContain('es/microneedling-benefits.pdf');
    expect(manifest()).toContain('en/microneedling-benefits.pdf');

    interrupt();
    expect(await ended).toBe(130);
  });
});
