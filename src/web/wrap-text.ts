import { textWidth } from '../base/text-width.js';
import { mendIsolates } from './isolation.js';

/** How a text is divided into lines. */
export type WrapOptions = Readonly<{
  /** In columns. */
  width: number;
  /** BCP 47 tag; it tells where words end in scripts that write none of the spaces between them. */
  lang: string;
}>;

/**
 * Divides a text into lines that are as full as can be. A line ends at a space, at a line feed, or between words of a
 * script without spaces; a word wider than the width, such as a web address, stays whole.
 */
export function wrapText(text: string, options: WrapOptions): readonly string[] {
  return mendIsolates(text.split('\n').flatMap((paragraph) => fillLines(paragraph, options)));
}

/** A stretch that no line divides, and whether a space stands before it. */
type Piece = Readonly<{ text: string; space: boolean }>;

function fillLines(paragraph: string, { width, lang }: WrapOptions): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { text, space } of piecesOf(paragraph, lang)) {
    const wide = textWidth(text);
    const needed = wide + (space && line !== '' ? 1 : 0);
    if (line !== '' && used + needed > width) {
      lines.push(line);
      line = text;
      used = wide;
    } else {
      line += space && line !== '' ? ` ${text}` : text;
      used += needed;
    }
  }
  return [...lines, line];
}

function piecesOf(paragraph: string, lang: string): readonly Piece[] {
  const words = paragraph.split(' ').filter((word) => word !== '');
  return words.flatMap((word) => {
    const parts = UNSPACED.test(word) ? divideWords(word, lang) : [word];
    return parts.map((text, index) => ({ text, space: index === 0 }));
  });
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Punctuation stays with the word before it; what opens, with the word after it. */
function divideWords(text: string, lang: string): readonly string[] {
  const parts: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    const last = parts.at(-1);
    const isOpened = last !== undefined && /^[\p{Ps}\p{Pi}\u2066-\u2068]+$/u.test(last);
    const begins = isWordLike === true || /^[\p{Ps}\p{Pi}\u2066-\u2068]/u.test(segment);
    if (last === undefined || (begins && !isOpened)) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}
