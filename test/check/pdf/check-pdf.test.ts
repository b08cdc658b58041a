import { describe, expect, it } from 'vitest';
import { assertPdfInvariants, pdfFaults } from '../../support/pdf-invariants.js';
import { edit, stream, TINY, tinyPdf } from '../../support/tiny-pdf.js';

/** The faults of the sound file after one change in one object. */
function faultsAfter(number: number, from: string, to: string): readonly string[] {
  return pdfFaults(tinyPdf((objects) => edit(objects, number, [from, to])));
}

/** The faults after a change in the page's content, whose length changes with it. */
function faultsAfterContent(from: string, to: string): readonly string[] {
  return pdfFaults(
    tinyPdf((objects) => {
      const body = objects.get(TINY.content)!;
      const data = body.slice(body.indexOf('stream\n') + 7, body.indexOf('\nendstream'));
      if (!data.includes(from)) throw new Error(`The content has no “${from}”.`);
      objects.set(TINY.content, stream(data.replace(from, to)));
    }),
  );
}

describe('the invariants of a PDF file', () => {
  it('are kept by a sound file', () => {
    expect(pdfFaults(tinyPdf())).toEqual([]);
    expect(() => assertPdfInvariants(tinyPdf())).not.toThrow();
  });

  it('are listed in one error, each broken one', () => {
    const broken = tinyPdf((objects) => {
      edit(objects, TINY.catalog, ['/Lang (en)', '']);
      edit(objects, TINY.figure, ['/Alt (A box)', '']);
    });
    expect(() => assertPdfInvariants(broken)).toThrow(
      'The PDF has 2 faults:\n- pdf/wrong-language The file has no /Lang.\n- pdf/figure-alternative <Figure> (object 25) has no alternative text.',
    );
  });

  it.each<[number, string, string, string]>([
    // What the file declares.
    [TINY.catalog, '/Marked true', '/Marked false', 'pdf/not-tagged The file is not /Marked.'],
    [TINY.catalog, '/DisplayDocTitle true', '', 'pdf/viewer-preferences The window does not show the title.'],
    [
      TINY.intent,
      '/GTS_PDFA1',
      '/GTS_PDFX',
      'pdf/output-intent There is no output intent with a colour profile.',
    ],
    [
      TINY.catalog,
      '/Lang (en)',
      '/Lang (en) /OpenAction 26 0 R',
      'pdf/active-content The file has /OpenAction.',
    ],
    [
      TINY.annotation,
      '/S /URI /URI (https://a.example/)',
      '/S /JavaScript',
      'pdf/active-content The file has an action of the kind JavaScript.',
    ],
    [
      TINY.annotation,
      'https://a.example/',
      'file:///etc/passwd',
      'pdf/link-target The Link annotation 26 on page 1 does not lead to a web page, an e-mail address or a telephone number.',
    ],
    // Metadata.
    [TINY.info, '(Care)', '(Cure)', "pdf/metadata-mismatch /Title and XMP don't say the same."],
    [
      TINY.info,
      '0101000000Z',
      '0102000000Z',
      "pdf/metadata-mismatch /CreationDate and XMP don't say the same.",
    ],
    [
      TINY.xmp,
      'part="2"',
      'part="3"',
      'pdf/conformance-claim The file claims to be PDF/UA-1 and PDF/A-3A, not PDF/UA-1 and PDF/A-2A.',
    ],
    [TINY.xmp, '>Care<', '>&are<', 'pdf/metadata The XMP metadata is not well-formed XML.'],
    // Fonts.
    [
      TINY.descriptor,
      '/FontFile2',
      '/Fontfile',
      'pdf/font-not-embedded The font AAAAAA+Tiny is not embedded.',
    ],
    [TINY.font, '/ToUnicode 10 0 R', '', 'pdf/unreadable-code The font AAAAAA+Tiny has no /ToUnicode.'],
    [
      TINY.codeMap,
      '<0004> <0066',
      '<0005> <0066',
      'pdf/unreadable-code Page 1: The code 4 of the font AAAAAA+Tiny stands for no text.',
    ],
    // Marked content and the parent tree.
    [
      TINY.heading,
      '/K [0]',
      '/K [0 9]',
      'pdf/stale-content <H1> (object 18) lists MCID 9, which page 1 does not have.',
    ],
    [TINY.heading, '/K [0]', '/K [0 1]', 'pdf/shared-content Page 1: MCID 1 is listed by 2 elements.'],
    [TINY.paragraph, '/K [1 ', '/K [', 'pdf/unlisted-content Page 1: MCID 1 is listed by no element.'],
    [
      TINY.parents,
      '[18 0 R 19 0 R',
      '[19 0 R 18 0 R',
      'pdf/parent-tree Page 1: MCID 0 belongs to <H1> (object 18); the parent tree says 19.',
    ],
    [
      TINY.parents,
      '25 0 R]',
      '25 0 R 18 0 R]',
      'pdf/parent-tree Page 1: the parent tree has MCID 6, which the page does not.',
    ],
    [TINY.page, '/StructParents 0', '', 'pdf/parent-tree Page 1 has no entry in the parent tree.'],
    [
      TINY.parents,
      '/Nums',
      '/Limits [0 1] /Nums',
      'pdf/parent-tree The root of the parent tree has /Limits.',
    ],
    [
      TINY.parents,
      '1 20 0 R]',
      '1 20 0 R 5 20 0 R]',
      "pdf/parent-tree The parent tree's keys 5 have no owner.",
    ],
    [TINY.root, 'NextKey 2', 'NextKey 1', 'pdf/parent-tree /ParentTreeNextKey is not above 1.'],
    [
      TINY.secondPage,
      '/Tabs /S',
      '/Tabs /S /StructParents 1',
      "pdf/parent-tree The parent tree's keys 1 have more than one owner.",
    ],
    // Elements.
    [
      TINY.document,
      '25 0 R]',
      '25 0 R 18 0 R]',
      'pdf/structure-tree The element 18 stands in the tree more than once.',
    ],
    [
      TINY.document,
      '[18 0 R ',
      '[',
      'pdf/structure-tree The element 18 is not in the tree: nothing lists it.',
    ],
    [
      TINY.label,
      '/P 22 0 R',
      '/P 21 0 R',
      'pdf/structure-tree <Lbl> (object 23) names 21 as its parent; 22 lists it.',
    ],
    [TINY.heading, '/S /H1', '/S /H2', 'pdf/heading-order The heading H2 comes first.'],
    [
      TINY.heading,
      '/S /H1',
      '/S /Aside',
      'pdf/unknown-role <Aside> (object 18) has a role that is not standard and not mapped.',
    ],
    [
      TINY.list,
      '/ListNumbering /Disc',
      '',
      'pdf/list-numbering <L> (object 21) has labels but no ListNumbering.',
    ],
    [TINY.label, '/S /Lbl', '/S /P', 'pdf/nesting <LI> (object 22) may not hold P.'],
    [TINY.paragraph, '/S /P ', '/S /TR ', 'pdf/nesting <TR> (object 19) may not hold Link.'],
    [TINY.heading, '/K [0]', '', 'pdf/empty-element <H1> (object 18) is empty.'],
    [
      TINY.figure,
      '/BBox [50 500 100 550]',
      '',
      'pdf/figure-box <Figure> (object 25) has no BBox with an extent.',
    ],
    [
      TINY.figure,
      '100 550',
      '100 950',
      'pdf/figure-box <Figure> (object 25) has a BBox that leaves its page.',
    ],
    // Links.
    [
      TINY.link,
      '/Obj 26 0 R /Pg 3 0 R',
      '/Obj 26 0 R /Pg 4 0 R',
      'pdf/stale-content <Link> (object 20) lists annotation 26, which is not on page 2.',
    ],
    [
      TINY.link,
      '<</Type /OBJR /Obj 26 0 R /Pg 3 0 R>>',
      '',
      'pdf/link-element <Link> (object 20) has no annotation.',
    ],
    [
      TINY.annotation,
      '/StructParent 1',
      '',
      'pdf/parent-tree The Link annotation 26 on page 1 has no way back to its element: the parent tree says nothing.',
    ],
    [
      TINY.annotation,
      '/Contents (The site)',
      '',
      'pdf/link-contents The Link annotation 26 on page 1 has no /Contents.',
    ],
    [
      TINY.annotation,
      '/F 4',
      '/F 6',
      'pdf/hidden-annotation The Link annotation 26 on page 1 is not printed.',
    ],
    [TINY.page, '/Tabs /S', '', 'pdf/tab-order Page 1 has annotations but no /Tabs /S.'],
  ])('are broken by object %i with %s changed to %s', (number, from, to, expected) => {
    expect(faultsAfter(number, from, to)).toContain(expected);
  });

  it.each([
    [
      '/Artifact BMC q',
      'q',
      'pdf/untagged-content Page 1: The operator f paints outside tagged content and artifacts.',
    ],
    ['/Artifact BMC q', 'q', 'pdf/unbalanced-content Page 1: EMC ends marked content that was not begun.'],
    ['f Q EMC', 'f EMC', 'pdf/unbalanced-content Page 1: 1 saved states are not restored.'],
    ['/MCID 1>>', '/MCID 0>>', 'pdf/repeated-mcid Page 1: MCID 0 is used more than once.'],
    [
      'ET EMC\n/P',
      'ET\n/P',
      'pdf/nested-content Page 1: The marked content 1 stands inside other marked content.',
    ],
    [
      '/Artifact BMC q',
      '/Artifact BMC /P <</MCID 6>> BDC EMC q',
      'pdf/nested-content Page 1: The marked content 6 stands inside other marked content.',
    ],
    [
      'ET EMC\n/P',
      '/Artifact BMC EMC ET EMC\n/P',
      'pdf/nested-content Page 1: An artifact stands inside tagged content.',
    ],
    ['0 0 1 rg', '0 0 1 0 k', 'pdf/foreign-colour Page 1: The operator k sets a colour in CMYK.'],
    ['0 0 1 rg', '/DeviceCMYK cs', 'pdf/foreign-colour Page 1: The operator cs sets a colour in CMYK.'],
    [
      '<00010002> Tj',
      '<0009> Tj',
      'pdf/unreadable-code Page 1: The code 9 of the font AAAAAA+Tiny stands for no text.',
    ],
    [
      '/F1 12 Tf 50 700',
      '/F2 12 Tf 50 700',
      'pdf/missing-resource Page 1: Text is shown in a font “F2”, which the page does not have.',
    ],
  ])('are broken by content with %j changed to %j', (from, to, expected) => {
    expect(faultsAfterContent(from, to)).toContain(expected);
  });

  it('include rows of a table with as many cells each, and a scope for every head', () => {
    const faults = pdfFaults(
      tinyPdf((objects) => {
        edit(objects, TINY.list, ['/S /L ', '/S /Table ']);
        edit(objects, TINY.item, ['/S /LI', '/S /TR']);
        edit(objects, TINY.label, ['/S /Lbl', '/S /TH']);
        edit(objects, 24, ['/S /LBody', '/S /TD']);
        edit(objects, TINY.list, ['/K [22 0 R]', '/K [22 0 R 29 0 R]']);
        objects.set(
          TINY.spare,
          '<</Type /StructElem /S /TR /P 21 0 R /K [<</Type /StructElem /S /TD /P 29 0 R>>]>>',
        );
      }),
    );
    expect(faults).toEqual([
      'pdf/table-shape <Table> (object 21) has rows of 2, 1 cells.',
      'pdf/table-scope <TH> (object 23) has the scope “nothing”.',
    ]);
  });

  it('include a cross-reference that leads to every object', () => {
    const text = Buffer.from(tinyPdf()).toString('latin1').replace('%PDF-1.7\n', '%PDF-1.7\n\n\n%more\n');
    expect(pdfFaults(Buffer.from(text, 'latin1'))).toEqual([
      `pdf/cross-reference There is no cross-reference at byte ${String(text.indexOf('xref\n') - 8)}.`,
    ]);
  });
});
