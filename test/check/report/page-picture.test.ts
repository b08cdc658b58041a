import { describe, expect, it } from 'vitest';

import type { Problem } from '../../../src/base/problem.js';
import { drawPages } from '../../../src/check/report/page-picture.js';
import { inspectHandout } from '../../../src/handout/build.js';
import { readSourceText } from '../../../src/workspace/source-text.js';
import { walkDocument } from '../../../src/document/walk.js';
import { openWorkspace } from '../../../src/workspace/workspace.js';
import { elementsOf } from '../../web/parsed-page.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const sourceText = (file: string) => readSourceText(workspace, file);

async function draw(lang: string, at: Problem['at']) {
  const { value } = await inspectHandout(workspace, { handout: 'microneedling/aftercare', lang });
  const problem: Problem = { code: 'layout/overflow', severity: 'error', message: 'x', ...(at && { at }) };
  return drawPages({ build: 'a (b)', laidOut: value!.laidOut, problems: [problem] }, sourceText);
}

/** The box around the place, as numbers, and the lines of text on the drawing. */
function read(svg: string) {
  const elements = elementsOf(`<!DOCTYPE html>${svg}`);
  const mark = elements.filter(({ attributes }) => attributes.get('stroke') === '#b00020');
  const texts = elements.filter(({ name }) => name === 'text');
  const inside = texts.filter(({ attributes }) => {
    const y = Number(attributes.get('y'));
    const top = Number(mark[0]?.attributes.get('y'));
    return y > top && y < top + Number(mark[0]?.attributes.get('height'));
  });
  return { marks: mark.length, inside: inside.map(({ text }) => text), texts };
}

describe('drawPages', () => {
  it('marks the element that a template has at the place', async () => {
    const { value } = await inspectHandout(workspace, { handout: 'microneedling/aftercare', lang: 'en' });
    const heading = walkDocument(value!.document).find(({ kind }) => kind === 'heading')!;
    const [picture] = await draw('en', heading.at);
    expect(picture!.page).toBe(1);
    const { marks, inside, texts } = read(picture!.svg);
    expect(marks).toBe(1);
    expect(inside.join(' ')).toMatch(/skin/i);
    expect(inside.length).toBeLessThan(texts.length);
  });

  it('marks the lines of a text that a translation has at the place, whichever way it runs', async () => {
    for (const lang of ['es', 'ar']) {
      const file = `locales/${lang}/microneedling.json`;
      const lines = sourceText(file)!.split('\n');
      const start = lines.findIndex((line) => line.includes('"aftercare": {'));
      const line = lines.findIndex((text, index) => index > start && text.includes('"title":')) + 1;
      const [picture] = await draw(lang, { file, line, column: 1 });
      const title = /: "([^"]*)"/.exec(lines[line - 1]!)![1]!;
      const plain = read(picture!.svg)
        .inside.join(' ')
        .replace(/[\p{Cf}\s]/gu, '');
      expect(plain).toContain(title.replace(/[\p{Cf}\s]/gu, '').slice(0, 8));
    }
  });

  it('draws nothing for a problem that no page shows', async () => {
    expect(await draw('en', undefined)).toEqual([]);
    expect(await draw('en', { file: 'handout.yaml', line: 1, column: 1 })).toEqual([]);
  });
});
