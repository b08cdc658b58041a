import type { FontFace } from '../text/font.js';
import { createEmbeddedFont } from './font-file.js';
import type { EmbeddedFont, PaintedGlyph } from './font-file.js';

/** A glyph with the text it stands for. */
export type ShownGlyph = Readonly<{ glyph: PaintedGlyph; text: string }>;

/** An embedded font and the name that page contents call it by. */
export type NamedFont = Readonly<{ name: string; font: EmbeddedFont }>;

/** The character codes of some glyphs, all in one font. */
export type EncodedGlyphs = Readonly<{
  font: NamedFont;
  codes: readonly number[];
  /** Whether the codes are the same in every copy of the handout. */
  shared: boolean;
}>;

/**
 * The embedded fonts of a handout. The fonts of the general handout are made once and shared by all its personalised
 * copies; what a copy adds (the letters of a name) goes into fonts of its own, so that no copy carries a letter of
 * another's.
 */
export type FontBook = Readonly<{
  encode(face: FontFace, glyphs: readonly ShownGlyph[]): EncodedGlyphs;
  /** Looks glyphs up without adding any. */
  find(face: FontFace, glyphs: readonly ShownGlyph[]): EncodedGlyphs | undefined;
}>;

/**
 * Starts a font book.
 * @param general the book of the general handout, which isn't added to any more
 */
export function createFontBook(general?: FontBook): FontBook {
  const fonts = new Map<string, NamedFont>();
  const namePrefix = general === undefined ? 'F' : 'P';
  const find: FontBook['find'] = (face, glyphs) => {
    const font = fonts.get(face.embedName);
    if (font === undefined) return undefined;
    const codes: number[] = [];
    for (const { glyph, text } of glyphs) {
      const code = font.font.knownCode(glyph, text);
      if (code === undefined) return undefined;
      codes.push(code);
    }
    return { font, codes, shared: true };
  };
  return {
    find,
    encode(face, glyphs) {
      const known = general?.find(face, glyphs);
      if (known !== undefined) return known;
      let font = fonts.get(face.embedName);
      if (font === undefined) {
        const index = fonts.size + 1;
        const prefix = subsetPrefix(namePrefix, index);
        font = { name: `${namePrefix}${index}`, font: createEmbeddedFont(face.embedName, prefix) };
        fonts.set(face.embedName, font);
      }
      const codes = glyphs.map(({ glyph, text }) => font.font.code(glyph, text));
      return { font, codes, shared: general === undefined };
    },
  };
}

/** Six capitals, different for each font of a file. @see ISO 32000-1, 9.6.4 */
function subsetPrefix(kind: string, index: number): string {
  const letters = Array.from({ length: 4 }, (_, place) =>
    String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26)),
  );
  return `H${kind}${letters.reverse().join('')}`;
}
