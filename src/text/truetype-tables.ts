import { joinOutlines } from './outline-table.js';
import { writeComposite, type GlyphBox, type GlyphOutline } from './glyph-outline.js';
import { viewOf } from './sfnt.js';
import type { TrueTypeFont } from './truetype.js';

/** One glyph of a new font; its components carry the new font's ids. Lengths are in font units. */
export type WrittenGlyph = Readonly<{ outline: GlyphOutline; advance: number; leftSideBearing: number }>;

/**
 * Writes the tables of an unhinted TrueType font.
 * @param model gives `unitsPerEm` and the line metrics
 * @param glyphs in the order of their ids
 * @returns `glyf`, `head`, `hhea`, `hmtx`, `loca` and `maxp` by their tags
 * @see OpenType specification
 */
export function truetypeTables(
  model: TrueTypeFont,
  glyphs: readonly WrittenGlyph[],
): ReadonlyMap<string, Uint8Array> {
  const { glyf, loca, longOffsets } = joinOutlines(glyphs.map(({ outline }) => outlineBytes(outline)));
  return new Map([
    ['glyf', glyf],
    ['head', headTable(model, glyphs, longOffsets)],
    ['hhea', hheaTable(model, glyphs)],
    ['hmtx', hmtxTable(glyphs)],
    ['loca', loca],
    ['maxp', maxpTable(glyphs)],
  ]);
}

function outlineBytes(outline: GlyphOutline): Uint8Array {
  switch (outline.kind) {
    case 'blank':
      return new Uint8Array(0);
    case 'simple':
      return outline.bytes;
    case 'composite':
      return writeComposite(outline.box, outline.components);
  }
}

function headTable(model: TrueTypeFont, glyphs: readonly WrittenGlyph[], longOffsets: boolean): Uint8Array {
  const table = new Uint8Array(54);
  const view = viewOf(table);
  view.setUint32(0, VERSION_1);
  view.setUint32(4, VERSION_1);
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(16, BASELINE_AT_ZERO | (bearingsAreEdges(glyphs) ? BEARINGS_ARE_EDGES : 0));
  view.setUint16(18, model.unitsPerEm);
  const box = boxOfAll(glyphs);
  [box.xMin, box.yMin, box.xMax, box.yMax].forEach((value, index) => view.setInt16(36 + index * 2, value));
  view.setUint16(46, SMALLEST_READABLE_SIZE);
  view.setInt16(48, STRONGLY_LEFT_TO_RIGHT_AND_NEUTRAL);
  view.setInt16(50, longOffsets ? 1 : 0);
  return table;
}

const VERSION_1 = 0x00010000;
const BASELINE_AT_ZERO = 0x0001;
const BEARINGS_ARE_EDGES = 0x0002;
const SMALLEST_READABLE_SIZE = 6;
const STRONGLY_LEFT_TO_RIGHT_AND_NEUTRAL = 2;

function bearingsAreEdges(glyphs: readonly WrittenGlyph[]): boolean {
  return glyphs.every(
    ({ outline, leftSideBearing }) => outline.kind === 'blank' || outline.box.xMin === leftSideBearing,
  );
}

function boxOfAll(glyphs: readonly WrittenGlyph[]): GlyphBox {
  const boxes = glyphs.flatMap(({ outline }) => (outline.kind === 'blank' ? [] : [outline.box]));
  return {
    xMin: least(boxes.map((box) => box.xMin)),
    yMin: least(boxes.map((box) => box.yMin)),
    xMax: greatest(boxes.map((box) => box.xMax)),
    yMax: greatest(boxes.map((box) => box.yMax)),
  };
}

function hheaTable(model: TrueTypeFont, glyphs: readonly WrittenGlyph[]): Uint8Array {
  const inked = glyphs.flatMap(({ outline, advance, leftSideBearing }) => {
    if (outline.kind === 'blank') return [];
    const extent = leftSideBearing + outline.box.xMax - outline.box.xMin;
    return [{ left: leftSideBearing, right: advance - extent, extent }];
  });
  const table = new Uint8Array(36);
  const view = viewOf(table);
  view.setUint32(0, VERSION_1);
  view.setInt16(4, model.ascender);
  view.setInt16(6, model.descender);
  view.setUint16(10, greatest(glyphs.map(({ advance }) => advance)));
  view.setInt16(12, least(inked.map(({ left }) => left)));
  view.setInt16(14, least(inked.map(({ right }) => right)));
  view.setInt16(16, greatest(inked.map(({ extent }) => extent)));
  view.setInt16(18, 1);
  view.setUint16(34, glyphs.length);
  return table;
}

function hmtxTable(glyphs: readonly WrittenGlyph[]): Uint8Array {
  const table = new Uint8Array(glyphs.length * 4);
  const view = viewOf(table);
  for (const [index, { advance, leftSideBearing }] of glyphs.entries()) {
    view.setUint16(index * 4, advance);
    view.setInt16(index * 4 + 2, leftSideBearing);
  }
  return table;
}

/** How much memory a reader needs for the largest glyphs; nothing is needed for instructions, since there are none. */
function maxpTable(glyphs: readonly WrittenGlyph[]): Uint8Array {
  const simple = glyphs.flatMap(({ outline }) => (outline.kind === 'simple' ? [outline] : []));
  const composite = glyphs.flatMap(({ outline }) => (outline.kind === 'composite' ? [outline] : []));
  const totals = composite.map((outline) => sizeOf(outline, glyphs));
  const table = new Uint8Array(32);
  const view = viewOf(table);
  view.setUint32(0, VERSION_1);
  view.setUint16(4, glyphs.length);
  view.setUint16(6, greatest(simple.map(({ points }) => points)));
  view.setUint16(8, greatest(simple.map(({ contours }) => contours)));
  view.setUint16(10, greatest(totals.map(({ points }) => points)));
  view.setUint16(12, greatest(totals.map(({ contours }) => contours)));
  view.setUint16(14, 1);
  view.setUint16(28, greatest(composite.map(({ components }) => components.length)));
  view.setUint16(30, greatest(totals.map(({ depth }) => depth)));
  return table;
}

type OutlineSize = Readonly<{ points: number; contours: number; depth: number }>;

function sizeOf(outline: GlyphOutline, glyphs: readonly WrittenGlyph[]): OutlineSize {
  switch (outline.kind) {
    case 'blank':
      return { points: 0, contours: 0, depth: 0 };
    case 'simple':
      return { points: outline.points, contours: outline.contours, depth: 0 };
    case 'composite': {
      const sizes = outline.components.map(({ glyphId }) => sizeOf(glyphs[glyphId]!.outline, glyphs));
      return {
        points: sizes.reduce((sum, { points }) => sum + points, 0),
        contours: sizes.reduce((sum, { contours }) => sum + contours, 0),
        depth: 1 + greatest(sizes.map(({ depth }) => depth)),
      };
    }
  }
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
}

function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
}
