import { describe, expect, it } from 'vitest';
import { startEngine } from '../../src/handout/engine.js';
import { openPress } from '../../src/handout/press.js';
import { printCopy, printGeneral } from '../../src/handout/print.js';
import type { PersonalDetails } from '../../src/handout/request.js';
import { setHandout } from '../../src/handout/set.js';
import type { Job } from '../../src/handout/read.js';
import { dumpDocument } from '../../src/layout/dump.js';
import type { LaidOutDocument } from '../../src/layout/page.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const engine = Promise.resolve(startEngine());
const press = openPress(workspace, () => engine);
const copies: readonly PersonalDetails[] = [
  { firstName: 'Ada', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' },
  { firstName: 'Maximiliane Josephine von und zu Hohenstein und der Lindenallee am alten Markt' },
  { firstName: 'أمل', treatmentDate: '2026-12-30' },
];

function jobs(): readonly Job[] {
  const paper = 'a4';
  return ['ar', 'en', 'es', 'ja'].flatMap((lang) =>
    [...workspace.series.values()].flatMap((series) =>
      [...series.topics, ...series.sheets].map((topic): Job => {
        const request = { handout: `${series.id}/${topic.id}`, lang };
        const brand = workspace.brands.get('default')!;
        return { key: `${request.handout} ${lang}`, request, lang, paper, brand, series, topic };
      }),
    ),
  );
}

/** What stands where, without the numbers of the nodes. */
function placesOf(laidOut: LaidOutDocument | undefined): string {
  return dumpDocument(laidOut!).replace(/#\d+/g, '#');
}

describe('what a copy shares with the general handout', () => {
  it('leaves it laid out as if it were set by itself', async () => {
    for (const job of jobs()) {
      for (const personal of copies) {
        const byItself = await setHandout(press, job, { personal });
        const { set } = await printCopy(press, job, personal);
        expect(set.problems, job.key).toEqual(byItself.problems);
        expect(placesOf(set.value?.laidOut), job.key).toBe(placesOf(byItself.value?.laidOut));
      }
    }
  });

  it('is most of it', async () => {
    const job = jobs().find(
      ({ request }) => request.handout === 'microneedling/aftercare' && request.lang === 'en',
    )!;
    await printGeneral(press, job);
    const { set } = await printCopy(press, job, copies[0]!);
    const blocks = set.value!.laidOut.pages.flatMap((page) => page.blocks);
    const own = blocks.filter(({ block }) => !block.isShared);
    expect(own.length).toBeLessThan(blocks.length / 2);
  });

  it('leaves its structure and marks in order', async () => {
    for (const job of jobs()) {
      const { pdf } = await printCopy(press, job, copies[0]!);
      expect(() => assertPdfInvariants(pdf), job.key).not.toThrow();
    }
  });
});
