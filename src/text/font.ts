import * as harfbuzz from 'harfbuzzjs';
import { parseTrueType } from './truetype.js';
import type { TrueTypeFont } from './truetype.js';

/** One font file at one weight, opened once per process. */
export type FontFace = Readonly<{
  /** Names the face in messages, for instance `SourceSans3-Regular`. */
  name: string;
  /** Faces of one name are slices of one design and are embedded in the PDF as one font. */
  embedName: string;
  unitsPerEm: number;
  /** The outlines of its glyphs, found at the first call. */
  outlines(): TrueTypeFont;
  shaper: harfbuzz.Font;
  /** Glyph that the font's character map gives to a code point; 0 when it has none. */
  nominalGlyph(codePoint: number): number;
  /** Advance width in font units. */
  advance(glyphId: number): number;
  /** Whether the glyph paints anything. */
  isInked(glyphId: number): boolean;
}>;

/**
 * Opens a TrueType font.
 * @param bytes a static (not variable) TrueType file; HarfBuzz can't read woff2
 */
export function openFontFace(
  { name, embedName }: Readonly<{ name: string; embedName: string }>,
  bytes: Uint8Array,
): FontFace {
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
  const shaper = new harfbuzz.Font(face);
  let outlines: TrueTypeFont | undefined;
  const inked = memoise((glyphId) => {
    const extents = shaper.glyphExtents(glyphId);
    return extents !== undefined && (extents.width !== 0 || extents.height !== 0);
  });
  return {
    name,
    embedName,
    unitsPerEm: face.upem,
    outlines: () => (outlines ??= parseTrueType(bytes)),
    shaper,
    nominalGlyph: memoise((codePoint) => shaper.nominalGlyph(codePoint) ?? 0),
    advance: memoise((glyphId) => shaper.glyphHAdvance(glyphId)),
    isInked: inked,
  };
}

function memoise<Value>(compute: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(key)));
    return value;
  };
}
