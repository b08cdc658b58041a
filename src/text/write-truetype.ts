import { COMPONENT_FLAG, type GlyphBox, type GlyphComponent, type GlyphOutline } from './glyph-outline.js';
import { viewOf, writeTables } from './sfnt.js';
import type { TrueTypeFont } from './truetype.js';
import { truetypeTables, type WrittenGlyph } from './truetype-tables.js';

/** A glyph to put into a new font: one of a source, or several painted as one. */
export type WantedGlyph =
  | Readonly<{ kind: 'glyph'; source: number; glyphId: number }>
  | Readonly<{ kind: 'composite'; parts: readonly GlyphPart[]; advance: number }>;

/** One glyph of a source, painted at an offset. Lengths are in font units and y grows upwards. */
export type GlyphPart = Readonly<{ source: number; glyphId: number; x: number; y: number }>;

/** What a new font is made of. `source` in a wanted glyph is an index into `sources`. */
export type TrueTypeRequest = Readonly<{
  sources: readonly TrueTypeFont[];
  glyphs: readonly WantedGlyph[];
}>;

/**
 * Writes one TrueType font that holds the wanted glyphs and nothing else, ready to be embedded in a PDF: the tables
 * `glyf`, `head`, `hhea`, `hmtx`, `loca` and `maxp`, without hinting. Glyph 0 is the first source's `.notdef`; glyph
 * `i + 1` is the `i`-th wanted glyph. Glyphs that only serve as components of others stand after these.
 *
 * The same request always gives the same bytes.
 * @param request all sources have the same `unitsPerEm`; the line metrics are those of the first
 * @throws RangeError when a glyph doesn't exist, when an offset doesn't fit the format, or when more glyphs are wanted
 *   than a font can hold
 */
export function writeTrueType(request: TrueTypeRequest): Uint8Array {
  const { sources } = request;
  const [first] = sources;
  if (first === undefined) throw new RangeError('A font needs at least one source.');
  if (sources.some((source) => source.unitsPerEm !== first.unitsPerEm)) {
    throw new RangeError('Fonts with different units per em cannot be joined.');
  }
  const numbering = numberGlyphs(request.glyphs);
  const glyphs: WrittenGlyph[] = [];
  // The list grows while it is read: a composite glyph brings its components.
  for (const wanted of numbering.glyphs) {
    glyphs.push(
      wanted.kind === 'glyph'
        ? copyGlyph(wanted, sources, numbering.numberOf)
        : joinGlyphs(wanted, sources, numbering.numberOf),
    );
  }
  if (glyphs.length > MAXIMUM_GLYPHS) throw new RangeError(`A font cannot hold ${glyphs.length} glyphs.`);
  return writeTables(truetypeTables(first, glyphs));
}

const MAXIMUM_GLYPHS = 65535;

type SourceGlyph = Extract<WantedGlyph, { kind: 'glyph' }>;
type JoinedGlyph = Extract<WantedGlyph, { kind: 'composite' }>;
/** Tells the new id of a source's glyph. */
type NumberOf = (source: number, glyphId: number) => number;

/** Gives every glyph of the new font its id; a glyph asked for by `numberOf` for the first time joins the list. */
function numberGlyphs(wanted: readonly WantedGlyph[]): {
  glyphs: readonly WantedGlyph[];
  numberOf: NumberOf;
} {
  const glyphs: WantedGlyph[] = [{ kind: 'glyph', source: 0, glyphId: 0 }, ...wanted];
  const numbers = new Map<number, number>();
  const keyOf: NumberOf = (source, glyphId) => source * 65536 + glyphId;
  for (const [number, glyph] of glyphs.entries()) {
    if (glyph.kind === 'composite') continue;
    const key = keyOf(glyph.source, glyph.glyphId);
    if (!numbers.has(key)) numbers.set(key, number);
  }
  const numberOf: NumberOf = (source, glyphId) => {
    const key = keyOf(source, glyphId);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, glyphs.length);
    return glyphs.push({ kind: 'glyph', source, glyphId }) - 1;
  };
  return { glyphs, numberOf };
}

function copyGlyph(wanted: SourceGlyph, sources: readonly TrueTypeFont[], numberOf: NumberOf): WrittenGlyph {
  const source = sourceOf(sources, wanted.source);
  const outline = source.outline(wanted.glyphId);
  return {
    outline:
      outline.kind === 'composite'
        ? {
            ...outline,
            components: outline.components.map((component) => ({
              ...component,
              glyphId: numberOf(wanted.source, component.glyphId),
            })),
          }
        : outline,
    advance: source.advance(wanted.glyphId),
    leftSideBearing: source.leftSideBearing(wanted.glyphId),
  };
}

function joinGlyphs(wanted: JoinedGlyph, sources: readonly TrueTypeFont[], numberOf: NumberOf): WrittenGlyph {
  const components: GlyphComponent[] = [];
  let box: GlyphBox | undefined;
  for (const part of wanted.parts) {
    const source = sourceOf(sources, part.source);
    const outline = source.outline(part.glyphId);
    if (outline.kind === 'blank') continue;
    // On its own a glyph is painted so that its left side bearing holds; as a component it is painted as drawn.
    const x = Math.round(part.x) + source.leftSideBearing(part.glyphId) - outline.box.xMin;
    const y = Math.round(part.y);
    components.push({
      glyphId: numberOf(part.source, part.glyphId),
      flags: COMPONENT_FLAG.argumentsAreWords | COMPONENT_FLAG.argumentsAreOffsets | COMPONENT_FLAG.overlaps,
      placement: placementAt(x, y),
    });
    box = joinBoxes(box, moveBox(outline.box, x, y));
  }
  const outline: GlyphOutline =
    box === undefined ? { kind: 'blank' } : { kind: 'composite', box, components };
  return { outline, advance: Math.max(0, Math.round(wanted.advance)), leftSideBearing: box?.xMin ?? 0 };
}

function sourceOf(sources: readonly TrueTypeFont[], index: number): TrueTypeFont {
  const source = sources[index];
  if (source === undefined) throw new RangeError(`There is no source ${index}.`);
  return source;
}

function placementAt(x: number, y: number): Uint8Array {
  if (Math.max(Math.abs(x), Math.abs(y)) > 32767)
    throw new RangeError(`An offset of ${x}, ${y} is too large.`);
  const placement = new Uint8Array(4);
  const view = viewOf(placement);
  view.setInt16(0, x);
  view.setInt16(2, y);
  return placement;
}

function moveBox(box: GlyphBox, x: number, y: number): GlyphBox {
  return { xMin: box.xMin + x, yMin: box.yMin + y, xMax: box.xMax + x, yMax: box.yMax + y };
}

function joinBoxes(box: GlyphBox | undefined, other: GlyphBox): GlyphBox {
  if (box === undefined) return other;
  return {
    xMin: Math.min(box.xMin, other.xMin),
    yMin: Math.min(box.yMin, other.yMin),
    xMax: Math.max(box.xMax, other.xMax),
    yMax: Math.max(box.yMax, other.yMax),
  };
}
