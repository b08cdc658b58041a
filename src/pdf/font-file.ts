import type { FontFace } from '../text/font.js';
import type { TrueTypeFont } from '../text/truetype.js';
import { writeTrueType } from '../text/write-truetype.js';
import type { WantedGlyph } from '../text/write-truetype.js';
import { latin1Bytes, packStream, reference } from './file.js';
import type { ObjectNumber, PdfFile, StreamBytes } from './file.js';
import { pdfArray, pdfNumber, utf16Hex } from './syntax.js';

/** What one character code of an embedded font paints: a glyph of a face, or several painted as one. */
export type PaintedGlyph =
  | Readonly<{ kind: 'glyph'; face: FontFace; glyphId: number }>
  | Readonly<{ kind: 'composite'; face: FontFace; parts: readonly PaintedPart[]; advance: number }>;

/** One glyph of a composite; lengths are in font units, y grows upwards. */
export type PaintedPart = Readonly<{ glyphId: number; x: number; y: number }>;

/**
 * A font embedded in a PDF, made of the glyphs that are painted with it. Every pair of a glyph and the text it stands
 * for has a character code of its own, so the text that a reader extracts is exact even where one glyph stands for
 * different texts, or one cluster needs several glyphs.
 */
export type EmbeddedFont = Readonly<{
  /** The code of a glyph that shows a text, given to it at its first use. */
  code(glyph: PaintedGlyph, text: string): number;
  /** The code, if the glyph has been shown with that text before. */
  knownCode(glyph: PaintedGlyph, text: string): number | undefined;
  /** Writes the font's objects. The bytes are made once and shared by every file that embeds the font as it is. */
  write(file: PdfFile): ObjectNumber;
}>;

type Code = Readonly<{ glyphIndex: number; text: string; advance: number }>;

/**
 * Starts an embedded font.
 * @param embedName name of the design
 * @param prefix six capitals that set this subset apart from others of the same design in one file
 */
export function createEmbeddedFont(embedName: string, prefix: string): EmbeddedFont {
  const faces = new Map<FontFace, Map<number | string, GlyphEntry>>();
  const glyphs: PaintedGlyph[] = [];
  const rows: Code[] = [];
  let streams: FontStreams | undefined;
  const find = (glyph: PaintedGlyph) => faces.get(glyph.face)?.get(keyOf(glyph));
  const add = (glyph: PaintedGlyph): GlyphEntry => {
    const entry = { glyphIndex: glyphs.push(glyph), codes: new Map<string, number>() };
    const entries = faces.get(glyph.face) ?? new Map<number | string, GlyphEntry>();
    faces.set(glyph.face, entries.set(keyOf(glyph), entry));
    return entry;
  };
  return {
    code(glyph, text) {
      const { glyphIndex, codes } = find(glyph) ?? add(glyph);
      let code = codes.get(text);
      if (code !== undefined) return code;
      streams = undefined;
      const advance = glyph.kind === 'glyph' ? glyph.face.advance(glyph.glyphId) : Math.max(0, glyph.advance);
      codes.set(text, (code = rows.push({ glyphIndex, text, advance })));
      return code;
    },
    knownCode: (glyph, text) => find(glyph)?.codes.get(text),
    write(file) {
      streams ??= makeStreams({ name: `${prefix}+${embedName}`, faces: [...faces.keys()], glyphs, rows });
      return writeFont(file, streams);
    },
  };
}

/** Where a glyph stands in the embedded font, and its codes by the text it stands for. */
type GlyphEntry = Readonly<{ glyphIndex: number; codes: Map<string, number> }>;

/** What tells a glyph from the others of its face: its id, or what a composite is made of. */
function keyOf(glyph: PaintedGlyph): number | string {
  if (glyph.kind === 'glyph') return glyph.glyphId;
  return `${glyph.advance} ${glyph.parts.map(({ glyphId, x, y }) => `${glyphId},${x},${y}`).join(';')}`;
}

/** The parts of a font that don't depend on the file that embeds it, compressed. */
type FontStreams = Readonly<{
  name: string;
  fontFile: StreamBytes;
  fontFileLength: number;
  glyphMap: StreamBytes;
  toUnicode: StreamBytes;
  widths: string;
  descriptor: string;
}>;

