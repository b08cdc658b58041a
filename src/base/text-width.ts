const WIDE =
  /^(?![\uFF61-\uFFDC\u303F])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\u3200-\u33FF\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;

/** ICU's segmenter takes long to open, and such a text needs none. */
const ONE_COLUMN_EACH = /^[\x20-\x7e\xa0-\xac\xae-\xff\u2010-\u2015\u2018-\u201f]*$/;

/**
 * Counts the columns a text takes in a terminal or in a plain text file.
 * @see Unicode Standard Annex #11, East Asian Width
 */
export function textWidth(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) return text.length;
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (INVISIBLE.test(segment)) continue;
    width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
}
