import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildHandout } from '../../src/handout/build.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { runProcess } from './cli-process.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';

const SHEET = 'microneedling/combined-aftercare';

/** Builds in a process of its own and returns each file's bytes by its path. */
async function buildIn(env: Readonly<Record<string, string>>, ...line: readonly string[]) {
  const dir = temporaryFolder();
  const out = join(dir, 'somewhere', env['LANG'] ?? '');
  const { exitCode, err } = await runProcess({ line: ['build', ...line, '--out', out], cwd: dir, env });
  expect({ exitCode, err }).toMatchObject({ exitCode: 0 });
  return new Map(filesIn(out).map((file) => [file, readFileSync(join(out, file))]));
}

describe('the bytes of a build', () => {
  it('do not depend on the time zone, the language of the machine or the folder', async () => {
    const line = ['--lang', 'ar,en,hi,zh-Hans'];
    const one = await buildIn(
      { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
      ...line,
    );
    const other = await buildIn({ TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }, ...line);
    expect([...one.keys()]).toHaveLength(4 * 6 + 1);
    expect(differing(one, other)).toEqual([]);
  });

  it("of a patient's copy do not depend on what the process made before", async () => {
    const personal = { firstName: 'Żółć', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' };
    const options = ['--first-name', 'Żółć', '--treatment-date', '2026-03-14'];
    const alone = await buildIn(
      {},
      SHEET,
      '--lang',
      'en',
      ...options,
      '--next-appointment',
      '2026-04-11T14:30',
    );
    const { value: workspace } = openWorkspace({ cwd: '/' });
    for (const firstName of ['Ada', 'مريم', '美玲']) {
      await buildHandout(workspace, { handout: SHEET, lang: 'es', personal: { firstName } });
      await buildHandout(workspace, { handout: SHEET, lang: 'en', personal: { firstName } });
    }
    const { value } = await buildHandout(workspace, { handout: SHEET, lang: 'en', personal });
    const [bytes] = alone.values();
    expect(bytes?.equals(value!.pdf)).toBe(true);
  });
});

function differing(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => !one.get(name)?.equals(other.get(name) ?? Buffer.alloc(0)));
}
