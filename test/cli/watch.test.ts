import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.js';
import { endWatched, SETTINGS, startWatched } from './watched-process.js';

afterEach(endWatched);

describe('build --watch', () => {
  it('rebuilds what a saved file touches, waits on a mistake, and ends with 130', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'handout.yaml'), SETTINGS);
    mkdirSync(join(dir, 'locales/es'), { recursive: true });
    const { until, ended, interrupt } = startWatched(dir, [
      ...['build', '--watch', 'microneedling/benefits', '--lang', 'en,es'],
    ]);
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
