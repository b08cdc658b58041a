import { describe, expect, test } from 'vitest';
import type { PaperName } from '../../src/base/paper.js';
import { inspectHandout } from '../../src/handout/build.js';
import { handoutNames } from '../../src/handout/names.js';
import { openWorkspace } from '../../src/workspace/workspace.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const handouts = handoutNames(workspace);
/** How many pages each handout may have. */
const sides = new Map<string, number>(
  [...workspace.series.values()].flatMap(({ id, topics, sheets }) =>
    [...topics, ...sheets].map((topic) => [`${id}/${topic.id}`, topic.sides] as const),
  ),
);

/** What is wrong with each handout of a language: its problems, and more pages than one sheet has. */
async function faultsIn(lang: string, paper: PaperName): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const handout of handouts) {
    const { value, problems } = await inspectHandout(workspace, { handout, lang, paper });
    const count = value?.laidOut.pages.length ?? 0;
    const found = problems.map(({ code }) => code);
    if (found.length > 0 || count === 0 || count > (sides.get(handout) ?? 0))
      faults.push(`${handout} in ${lang}: ${found.join(', ')}, ${String(count)} pages`);
  }
  return faults;
}

describe('every general handout, in each language that is shipped,', () => {
  test('comes in 24 languages', () => {
    expect(workspace.languages).toHaveLength(24);
    expect(handouts).toHaveLength(6);
  });

  test.each(workspace.languages)('keeps to its pages on A4, without a problem, in %s', async (lang) => {
    expect(await faultsIn(lang, 'a4')).toEqual([]);
  });

  test.each(workspace.languages)('keeps to its pages on Letter in %s', async (lang) => {
    expect(await faultsIn(lang, 'letter')).toEqual([]);
  });
});
