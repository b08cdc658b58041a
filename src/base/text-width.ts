const WIDE =
  /^(?![\uFF61-\uFFDC\u303F])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\u3200-\u33FF\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;

/**
 * Letters and signs of Latin, Greek, Cyrillic, Hebrew and Arabic that are one column wide, and the marks on them and controls between
 * them that take none: ICU's segmenter takes long to open, and a text of these needs none.
 */
const ONE_COLUMN_EACH =
  '\\x20-\\x7e\\xa0-\\xac\\xae-\\u017f\\u0384-\\u0482\\u048a-\\u0556\\u05d0-\\u05ea\\u05f0-\\u05f4\\u060b-\\u060f\\u061b\\u061d-\\u064a' +
  '\\u0660-\\u066f\\u0671-\\u06d5\\u06ee-\\u06ff\\u2010-\\u2015\\u2018-\\u201f\\u2026\\u202f\\ufffc';
const NO_COLUMN =
  '\\xad\\u0300-\\u036f\\u0591-\\u05bd\\u061c\\u064b-\\u065f\\u0670\\u200b\\u200c\\u200e\\u200f\\u2060\\u2066-\\u2069';
const SIMPLE = new RegExp(`^[${ONE_COLUMN_EACH}${NO_COLUMN}]*$`);
const UNSEEN = new RegExp(`[${NO_COLUMN}]`, 'g');

/**
 * Counts the columns a text takes in a terminal or in a plain text file.
 * @see Unicode Standard Annex #11, East Asian Width
 */
export function textWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length - (text.match(UNSEEN)?.length ?? 0);
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (INVISIBLE.test(segment)) continue;
    width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
}
