import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { escapeText, quoteAttribute } from '../../src/web/escape.js';
import { elementsOf } from './parsed-page.js';

/** Any text that a file in UTF-8 can hold, rich in what could be taken for markup. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '&lt',
        '&amp;',
        '</p>',
        '<!--',
        ']]>',
        '<script>',
        '\r\n',
        '\r',
        '=',
      ),
    ),
  )
  .map((parts) => parts.join(''))
  .filter((text) => !/\p{Surrogate}/u.test(text) && !text.includes('\0'));

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><title>x</title></head><body>${body}</body></html>`;
}

describe('escaped text', () => {
  it('comes back the same from an HTML parser, and is never markup', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const elements = elementsOf(page(`<p>${escapeText(text)}</p>`));
        expect(elements.map(({ name }) => name)).toEqual(['html', 'head', 'title', 'body', 'p']);
        expect(elements.at(-1)?.text).toBe(text);
      }),
    );
  });

  it('comes back the same as the value of an attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const paragraph = elementsOf(page(`<p title=${quoteAttribute(text)}></p>`)).at(-1)!;
        expect(paragraph.attributes).toEqual(new Map([['title', text]]));
      }),
    );
  });

  it('has U+FFFD for the one character that HTML cannot hold', () => {
    expect(escapeText('a\0b') + quoteAttribute('\0')).toBe('a\uFFFDb"\uFFFD"');
  });
});
