import { boxAt, readOutline, type GlyphBox, type GlyphOutline } from './glyph-outline.js';
import { readTables } from './sfnt.js';

/** A TrueType font whose outlines can be read glyph by glyph. Lengths are in font units. */
export type TrueTypeFont = Readonly<{
  unitsPerEm: number;
  glyphCount: number;
  /** Height of the line above the baseline, from the table `hhea`. */
  ascender: number;
  /** Depth of the line below the baseline, a negative number, from the table `hhea`. */
  descender: number;
  /** Height of flat capitals, or of the ascender where the font doesn't say. */
  capHeight: number;
  /** Slant in degrees; forward slants are negative. */
  italicAngle: number;
  /** The smallest box that holds every glyph of the font. */
  box: GlyphBox;
  /** How far the pen moves after the glyph. */
  advance: (glyphId: number) => number;
  /** Distance from the pen to the glyph's leftmost point. */
  leftSideBearing: (glyphId: number) => number;
  /** What the glyph paints. Each is read once, when first asked for. */
  outline: (glyphId: number) => GlyphOutline;
}>;

/**
 * Opens a TrueType font for reading outlines. Do it once per font: the tables are found once, and each glyph is read
 * where it stands, once.
 * @param bytes a whole sfnt file with `glyf` outlines; it must not change afterwards
 * @throws Error when the file is damaged or has no TrueType outlines
 * @see OpenType specification, tables `head`, `hhea`, `hmtx`, `maxp`, `loca` and `glyf`
 */
export function parseTrueType(bytes: Uint8Array): TrueTypeFont {
  const tables = readTables(bytes);
  const head = required(tables, 'head');
  const hhea = required(tables, 'hhea');
  const os2 = tables.get('OS/2');
  const glyphCount = required(tables, 'maxp').getUint16(4);
  const ascender = hhea.getInt16(4);
  return {
    unitsPerEm: head.getUint16(18),
    glyphCount,
    ascender,
    descender: hhea.getInt16(6),
    capHeight: os2 !== undefined && os2.getUint16(0) >= 2 ? os2.getInt16(88) : ascender,
    italicAngle: (tables.get('post')?.getInt32(4) ?? 0) / 65536,
    box: boxAt(head, 36),
    ...metricsReader(required(tables, 'hmtx'), hhea.getUint16(34)),
    outline: outlineReader(tables, glyphCount, head.getInt16(50) !== 0),
  };
}

function required(tables: ReadonlyMap<string, DataView>, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`The font has no table ${tag}.`);
  return table;
}

function metricsReader(hmtx: DataView, fullCount: number): Pick<TrueTypeFont, 'advance' | 'leftSideBearing'> {
  return {
    advance: (glyphId) => hmtx.getUint16(Math.min(glyphId, fullCount - 1) * 4),
    leftSideBearing: (glyphId) =>
      hmtx.getInt16(glyphId < fullCount ? glyphId * 4 + 2 : fullCount * 4 + (glyphId - fullCount) * 2),
  };
}

function outlineReader(
  tables: ReadonlyMap<string, DataView>,
  glyphCount: number,
  long: boolean,
): TrueTypeFont['outline'] {
  const loca = required(tables, 'loca');
  const glyf = required(tables, 'glyf');
  const offsetOf = long
    ? (glyphId: number) => loca.getUint32(glyphId * 4)
    : (glyphId: number) => loca.getUint16(glyphId * 2) * 2;
  const known = new Map<number, GlyphOutline>();
  return (glyphId) => {
    const before = known.get(glyphId);
    if (before !== undefined) return before;
    if (glyphId >= glyphCount) throw new RangeError(`The font has no glyph ${glyphId}.`);
    const start = offsetOf(glyphId);
    const end = offsetOf(glyphId + 1);
    if (start > end || end > glyf.byteLength)
      throw new RangeError(`Glyph ${glyphId} of the font is damaged.`);
    const outline = readOutline(new Uint8Array(glyf.buffer, glyf.byteOffset + start, end - start));
    known.set(glyphId, outline);
    return outline;
  };
}
