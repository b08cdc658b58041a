import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMissingVeraPdf } from './tools.js';
import { verify } from './verapdf.js';

/** A PDF that a reader opens, with an empty page, and that claims no conformance. */
function plainPdf(): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
  ];
  let pdf = '%PDF-1.7\n';
  let table = `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n`;
  for (const [index, object] of objects.entries()) {
    table += `${String(pdf.length).padStart(10, '0')} 00000 n \n`;
    pdf += `${String(index + 1)} 0 obj${object}endobj\n`;
  }
  return `${pdf}${table}trailer<</Root 1 0 R/Size 4>>\nstartxref\n${String(pdf.length)}\n%%EOF\n`;
}

describe.skipIf(isMissingVeraPdf())('the verdict of veraPDF', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'handout-verapdf-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is a failure of both conformances for a file that claims neither, or is no PDF', () => {
    const plain = join(folder, 'plain & <simple>.pdf');
    const junk = join(folder, 'junk.pdf');
    writeFileSync(plain, plainPdf());
    writeFileSync(junk, 'junk');

    const verdicts = verify([plain, junk]);

    expect(verdicts.map(({ file, flavour, pass }) => [file, flavour, pass])).toEqual([
      [plain, 'ua1', false],
      [plain, '2a', false],
      [junk, 'ua1', false],
      [junk, '2a', false],
    ]);
    expect(verdicts.slice(0, 2).map(({ failures }) => failures)).toEqual([
      ["The file doesn't say that it conforms to PDF/UA-1."],
      ["The file doesn't say that it conforms to PDF/A-2A."],
    ]);
    expect(verdicts[2]?.failures).toEqual([expect.stringContaining("Couldn't parse")]);
  });
});
