import { expect, test } from 'vitest';

import type { Inline } from '../../src/document/node.js';
import { spansOf } from '../../src/layout/inline.js';
import { createTheme } from '../../src/style/theme.js';
import { tokens } from '../style/tokens.js';

const style = createTheme(tokens, { lang: 'en', paper: 'a4' }).blocks.paragraphs.body;
const text = (words: string): Inline => ({ kind: 'text', id: 0, text: words });

/** Writes spans as `tag:text`, with marks for what differs from plain text. */
function spans(...inlines: readonly Inline[]): readonly string[] {
  return spansOf(inlines, { style, lang: 'en', tag: 1 }).map((span) => {
    const marks = [
      span.style.weight === 700 && 'strong',
      span.style.italic && 'emphasis',
      span.style.underline && 'link',
      span.noBreak && 'no-break',
      span.lang !== 'en' && span.lang,
    ];
    return [`${span.tag}:${JSON.stringify(span.text)}`, ...marks.filter(Boolean)].join(' ');
  });
}

test('text directly in a paragraph is one span', () => {
  expect(spans(text('a '), text('b'))).toEqual(['1:"a b"']);
});

test('strong and emphasised text keep the tag of their paragraph', () => {
  const both: Inline = {
    kind: 'strong',
    id: 2,
    children: [text('a'), { kind: 'emphasis', id: 3, children: [text('b')] }],
  };
  expect(spans(both, text('c'))).toEqual(['1:"a" strong', '1:"b" strong emphasis', '1:"c"']);
});

test('a link has a tag of its own', () => {
  expect(spans(text('see '), { kind: 'link', id: 2, href: 'tel:1', children: [text('us')] })).toEqual([
    '1:"see "',
    '2:"us" link',
  ]);
});

test('a span in another language has a tag of its own', () => {
  expect(spans({ kind: 'span', id: 2, lang: 'es', children: [text('hola')] })).toEqual(['2:"hola" es']);
});

test('an isolate is wrapped in controls, and is unbroken where it says so', () => {
  const value = (noBreak: boolean, dir?: 'ltr'): Inline => ({
    kind: 'isolate',
    id: 2,
    noBreak,
    ...(dir && { dir }),
    children: [text('7–10')],
  });
  expect(spans(value(true))).toEqual(['1:"\u20687–10\u2069" no-break']);
  expect(spans(value(false, 'ltr'))).toEqual(['1:"\u20667–10\u2069"']);
});

test('a line break is a forced line end', () => {
  expect(spans(text('a'), { kind: 'line-break', id: 2 }, text('b'))).toEqual(['1:"a\\nb"']);
});
