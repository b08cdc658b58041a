import { describe, expect, it } from 'vitest';
import { checkPages } from '../../../src/check/page/check-pages.js';
import { inspectHandout } from '../../../src/handout/build.js';
import { handoutNames } from '../../../src/handout/names.js';
import type { HandoutRequest } from '../../../src/handout/request.js';
import { openWorkspace } from '../../../src/workspace/workspace.js';
import { printProblems } from '../../workspace/print-problem.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const personal = {
  firstName: 'A',
  treatmentDate: '2026-03-02',
  nextAppointment: '2026-03-09T10:00',
  note: 'Rest well.',
};
const looks: readonly Partial<HandoutRequest>[] = [
  { paper: 'a4' },
  { paper: 'letter', personal },
  { paper: 'a5', variants: ['large-print'] },
  { variants: ['booklet', 'greyscale'] },
  { bilingual: 'ko' },
];

describe('the pages of the shipped handouts', () => {
  it.each([
    ['default', 'en'],
    ['default', 'ar'],
    ['default', 'ja'],
    ['harbour', 'de'],
    ['harbour', 'ur'],
    ['clay', 'bn'],
  ])('have nothing to report with the brand %s in %s', async (brand, lang) => {
    for (const handout of handoutNames(workspace)) {
      for (const look of looks) {
        const { value } = await inspectHandout(workspace, { handout, lang, brand, ...look });
        const { problems } = checkPages(value!.laidOut, { variants: look.variants ?? [] });
        expect(printProblems(problems), `${handout} ${JSON.stringify(look)}`).toBe('');
      }
    }
  });
});
