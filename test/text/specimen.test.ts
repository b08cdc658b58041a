import * as harfbuzz from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { openFontCatalogue } from '../../src/text/font-catalogue.js';
import { inRanges, type FontFile } from '../../src/text/font-file.js';
import { createFontReader } from '../../src/text/open-font-file.js';
import { readPackaged } from './packaged-font.js';
import { readSpecimen, type SpecimenParagraph } from './specimen.js';

const catalogue = openFontCatalogue(readPackaged);
const { readFont } = createFontReader(readPackaged);
const opened = new Map<string, harfbuzz.Font>();

function open(file: FontFile): harfbuzz.Font {
  const known = opened.get(file.name);
  if (known !== undefined) return known;
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(readFont(file))));
  opened.set(file.name, font);
  return font;
}

function covers(file: FontFile, codePoint: number): boolean {
  if (file.ranges !== undefined && !inRanges(file.ranges, codePoint)) return false;
  return (open(file).nominalGlyph(codePoint) ?? 0) !== 0;
}

/** The design that shows each visible character of a paragraph, with the characters that none shows under `none`. */
function charactersByDesign({ lang, script, text }: SpecimenParagraph): ReadonlyMap<string, string> {
  const files = catalogue.fontFilesFor({ script, lang, typeface: 'source-sans', weight: 400, italic: false });
  const found = new Map<string, string>();
  for (const character of new Set(text.normalize('NFC').replace(/\p{Default_Ignorable_Code_Point}/gu, ''))) {
    const design = files.find((file) => covers(file, character.codePointAt(0)!))?.embedName ?? 'none';
    found.set(design, (found.get(design) ?? '') + character);
  }
  return found;
}

describe('the specimen', () => {
  it.each(readSpecimen())('has a font for every character of $lang', (paragraph) => {
    expect(charactersByDesign(paragraph).get('none')).toBeUndefined();
  });

  it.each(readSpecimen())('needs no fallback but Latin for $lang', (paragraph) => {
    const designs = [...charactersByDesign(paragraph).keys()];
    const own = catalogue.fontFilesFor({
      ...paragraph,
      typeface: 'source-sans',
      weight: 400,
      italic: false,
    })[0]!.embedName;
    expect(designs.filter((design) => design !== own && design !== 'SourceSans3-Regular')).toEqual([]);
  });

  it('writes a number, a range and a phone number in every paragraph', () => {
    for (const { text } of readSpecimen()) {
      expect(text).toMatch(/\p{Nd}{2}/u);
      expect(text).toMatch(/\p{Nd}[–～~]\p{Nd}/u);
      expect(text).toMatch(/(\p{Nd}+[- ]){2,}\p{Nd}+/u);
    }
  });
});
