import { describe, expect, it } from 'vitest';

import type { Problem } from '../../../src/base/problem.js';
import { createIllustrator } from '../../../src/check/report/page-picture.js';
import { inspectHandout } from '../../../src/handout/build.js';
import { readSourceText } from '../../../src/workspace/source-text.js';
import { itemsOf } from '../../../src/layout/page.js';
import { walkDocument } from '../../../src/document/walk.js';
import { openWorkspace } from '../../../src/workspace/workspace.js';
import { elementsOf } from '../../web/parsed-page.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const sourceText = (file: string) => readSourceText(workspace, file);

async function draw(lang: string, at: Problem['at']) {
  const { value } = await inspectHandout(workspace, { handout: 'microneedling/aftercare', lang });
  const problem: Problem = { code: 'layout/overflow', severity: 'error', message: 'x', ...(at && { at }) };
  const { drawPages } = createIllustrator(sourceText);
  return {
    laidOut: value!.laidOut,
    pictures: drawPages({ build: 'a (b)', laidOut: value!.laidOut, problems: [problem] }),
  };
}

/** How many places are marked on the picture of a page, and the lines of the page that stand in them. */
function read({ laidOut, pictures: [picture] }: Awaited<ReturnType<typeof draw>>) {
  const marks = elementsOf(`<!DOCTYPE html>${picture!.svg}`).filter(
    ({ attributes }) => attributes.get('class') === 'mark',
  );
  const [top = 0, height = 0] = ['y', 'height'].map((name) => Number(marks[0]?.attributes.get(name)));
  const lines = itemsOf(laidOut.pages[picture!.page - 1]!).flatMap((item) =>
    item.kind === 'line' ? [item] : [],
  );
  const inside = lines.filter(({ baseline }) => baseline > top && baseline < top + height);
  return { marks: marks.length, inside: inside.map(({ line }) => line.text), lines };
}

describe('drawPages', () => {
  it('marks the element that a template has at the place', async () => {
    const { value } = await inspectHandout(workspace, { handout: 'microneedling/aftercare', lang: 'en' });
    const heading = walkDocument(value!.document).find(({ kind }) => kind === 'heading')!;
    const drawn = await draw('en', heading.at);
    expect(drawn.pictures[0]!.page).toBe(1);
    const { marks, inside, lines } = read(drawn);
    expect(marks).toBe(1);
    expect(inside.join(' ')).toMatch(/skin/i);
    expect(inside.length).toBeLessThan(lines.length);
  });

  it('marks the lines of a text that a translation has at the place, whichever way it runs', async () => {
    for (const lang of ['es', 'ar']) {
      const file = `locales/${lang}/microneedling.json`;
      const lines = sourceText(file)!.split('\n');
      const start = lines.findIndex((line) => line.includes('"aftercare": {'));
      const line = lines.findIndex((text, index) => index > start && text.includes('"title":')) + 1;
      const drawn = await draw(lang, { file, line, column: 1 });
      const title = /: "([^"]*)"/.exec(lines[line - 1]!)![1]!;
      const plain = read(drawn)
        .inside.join(' ')
        .replace(/[\p{Cf}\s]/gu, '');
      expect(plain).toContain(title.replace(/[\p{Cf}\s]/gu, '').slice(0, 8));
    }
  });

  it('draws nothing for a problem that no page shows', async () => {
    expect((await draw('en', undefined)).pictures).toEqual([]);
    expect((await draw('en', { file: 'handout.yaml', line: 1, column: 1 })).pictures).toEqual([]);
  });
});
