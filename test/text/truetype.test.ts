import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTables, writeTables } from '../../src/text/sfnt.js';
import { parseTrueType } from '../../src/text/truetype.js';
import { openReference } from './fontkit.js';
import { readStaticFont } from './packaged-font.js';

const bytes = readStaticFont('source-sans-3', '700Bold_Italic', 'SourceSans3');

/** The font with one table left out. */
function withoutTable(tag: string): Uint8Array {
  const tables = [...readTables(bytes)].filter(([name]) => name !== tag);
  return writeTables(
    new Map(
      tables.map(([name, view]) => [name, new Uint8Array(view.buffer, view.byteOffset, view.byteLength)]),
    ),
  );
}

describe('parseTrueType', () => {
  it('reads the measures a PDF states about a font', () => {
    const { unitsPerEm, ascender, descender, capHeight, italicAngle } = parseTrueType(bytes);
    expect({ unitsPerEm, ascender, descender, capHeight, italicAngle }).toEqual({
      unitsPerEm: 1000,
      ascender: 1024,
      descender: -400,
      capHeight: 660,
      italicAngle: -11,
    });
  });

  it('reads the advance of every glyph', () => {
    const font = parseTrueType(bytes);
    const reference = openReference(bytes);
    for (let id = 0; id < font.glyphCount; id++) {
      expect(font.advance(id)).toBe(reference.getGlyph(id).advanceWidth);
    }
  });

  it('takes the ascender for the height of capitals when the font doesn’t say', () => {
    expect(parseTrueType(withoutTable('OS/2')).capHeight).toBe(1024);
  });

  it('reads each outline once', () => {
    const font = parseTrueType(bytes);
    expect(font.outline(40)).toBe(font.outline(40));
  });

  it('says which table a font lacks', () => {
    expect(() => parseTrueType(withoutTable('glyf'))).toThrow('The font has no table glyf.');
  });

  it('refuses a file that isn’t TrueType', () => {
    expect(() => parseTrueType(new TextEncoder().encode('This is not a font.'))).toThrow(
      'The font file is not a TrueType font.',
    );
    expect(() => parseTrueType(new Uint8Array(3))).toThrow('The font file is shorter than its header.');
  });

  it('refuses a file that was cut short anywhere in its tables', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: bytes.length - 1000 }), (length) => {
        expect(() => parseTrueType(bytes.subarray(0, length))).toThrow(/shorter than|runs past the end/);
      }),
    );
  });
});
