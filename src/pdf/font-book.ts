import type { FontFace } from '../text/font.js';
import { createEmbeddedFont } from './font-file.js';
import type { EmbeddedFont, PaintedGlyph } from './font-file.js';

/** An embedded font and the name that page contents call it by. */
export type NamedFont = Readonly<{ name: string; font: EmbeddedFont }>;

/** A glyph as a file shows it: a character code of one of its fonts. */
export type EncodedGlyph = Readonly<{ font: NamedFont; code: number }>;

/**
 * The embedded fonts of a handout. The fonts of the general handout are made once and shared by all its personalised
 * copies; what a copy adds (the letters of a name) goes into fonts of its own, so that no copy carries a letter of
 * another's.
 */
export type FontBook = Readonly<{
  /** Gives a glyph that stands for a text its code. */
  encode(face: FontFace, glyph: PaintedGlyph, text: string): EncodedGlyph;
  /** Looks a glyph up without adding it. */
  find(face: FontFace, glyph: PaintedGlyph, text: string): EncodedGlyph | undefined;
}>;

/**
 * Starts a font book.
 * @param general the book of the general handout, which isn't added to any more
 */
export function createFontBook(general?: FontBook): FontBook {
  const fonts = new Map<string, NamedFont>();
  const kind = general === undefined ? 'F' : 'P';
  return {
    find(face, glyph, text) {
      const font = fonts.get(face.embedName);
      const code = font?.font.knownCode(glyph, text);
      return font === undefined || code === undefined ? undefined : { font, code };
    },
    encode(face, glyph, text) {
      const known = general?.find(face, glyph, text);
      if (known !== undefined) return known;
      let font = fonts.get(face.embedName);
      if (font === undefined) {
        const index = fonts.size + 1;
        const embedded = createEmbeddedFont(face.embedName, subsetPrefix(kind, index));
        fonts.set(face.embedName, (font = { name: `${kind}${index}`, font: embedded }));
      }
      return { font, code: font.font.code(glyph, text) };
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
