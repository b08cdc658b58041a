import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHandout } from '../../src/handout/build.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { isMissingVeraPdf } from '../support/tools.js';
import { verify } from '../support/verapdf.js';

const { value: workspace } = openWorkspace({});
const handouts = [...workspace.series.values()].flatMap(({ id, topics, sheets }) =>
  [...topics, ...sheets].map((topic) => `${id}/${topic.id}`),
);
const jobs = workspace.languages.flatMap((lang) => handouts.map((handout) => ({ handout, lang })));

describe.skipIf(isMissingVeraPdf())('every handout in every language', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'handout-conformance-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('conforms to PDF/UA-1 and to PDF/A-2a', async () => {
    const files: string[] = [];
    for (const job of jobs) {
      const { value, problems } = await buildHandout(workspace, job);
      expect(value, JSON.stringify(problems)).toBeDefined();
      const file = join(folder, `${job.handout.replace('/', '-')}.${job.lang}.pdf`);
      writeFileSync(file, value?.pdf ?? '');
      files.push(file);
    }

    const verdicts = verify(files);

    expect(verdicts).toHaveLength(jobs.length * 2);
    expect(verdicts.filter(({ pass }) => !pass)).toEqual([]);
  });
});