type FontContents = Readonly<{
  name: string;
  faces: readonly FontFace[];
  glyphs: readonly PaintedGlyph[];
  rows: readonly Code[];
}>;

function makeStreams({ name, faces, glyphs, rows }: FontContents): FontStreams {
  const sources = faces.map((face) => face.outlines());
  const fontFile = writeTrueType({ sources, glyphs: glyphs.map((glyph) => wantedGlyph(glyph, faces)) });
  const scale = 1000 / sources[0]!.unitsPerEm;
  const glyphMap = new DataView(new ArrayBuffer((rows.length + 1) * 2));
  for (const [index, { glyphIndex }] of rows.entries()) glyphMap.setUint16((index + 1) * 2, glyphIndex);
  return {
    name,
    fontFile: packStream(fontFile),
    fontFileLength: fontFile.length,
    glyphMap: packStream(new Uint8Array(glyphMap.buffer)),
    toUnicode: packStream(latin1Bytes(toUnicodeMap(rows))),
    widths: pdfArray(rows.map(({ advance }) => pdfNumber(advance * scale))),
    descriptor: descriptorEntries(sources[0]!, scale),
  };
}

function wantedGlyph(glyph: PaintedGlyph, faces: readonly FontFace[]): WantedGlyph {
  const source = faces.indexOf(glyph.face);
  if (glyph.kind === 'glyph') return { kind: 'glyph', source, glyphId: glyph.glyphId };
  return {
    kind: 'composite',
    parts: glyph.parts.map((part) => ({ ...part, source })),
    advance: glyph.advance,
  };
}

function descriptorEntries(font: TrueTypeFont, scale: number): string {
  const { box, ascender, descender, capHeight, italicAngle } = font;
  const scaled = (value: number) => pdfNumber(value * scale, 0);
  const corners = [box.xMin, box.yMin, box.xMax, box.yMax].map(scaled);
  // 4 marks the font as one with its own character set, 64 as slanted.
  const flags = 4 + (italicAngle === 0 ? 0 : 64);
  return (
    `/Flags ${flags}/FontBBox${pdfArray(corners)}/ItalicAngle ${pdfNumber(italicAngle)}/Ascent ${scaled(ascender)}` +
    `/Descent ${scaled(descender)}/CapHeight ${scaled(capHeight)}/StemV 80`
  );
}

const CMAP_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`;
const CMAP_FOOT = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
/** A CMap section may hold no more rows. */
const CMAP_SECTION_ROWS = 100;

function toUnicodeMap(rows: readonly Code[]): string {
  const lines = rows.map(
    ({ text }, index) => `<${(index + 1).toString(16).padStart(4, '0')}> <${utf16Hex(text)}>`,
  );
  let sections = '';
  for (let start = 0; start < lines.length; start += CMAP_SECTION_ROWS) {
    const section = lines.slice(start, start + CMAP_SECTION_ROWS);
    sections += `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`;
  }
  return CMAP_HEAD + sections + CMAP_FOOT;
}

function writeFont(file: PdfFile, streams: FontStreams): ObjectNumber {
  const [fontFile, descriptor, glyphMap, toUnicode, descendant, font] = Array.from({ length: 6 }, () =>
    file.reserve(),
  );
  const writeStream = (number: ObjectNumber, { bytes, filter }: StreamBytes, entries = '') => {
    file.writeStream(number, entries + filter, bytes);
  };
  writeStream(fontFile!, streams.fontFile, `/Length1 ${streams.fontFileLength}`);
  writeStream(glyphMap!, streams.glyphMap);
  writeStream(toUnicode!, streams.toUnicode);
  file.write(
    descriptor!,
    `<</Type/FontDescriptor/FontName/${streams.name}${streams.descriptor}/FontFile2 ${reference(fontFile!)}>>`,
  );
  file.write(
    descendant!,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${streams.name}` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${reference(descriptor!)}/CIDToGIDMap ${reference(glyphMap!)}/W[1 ${streams.widths}]>>`,
  );
  file.write(
    font!,
    `<</Type/Font/Subtype/Type0/BaseFont/${streams.name}/Encoding/Identity-H` +
      `/DescendantFonts[${reference(descendant!)}]/ToUnicode ${reference(toUnicode!)}>>`,
  );
  return font!;
}
