import type { Direction } from '../base/direction.js';
import { withoutBreaks } from '../base/invisible.js';
import type { Inline, Link } from '../document/node.js';
import { plainText } from '../document/walk.js';
import { isolate } from './isolation.js';

/**
 * Writes inlines as plain text: a forced line end is a line feed, a link is followed by its address unless its words say it,
 * and a value that the text around it must not reorder is isolated by characters.
 * @param around the direction of the paragraph
 */
export function inlineText(inlines: readonly Inline[], around: Direction): string {
  return inlines.map((inline) => textOf(inline, around)).join('');
}

function textOf(inline: Inline, around: Direction): string {
  switch (inline.kind) {
    case 'text':
      return printable(inline.text);
    case 'line-break':
      return '\n';
    case 'page-number':
    case 'page-count':
      return '';
    default: {
      const inner = inlineText(inline.children, inline.dir ?? around);
      const kept = inline.kind === 'isolate' && inline.noBreak ? inner.replaceAll(' ', '\u00a0') : inner;
      const isApart = inline.kind === 'isolate' || inline.dir !== undefined;
      const words = isApart ? isolate(kept, around, inline.dir) : kept;
      return inline.kind === 'link' ? words + addressOf(inline, around) : words;
    }
  }
}

/** A terminal obeys control characters, and shows a hyphen that should be seen at a line's end only. */
function printable(text: string): string {
  return withoutBreaks(text)
    .replace(/\p{Cc}/gu, '')
    .replace(/[\u2028\u2029]/g, ' ');
}

/** The address behind a link, for readers who can't click; nothing where its words hold it. */
function addressOf({ href, children }: Link, around: Direction): string {
  const words = plainText(children);
  const address = href.replace(/^(?:mailto|tel):/, '');
  const isSaid = href.startsWith('tel:')
    ? digitsOf(words).includes(digitsOf(address))
    : words.includes(address);
  return isSaid ? '' : ` ${isolate(`<${address}>`, around, 'ltr')}`;
}

function digitsOf(text: string): string {
  return text.replace(/[^0-9]/g, '');
}
