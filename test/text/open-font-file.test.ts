import { describe, expect, it } from 'vitest';
import decompress from 'woff2-encoder/decompress';
import type { FontFile } from '../../src/text/font-file.js';
import { createFontReader } from '../../src/text/open-font-file.js';
import { readTables } from '../../src/text/sfnt.js';
import { decodeWoff2 } from '../../src/text/woff2.js';
import { openReference, outlineText, type ReferenceFont } from './fontkit.js';
import { readPackaged } from './packaged-font.js';

const PACKAGE = '@fontsource-variable/noto-sans-jp';
const SLICES = ['files/noto-sans-jp-0-wght-normal.woff2', 'files/noto-sans-jp-119-wght-normal.woff2'];

function outlines(font: ReferenceFont): readonly string[] {
  return Array.from({ length: font.numGlyphs }, (_, id) => {
    const glyph = font.getGlyph(id);
    // A static font has whole advances; an interpolated one need not.
    return `${Math.round(glyph.advanceWidth)}: ${outlineText(glyph)}`;
  });
}

function slice(path: string, wght: 400 | 700): FontFile {
  return { name: 'x', embedName: 'x', package: PACKAGE, path, weight: wght, format: 'woff2', axes: { wght } };
}

describe('decodeWoff2', () => {
  it.each(SLICES)(
    'unpacks the outlines, advances and tables that Google’s decoder does: %s',
    async (path) => {
      const packed = readPackaged(PACKAGE, path);
      const ours = decodeWoff2(packed);
      const theirs = await decompress(packed);
      expect(outlines(openReference(ours))).toEqual(outlines(openReference(theirs)));
      const otherTables = (bytes: Uint8Array): unknown =>
        [...readTables(bytes)].filter(([tag]) => !['glyf', 'loca', 'head'].includes(tag));
      expect(otherTables(ours)).toEqual(otherTables(theirs));
    },
  );

  it('refuses what is not a WOFF2 font', () => {
    expect(() => decodeWoff2(new Uint8Array(60))).toThrow('The file is not a WOFF2 font.');
  });
});

describe('createFontReader', () => {
  it.each([400, 700] as const)('draws a variable font at weight %i as fontkit does', (weight) => {
    const { readFont } = createFontReader(readPackaged);
    const font = readFont(slice(SLICES[1]!, weight));
    const variable = openReference(decodeWoff2(readPackaged(PACKAGE, SLICES[1]!))).getVariation({
      wght: weight,
    });
    expect(outlines(openReference(font))).toEqual(outlines(variable));
    expect(readTables(font).has('gvar')).toBe(false);
  });

  it('starts the subsetter once, and only for a variable font', () => {
    const reads: string[] = [];
    const { readFont } = createFontReader((name, path) => {
      reads.push(name);
      return readPackaged(name, path);
    });
    const thai = '@expo-google-fonts/noto-sans-thai';
    const path = '400Regular/NotoSansThai_400Regular.ttf';
    readFont({ name: 'x', embedName: 'x', package: thai, path, weight: 400, format: 'ttf' });
    expect(reads).toEqual([thai]);
    readFont(slice(SLICES[0]!, 400));
    readFont(slice(SLICES[0]!, 700));
    expect(reads).toEqual([thai, PACKAGE, 'harfbuzzjs', PACKAGE]);
  });
});
