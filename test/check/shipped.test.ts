import { describe, expect, it } from 'vitest';

import { judgeHandout } from '../../src/check/judges.js';
import { makeHandout } from '../../src/handout/build.js';
import { handoutNames } from '../../src/handout/names.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { QUIET_DAY } from './judged.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const designs: readonly Partial<HandoutRequest>[] = [
  {},
  { variants: ['large-print'] },
  { variants: ['booklet'] },
  { brand: 'clay', paper: 'letter', variants: ['greyscale'] },
];

/** What the judges of safety and of the document say of every handout of a language. */
async function foundIn(lang: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const design of designs) {
    for (const handout of handoutNames(workspace)) {
      const request = { ...design, handout, lang };
      const { value: made } = await makeHandout(workspace, request);
      if (made === undefined) throw new Error(`${handout} (${lang}) can't be made.`);
      const problems = judgeHandout({ ...made, workspace, request, today: QUIET_DAY });
      const own = problems.filter(({ code }) => /^(?:safety|document)\//.test(code));
      found.push(...own.map(({ code, message }) => `${handout} ${lang} ${code}: ${message}`));
    }
  }
  return found;
}

describe('every shipped handout', () => {
  it.each(workspace.languages)(
    'has nothing that the judges of safety and structure find (%s)',
    async (lang) => {
      expect(await foundIn(lang)).toEqual([]);
    },
  );
});
