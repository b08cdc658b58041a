import type { Direction } from '../base/direction.js';

/**
 * Characters that keep a passage apart from the direction of the text around it.
 * @see Unicode Standard Annex #9, 2.4, explicit directional isolates
 */
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const RIGHT_TO_LEFT_MARK = '\u200f';

const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Yezidi}\u200f]/u;

/**
 * Puts isolate characters around a passage. Where all text runs from left to right they would change nothing, so a phone
 * number that is copied from an English text is only itself.
 * @param around the direction of the text that the passage stands in
 * @param dir the direction of the passage; that of its first letter without it
 */
export function isolate(text: string, around: Direction, dir?: Direction): string {
  if (around === 'ltr' && dir !== 'rtl' && !RIGHT_TO_LEFT_LETTER.test(text)) return text;
  const opening =
    dir === 'ltr' ? LEFT_TO_RIGHT_ISOLATE : dir === 'rtl' ? RIGHT_TO_LEFT_ISOLATE : FIRST_STRONG_ISOLATE;
  return `${opening}${text}${POP_ISOLATE}`;
}

/** Ends at the end of each line the isolates that a line break divided, and begins them again on the next. */
export function mendIsolates(lines: readonly string[]): readonly string[] {
  let open: readonly string[] = [];
  return lines.map((line) => {
    const start = open.join('');
    for (const [character] of line.matchAll(/[\u2066-\u2069]/g)) {
      open = character === POP_ISOLATE ? open.slice(0, -1) : [...open, character];
    }
    return start + line + POP_ISOLATE.repeat(open.length);
  });
}

/**
 * Marks a line of a right-to-left text that its first letter would make a left-to-right one. In plain text each line
 * finds its own direction.
 */
export function markRightToLeft(line: string): string {
  let outside = line;
  for (let before = ''; before !== outside;) {
    before = outside;
    outside = outside.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '');
  }
  const firstLetter = /\p{L}|\u200f/u.exec(outside)?.[0] ?? '';
  return line === '' || RIGHT_TO_LEFT_LETTER.test(firstLetter) ? line : RIGHT_TO_LEFT_MARK + line;
}
