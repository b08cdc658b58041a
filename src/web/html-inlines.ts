import { withoutBreakControls } from '../base/invisible.js';
import type { Inline } from '../document/node.js';
import { escapeText } from './escape.js';
import { element, openTag, passage } from './tag.js';

/** Writes inlines as HTML. Page numbers are left out, since a web page has none. */
export function writeInlines(inlines: readonly Inline[]): string {
  return inlines.map(writeInline).join('');
}

function writeInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(withoutBreakControls(inline.text));
    case 'line-break':
      return openTag('br');
    case 'page-number':
    case 'page-count':
      return '';
    case 'strong':
      return element('strong', passage(inline), writeInlines(inline.children));
    case 'emphasis':
      return element('em', passage(inline), writeInlines(inline.children));
    case 'span':
      return element('span', passage(inline), writeInlines(inline.children));
    case 'link':
      return element('a', { href: inline.href, ...passage(inline) }, writeInlines(inline.children));
    case 'isolate': {
      const attributes = { class: inline.noBreak ? 'no-break' : undefined, ...passage(inline) };
      return element('bdi', attributes, writeInlines(inline.children));
    }
  }
}
