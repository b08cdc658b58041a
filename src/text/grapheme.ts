/**
 * Graphemes: what a reader takes for one character.
 * @see UAX #29, Unicode Text Segmentation
 */

/** Splits a text into graphemes, each with its offset in UTF-16 code units. */
export type GraphemeSplitter = (text: string) => Iterable<Readonly<{ segment: string; index: number }>>;

/** Texts in which every code unit is a grapheme: composed Latin, Greek, Cyrillic and Armenian, and punctuation. */
const ONE_UNIT_EACH = /^[\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2069]*$/;

/** Makes a splitter. ICU's own, which takes long to start, is opened when the first text needs it. */
export function createGraphemeSplitter(): GraphemeSplitter {
  let segmenter: Intl.Segmenter | undefined;
  return (text) => {
    if (ONE_UNIT_EACH.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
    segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
    return segmenter.segment(text);
  };
}
