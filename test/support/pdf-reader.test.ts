import { describe, expect, it } from 'vitest';
import { readPdf } from './pdf-reader.js';
import { tinyPdf } from './tiny-pdf.js';

describe('reading a PDF file back', () => {
  it('gives the structure tree with attributes, the text of its content, and links', async () => {
    expect((await readPdf(tinyPdf())).structure).toBe(
      [
        'Document',
        '  H1 "ab"',
        '  P "affi"',
        '    Link lang=es "c" → https://a.example/ "The site"',
        '  L ListNumbering=Disc',
        '    LI',
        '      Lbl "a"',
        '      LBody "b"',
        '  Figure BBox=50 500 100 550 alt="A box"',
        '',
      ].join('\n'),
    );
  });

  it('gives pages with lines and marked content', async () => {
    const [page] = (await readPdf(tinyPdf())).pages;
    expect([page!.width, page!.height]).toEqual([595, 842]);
    expect(page!.lines.map((line) => line.replace(/\s/g, ''))).toEqual(['ab', 'affic', 'ab']);
    expect(page!.mcids).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('gives bookmarks, fonts, metadata and what the file declares', async () => {
    const reading = await readPdf(tinyPdf());
    expect(reading.outline).toEqual([{ title: 'É', page: 0, children: [] }]);
    expect(reading.fonts.map(({ name, isEmbedded, texts }) => [name, isEmbedded, texts?.get(4)])).toEqual([
      ['AAAAAA+Tiny', true, 'ffi'],
    ]);
    expect(reading.info.get('Title')).toBe('Care');
    expect(reading.xmp).toMatchObject({ title: 'Care', aPart: '2', aConformance: 'A', uaPart: '1' });
    expect(reading.flags).toEqual({
      marked: true,
      lang: 'en',
      displaysTitle: true,
      outputIntents: ['GTS_PDFA1 sRGB'],
    });
    expect(reading.links.map(({ uri, contents, page }) => [uri, contents, page])).toEqual([
      ['https://a.example/', 'The site', 0],
    ]);
  });
});
