import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/document/walk.js';
import { documentOf, handout } from './parse-body.js';

/** The texts of a paragraph, in order; a forced line end is `¶`. */
function texts(html: string): readonly string[] {
  const [paragraph] = documentOf(handout(`<p>${html}</p>`)).children;
  if (paragraph?.kind !== 'paragraph') throw new Error('There is no paragraph.');
  return paragraph.children.map((inline) => (inline.kind === 'line-break' ? '¶' : plainText([inline])));
}

describe('white space', () => {
  it.each([
    ['  a \n\t b  ', ['a b']],
    ['a <em> b </em> c', ['a ', 'b ', 'c']],
    ['a<em> b</em>', ['a', ' b']],
    ['<em>a </em>', ['a']],
    [' <em> </em> a', ['', 'a']],
    ['a <br> b', ['a', '¶', 'b']],
    ['a\u00a0 \u00a0b', ['a\u00a0 \u00a0b']],
    ['洗净。 涂抹', ['洗净。涂抹']],
    ['<strong>今天：</strong> 休息。 <em> 好</em>', ['今天：', '休息。', '好']],
    ['a。<br> b', ['a。', '¶', 'b']],
  ])('collapses as in HTML: %j', (html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  it('never doubles, begins or ends a line, and parts the same words', () => {
    const pieces = fc.constantFrom(' ', '\n', 'a', 'b', '<em>', '<strong>', '\t');
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 20 }), (written) => {
        const closed = written.map((piece) =>
          piece.startsWith('<') ? `${piece} c </${piece.slice(1)}` : piece,
        );
        const html = `x${closed.join('')}`;
        const expected = html
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim();
        expect(texts(html).join('')).toBe(expected);
      }),
    );
  });
});
