import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runTranslatePack } from '../../src/cli/translate-pack.js';
import { pipeline } from '../../src/cli/pipeline.js';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { keyMark, markedSources, numberUnits } from '../../src/content/key-marks.js';
import { glossaryTable, styleNotes } from '../../src/content/translator-notes.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { isMissing, runTool } from '../support/tools.js';
import { localeSource } from '../content/sources.js';

const settings = "clinic: { contact: { phone: '202-555-0142', afterHoursPhone: '202-555-0178' } }\n";

/** Packs Arabic. */
async function packArabic(): Promise<Readonly<{ files: Readonly<Record<string, Uint8Array>>; out: string }>> {
  const dir = temporaryFolder({ 'handout.yaml': settings });
  let out = '';
  const quiet = { write: () => undefined, paint: (_look: unknown, text: string) => text, columns: undefined };
  const terminal = { out: { ...quiet, write: (text: string) => (out += text) }, err: quiet };
  const args = {
    operands: ['pack'],
    flags: new Set<string>(),
    texts: new Map(),
    lists: new Map([['lang', ['ar']]]),
  };
  const interruption = { hold: () => () => undefined };
  expect(await runTranslatePack(args, { terminal, cwd: dir, pipeline, environment: {}, interruption })).toBe(
    0,
  );
  return { files: unzipSync(readFileSync(join(dir, 'output/translate-ar.zip'))), out };
}

describe('translate pack', () => {
  it('packs texts, numbered pages, legend, glossary, notes and XLIFF', async () => {
    const { files, out } = await packArabic();
    expect(out).toMatch(/translate-ar\.zip\n$/);
    const names = Object.keys(files).filter((name) => !name.endsWith('.png'));
    expect(names).toEqual(
      expect.arrayContaining([
        ...['style-notes.md', 'glossary.csv', 'keys.html', 'ar.xliff', 'pages/microneedling-aftercare.pdf'],
        'texts/translation/built-in/locales/ar/common.json',
      ]),
    );
    const proofs = names.filter((name) => name.endsWith('.pdf'));
    expect(proofs).toHaveLength(6);
    for (const proof of proofs) assertPdfInvariants(files[proof]!);
    const legend = strFromU8(files['keys.html']!);
    expect(legend.match(/<th scope="row">/g)).toHaveLength(233);
    const [, number] = /\[(\d+)\]<\/th><td><code>common:safety\.call\.title</.exec(legend)!;
    if (!isMissing('pdftotext')) {
      const text = runTool('pdftotext', ['-', '-'], files['pages/microneedling-aftercare.pdf']!);
      expect(text).toContain(number);
    }
  });

  it.skipIf(isMissing('pdftoppm'))('draws every page', async () => {
    const { files } = await packArabic();
    const pictures = Object.entries(files).filter(([name]) => name.endsWith('.png'));
    expect(pictures.length).toBeGreaterThanOrEqual(6);
    for (const [, bytes] of pictures) expect(strFromU8(bytes.subarray(1, 4))).toBe('PNG');
  });
});

describe('the numbers of a proof', () => {
  it('stand before every text, and before the source where there is no translation', () => {
    const sources = [
      localeSource('en', {
        a: { b: 'one' },
        c: 'two {{x}}',
        d_one: '{{count}} day',
        d_other: '{{count}} days',
      }),
      localeSource('ru', { a: { b: 'один' }, c: '' }),
    ];
    const { value } = loadCatalogue(sources, { sourceLang: 'en' });
    const [marked] = markedSources(numberUnits(value, 'ru'), 'ru');
    const days = (['few', 'many', 'other'] as const).map((form) => [`d_${form}`, '[3] {{count}} days']);
    expect(JSON.parse(marked!.source.text)).toEqual({
      a: { b: '[1] один' },
      c: '[2] two {{x}}',
      d_one: '[3] {{count}} day',
      ...Object.fromEntries(days),
    });
    expect(keyMark(12)).toBe('[12]');
  });
});

describe('what goes with the texts', () => {
  it('says how the language counts, quotes and runs', () => {
    expect(styleNotes('ru')).toContain('«…» or „…“');
    expect(styleNotes('ar')).toContain('from right to left');
    expect(styleNotes('ja')).toContain('**Plural forms**: other.');
    expect(styleNotes('gcf')).toContain('Node has no data for this one');
  });

  it('holds no formula that a spreadsheet would run', () => {
    const glossary = new Map([['x', { source: '=SUM(A1)', target: 'a "b"|c' }]]);
    expect(glossaryTable(glossary)).toBe('"English","Translation"\r\n"\'=SUM(A1)","a ""b"" | c"\r\n');
  });
});
