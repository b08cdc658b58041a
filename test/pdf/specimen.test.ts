import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '../layout/sample.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';
import { withoutControls, wordsOf } from '../support/extracted-text.js';
import { openPrinter } from '../support/printing.js';
import { isMissing, isMissingVeraPdf, runTool } from '../support/tools.js';
import { verify } from '../support/verapdf.js';
import { readSpecimen } from '../text/specimen.js';
import type { SpecimenParagraph } from '../text/specimen.js';

const folder = mkdtempSync(join(tmpdir(), 'handout-specimen-'));
const paragraphs = readSpecimen();
const pathOf = ({ lang }: SpecimenParagraph) => join(folder, `${lang}.pdf`);

beforeAll(() => {
  const printer = openPrinter();
  for (const paragraph of paragraphs) {
    const { lang, dir, text } = paragraph;
    const block = {
      kind: 'paragraph',
      id: 1,
      role: 'body',
      children: [{ kind: 'text', id: 2, text }],
    } as const;
    const bytes = printer.print(documentOf([block], { lang, dir, title: `Specimen ${lang}` }));
    assertPdfInvariants(bytes);
    writeFileSync(pathOf(paragraph), bytes);
  }
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Scripts whose words aren't parted by spaces: a line end adds a space that the text doesn't have. */
const UNSPACED = new Set(['Thai', 'Khmr', 'Mymr', 'Hans', 'Hant', 'Hani', 'Jpan', 'Kana', 'Hira']);

describe.skipIf(isMissing('pdftotext'))('text extracted from the specimen is its source', () => {
  it.each(paragraphs)('in $lang', (paragraph) => {
    const source = withoutControls(paragraph.text);
    const extracted = withoutControls(runTool('pdftotext', [pathOf(paragraph), '-']));
    if (paragraph.dir === 'rtl') expect(wordsOf(extracted)).toEqual(wordsOf(source));
    else if (UNSPACED.has(paragraph.script))
      expect(extracted.replaceAll(' ', '')).toBe(source.replaceAll(' ', ''));
    else expect(extracted).toBe(source);
  });
});

describe.skipIf(isMissingVeraPdf())('the specimen', () => {
  it('is PDF/UA-1 and PDF/A-2a in every script', () => {
    const verdicts = verify(paragraphs.map(pathOf));
    expect(verdicts.filter(({ pass }) => !pass)).toEqual([]);
    expect(verdicts).toHaveLength(paragraphs.length * 2);
  }, 120_000);
});
