import { describe, expect, it } from 'vitest';

import { checkPack } from '../../src/check/check-pack.js';
import { packsOf } from '../../src/handout/packs.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';
import { readPdf } from '../support/pdf-reader.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const [WHAT, HOW, SHEET] = ['what-it-is', 'how-it-works', 'combined-aftercare'].map(
  (topic) => `microneedling/${topic}`,
) as [string, string, string];

const inLargePrint = (handouts: readonly string[], lang = 'en') =>
  handouts.map((handout) => ({ handout, lang, variants: ['large-print'] as const }));

describe('checkPack', () => {
  it('writes the handouts one after another, each a part of a sound file', async () => {
    const requests = [WHAT, HOW, SHEET].map((handout) => ({ handout, lang: 'ar' }));
    const { value, found } = await checkPack(workspace, requests, { hasBlankBacks: true });
    expect(found.filter(({ problem }) => problem.severity === 'error')).toEqual([]);
    assertPdfInvariants(value!.pdf);
    const { structure, outline, info, pages } = await readPdf(value!.pdf);
    expect(structure.match(/^ {2}Part/gm)).toHaveLength(3);
    expect(outline.map(({ title }) => title)).toEqual(value!.handouts.map(({ title }) => title));
    expect(info.get('Title')).toBe(value!.title);
    expect(pages).toHaveLength(value!.pageCount);
  });

  it('begins each handout on a sheet of its own, unless one side alone is printed', async () => {
    const requests = inLargePrint([WHAT, HOW, SHEET]);
    const [both, one] = [true, false].map((hasBlankBacks) =>
      checkPack(workspace, requests, { hasBlankBacks }),
    );
    const counts = (await one!).value!.handouts.map(({ pageCount }) => pageCount);
    expect(counts.slice(0, -1).some((count) => count % 2 === 1)).toBe(true);
    expect((await one!).value!.pageCount).toBe(counts.reduce((sum, count) => sum + count));
    const even = counts.map((count, index) => (index < 2 ? count + (count % 2) : count));
    const { value } = await both!;
    expect(value!.pageCount).toBe(even.reduce((sum, count) => sum + count));
    assertPdfInvariants(value!.pdf);
    const { pages } = await readPdf(value!.pdf);
    const blank = pages.flatMap(({ lines }, index) => (lines.join('') === '' ? [index + 1] : []));
    expect(blank).toEqual(even.flatMap((count, index) => (count > counts[index]! ? [sum(even, index)] : [])));
  });

  it('gives the same bytes again', async () => {
    const requests = [WHAT, HOW].map((handout) => ({ handout, lang: 'es' }));
    const [one, other] = [
      await checkPack(workspace, requests, { hasBlankBacks: true }),
      await checkPack(openWorkspace({ cwd: '/' }).value, requests, { hasBlankBacks: true }),
    ];
    expect(Buffer.compare(one.value!.pdf, other.value!.pdf)).toBe(0);
  });

  it('gives none where one handout has an error, and says which', async () => {
    const contact = 'clinic: { contact: { phone: "202-555-0123", afterHoursPhone: "202-555-0199" } }\n';
    const dir = temporaryFolder({
      'handout.yaml': contact,
      'templates/topics/how-it-works.hbs':
        '<html lang="en"><head></head><body><p>{{t "no-such-key"}}</p></body></html>',
    });
    const broken = openWorkspace({ dir }).value;
    const requests = [WHAT, HOW].map((handout) => ({ handout, lang: 'en' }));
    const { value, found } = await checkPack(broken, requests, { hasBlankBacks: true });
    expect(value).toBeUndefined();
    const errors = found.filter(({ problem }) => problem.severity === 'error');
    expect(new Set(errors.flatMap(({ builds }) => builds))).toEqual(new Set([`${HOW} (en)`]));
  });
});

describe('the packs of a workspace', () => {
  it('are one of all that new patients get, where the settings name none', () => {
    const pack = packsOf(workspace).get('new-patient');
    expect(pack?.handouts).toEqual([
      WHAT,
      HOW,
      'microneedling/skin-concerns',
      'microneedling/benefits',
      SHEET,
    ]);
  });

  it('are those of the settings, which may name only handouts that there are', () => {
    const dir = temporaryFolder({
      'handout.yaml': `packs:\n  first-visit: { handouts: [${WHAT}, microneedling/benefit] }\n`,
    });
    const { value, problems } = openWorkspace({ dir });
    const [problem] = problems.filter(({ code }) => code === 'workspace/unknown-handout');
    expect(problem).toMatchObject({
      message: 'There is no handout “microneedling/benefit”.',
      hint: 'Did you mean “microneedling/benefits”?',
      at: { file: 'handout.yaml', line: 2, column: 55 },
    });
    expect([...packsOf(value).keys()]).toEqual(['first-visit']);
  });
});

function sum(counts: readonly number[], last: number): number {
  return counts.slice(0, last + 1).reduce((total, count) => total + count);
}
