import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildHandout, inspectHandout } from '../../src/handout/build.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { printProblems } from '../workspace/print-problem.js';

const SERIES = 'templates/series/microneedling.yaml';

/** The shipped series with another number of sides for its first topic. */
function withSides(sides: number): Workspace {
  const series = readFileSync(SERIES, 'utf8').replace(
    'kind: information',
    `kind: information\n    sides: ${String(sides)}`,
  );
  return openWorkspace({ dir: temporaryFolder({ 'handout.yaml': '', [SERIES]: series }) }).value;
}

const request: HandoutRequest = { handout: 'microneedling/what-it-is', lang: 'en' };

async function densityOf(workspace: Workspace, changes: Partial<HandoutRequest> = {}): Promise<string> {
  const { value } = await inspectHandout(workspace, { ...request, ...changes });
  return `${value!.density}, ${String(value!.laidOut.pages.length)} pages`;
}

describe('a handout that takes more sides than it may', () => {
  it('is set more tightly, as little as is needed', async () => {
    const long = 'A note that tells more than a sheet of paper has room for. '.repeat(14);
    expect(await densityOf(withSides(2))).toBe('usual, 2 pages');
    expect(await densityOf(withSides(2), { personal: { note: long.repeat(2) } })).not.toContain('usual');
  });

  it('is told when nothing helps, and then is not crammed', async () => {
    const { value, problems } = await buildHandout(withSides(1), request);
    expect(value?.pageCount).toBe(2);
    expect(printProblems(problems)).toMatchInlineSnapshot(`
      "warning layout/too-many-pages
      It takes 2 pages and may take 1, even set as tightly as reads well.
      Shorten it, or give it more "sides" in the series’ file."
    `);
  });

  it('may take twice as many in large print, beside another language and on small paper', async () => {
    const workspace = withSides(2);
    for (const changes of [{ variants: ['large-print'] }, { bilingual: 'es' }, { paper: 'a5' }] as const) {
      const { value, problems } = await buildHandout(workspace, { ...request, ...changes });
      expect(problems).toEqual([]);
      expect(value!.pageCount).toBeGreaterThan(2);
      expect(value!.pageCount).toBeLessThanOrEqual(4);
    }
  });
});
