import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFontCatalogue } from '../../src/text/font-catalogue.js';
import { createFontReader } from '../../src/text/open-font-file.js';
import { readPackageFile } from '../../src/workspace/package-file.js';
import type { GlyphRun } from '../../src/text/paragraph.js';
import { openTypesetter, paragraphOf } from '../support/setting.js';
import { isMissing, runTool } from '../support/tools.js';
import { readSpecimen } from './specimen.js';

const folder = mkdtempSync(join(tmpdir(), 'handout-hb-shape-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const catalogue = openFontCatalogue(readPackageFile);
const reader = createFontReader(readPackageFile);
const written = new Map<string, string>();

function fontPath({ face, script, lang }: GlyphRun): string {
  let path = written.get(face.name);
  if (path === undefined) {
    const files = catalogue.fontFilesFor({
      script,
      lang,
      typeface: 'source-sans',
      weight: 400,
      italic: false,
    });
    const file = files.find(({ name }) => name === face.name)!;
    written.set(face.name, (path = join(folder, `${face.name}.ttf`)));
    writeFileSync(path, reader.readFont(file));
  }
  return path;
}

/** What the program of HarfBuzz itself makes of a run: glyph ids with their advances. */
function shapedByProgram(run: GlyphRun, text: string): readonly string[] {
  const context = (part: string) =>
    Array.from(part, (character) => character.codePointAt(0)!.toString(16)).join(',');
  const output = runTool('hb-shape', [
    fontPath(run),
    `--unicodes=${context(text.slice(run.start, run.end))}`,
    ...(run.start > 0 ? [`--unicodes-before=${context(text.slice(0, run.start))}`] : []),
    ...(run.end < text.length ? [`--unicodes-after=${context(text.slice(run.end))}`] : []),
    `--script=${run.script}`,
    `--language=${run.lang}`,
    `--direction=${run.level % 2 === 1 ? 'rtl' : 'ltr'}`,
    '--no-glyph-names',
    '--no-clusters',
  ]);
  return output
    .trim()
    .replace(/^\[|\]$/g, '')
    .split('|');
}

function shapedByUs(run: GlyphRun): readonly string[] {
  return run.glyphs.map(({ glyphId, xAdvance, xOffset, yOffset }) => {
    const offset = xOffset === 0 && yOffset === 0 ? '' : `@${xOffset},${yOffset}`;
    return `${glyphId}${offset}+${xAdvance}`;
  });
}

describe.skipIf(isMissing('hb-shape'))('glyphs agree with the program hb-shape', () => {
  const typesetter = openTypesetter();

  it.each(readSpecimen())('in $lang', ({ text, lang, dir }) => {
    const { lines } = typesetter.set(paragraphOf(text, { lang, dir }), 100_000).value;
    for (const line of lines) {
      for (const run of line.runs) expect(shapedByUs(run)).toEqual(shapedByProgram(run, line.text));
    }
  });
});
