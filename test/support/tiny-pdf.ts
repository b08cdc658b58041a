/** The objects of a small PDF file by number, as PDF text; streams are written with `stream`. */
export type TinyObjects = Map<number, string>;

/** The numbers of the objects that tests change. */
export const TINY = {
  catalog: 1,
  page: 3,
  secondPage: 4,
  content: 5,
  font: 6,
  descriptor: 8,
  codeMap: 10,
  intent: 11,
  xmp: 13,
  info: 14,
  root: 15,
  parents: 16,
  document: 17,
  heading: 18,
  paragraph: 19,
  link: 20,
  list: 21,
  item: 22,
  label: 23,
  figure: 25,
  annotation: 26,
  outline: 27,
  bookmark: 28,
  spare: 29,
} as const;

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmp:CreateDate="2025-01-01T01:00:00+01:00" pdfaid:part="2" pdfaid:conformance="A" pdfuaid:part="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Care</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

/** Four codes: 1 to 3 are a, b and c, 4 is “ffi”. */
const CODE_MAP = `1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0001> <0003> <0061> endbfrange 1 beginbfchar <0004> <006600660069> endbfchar`;

const CONTENT = `/H1 <</MCID 0>> BDC BT /F1 12 Tf 50 700 Td <00010002> Tj ET EMC
/P <</MCID 1>> BDC BT /F1 12 Tf 50 650 Td [<0001> -20 <0004>] TJ ET EMC
/Link <</MCID 2 /Lang (es)>> BDC BT /F1 12 Tf 90 650 Td <0003> Tj ET EMC
/Artifact BMC q 0 0 1 rg 0 0 10 10 re f Q EMC
/Lbl <</MCID 3>> BDC BT /F1 12 Tf 50 600 Td <0001> Tj ET EMC
/LBody <</MCID 4>> BDC BT /F1 12 Tf 80 600 Td /Span <</ActualText (b)>> BDC <0002> Tj EMC ET EMC
/Figure <</MCID 5>> BDC q 1 0 0 1 50 500 cm 0 0 50 50 re f Q EMC`;

/** Writes a stream object; `entries` go into its dictionary. */
export function stream(data: string, entries = ''): string {
  return `<</Length ${String(data.length)} ${entries}>>\nstream\n${data}\nendstream`;
}

/**
 * Writes a small PDF file by hand that keeps every rule, or breaks the one that `change` breaks: a heading, a paragraph
 * with a link, a list, a figure, an artifact, one bookmark, two pages.
 */
export function tinyPdf(change: (objects: TinyObjects) => void = () => undefined): Uint8Array {
  const objects = soundObjects();
  change(objects);
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, text.length);
    text += `${String(number)} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `<</Size ${String(size)} /Root 1 0 R /Info 14 0 R /ID [<00> <00>]>>`;
  const end = `xref\n0 ${String(size)}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${String(text.length)}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text + end, 'latin1'));
}

/** Replaces a part of an object's text; the part must be there. */
export function edit(objects: TinyObjects, number: number, edits: readonly [from: string, to: string]): void {
  const [from, to] = edits;
  const body = objects.get(number) ?? '';
  if (!body.includes(from)) throw new Error(`Object ${String(number)} has no “${from}”.`);
  objects.set(number, body.replace(from, to));
}

function soundObjects(): TinyObjects {
  const page = '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 6 0 R>>>>';
  const profile = `${' '.repeat(36)}acsp`;
  return new Map([
    [
      TINY.catalog,
      `<</Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo <</Marked true>> /StructTreeRoot 15 0 R /Metadata 13 0 R
      /ViewerPreferences <</DisplayDocTitle true>> /OutputIntents [11 0 R] /Outlines 27 0 R>>`,
    ],
    [2, '<</Type /Pages /Count 2 /Kids [3 0 R 4 0 R]>>'],
    [TINY.page, `<<${page} /Contents 5 0 R /Annots [26 0 R] /Tabs /S /StructParents 0>>`],
    [TINY.secondPage, `<<${page} /Tabs /S>>`],
    [TINY.content, stream(CONTENT)],
    [
      TINY.font,
      '<</Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Tiny /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 10 0 R>>',
    ],
    [
      7,
      '<</Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Tiny /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor 8 0 R /DW 500>>',
    ],
    [
      TINY.descriptor,
      '<</Type /FontDescriptor /FontName /AAAAAA+Tiny /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 /FontFile2 9 0 R>>',
    ],
    [9, stream('font')],
    [TINY.codeMap, stream(CODE_MAP)],
    [
      TINY.intent,
      '<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile 12 0 R>>',
    ],
    [12, stream(profile, '/N 3')],
    [TINY.xmp, stream(XMP, '/Type /Metadata /Subtype /XML')],
    [TINY.info, '<</Title (Care) /CreationDate (D:20250101000000Z)>>'],
    [TINY.root, '<</Type /StructTreeRoot /K [17 0 R] /ParentTree 16 0 R /ParentTreeNextKey 2>>'],
    [TINY.parents, '<</Nums [0 [18 0 R 19 0 R 20 0 R 23 0 R 24 0 R 25 0 R] 1 20 0 R]>>'],
    [TINY.document, '<</Type /StructElem /S /Document /P 15 0 R /K [18 0 R 19 0 R 21 0 R 25 0 R]>>'],
    [TINY.heading, '<</Type /StructElem /S /H1 /P 17 0 R /Pg 3 0 R /K [0]>>'],
    [TINY.paragraph, '<</Type /StructElem /S /P /P 17 0 R /Pg 3 0 R /K [1 20 0 R]>>'],
    [
      TINY.link,
      '<</Type /StructElem /S /Link /P 19 0 R /Pg 3 0 R /Lang (es) /K [2 <</Type /OBJR /Obj 26 0 R /Pg 3 0 R>>]>>',
    ],
    [TINY.list, '<</Type /StructElem /S /L /P 17 0 R /A <</O /List /ListNumbering /Disc>> /K [22 0 R]>>'],
    [TINY.item, '<</Type /StructElem /S /LI /P 21 0 R /K [23 0 R 24 0 R]>>'],
    [TINY.label, '<</Type /StructElem /S /Lbl /P 22 0 R /Pg 3 0 R /K 3>>'],
    [24, '<</Type /StructElem /S /LBody /P 22 0 R /K [<</Type /MCR /Pg 3 0 R /MCID 4>>]>>'],
    [
      TINY.figure,
      '<</Type /StructElem /S /Figure /P 17 0 R /Pg 3 0 R /Alt (A box) /A <</O /Layout /BBox [50 500 100 550]>> /K [5]>>',
    ],
    [
      TINY.annotation,
      '<</Type /Annot /Subtype /Link /Rect [90 640 100 660] /F 4 /Contents (The site) /StructParent 1 /A <</S /URI /URI (https://a.example/)>>>>',
    ],
    [TINY.outline, '<</Type /Outlines /First 28 0 R /Last 28 0 R /Count 1>>'],
    [TINY.bookmark, '<</Title <FEFF00c9> /Parent 27 0 R /Dest [3 0 R /Fit]>>'],
  ]);
}
