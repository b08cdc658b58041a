import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TagScanner } from '../../src/template/tag-scanner.js';

function mark(content: string): string {
  return new TagScanner(2).mark(content, { line: 1, column: 0 });
}

describe('an opening tag', () => {
  it('learns where it stands', () => {
    expect(mark('<p>a</p>\n <br>')).toBe('<p data-at="2:1:1">a</p>\n <br data-at="2:2:2">');
  });

  it.each([
    ['a < b', 'a < b'],
    ['</p>', '</p>'],
    ['<!-- <p> -->', '<!-- <p> -->'],
    ['<!doctype html>', '<!doctype html>'],
    ['<p title="<b>">', '<p data-at="2:1:1" title="<b>">'],
    ["<p title='>'><em>", `<p data-at="2:1:1" title='>'><em data-at="2:1:14">`],
    ['<br/>', '<br data-at="2:1:1"/>'],
    ['<p\nclass="a">', '<p data-at="2:1:1"\nclass="a">'],
  ])('is told from other signs: %s', (content, expected) => {
    expect(mark(content)).toBe(expected);
  });

  it('may be written in pieces', () => {
    const scanner = new TagScanner(0);
    expect(scanner.mark('<p class="', { line: 3, column: 4 })).toBe('<p data-at="0:3:5" class="');
    expect(scanner.place).toBe('attribute');
    expect(scanner.mark('"><em>', { line: 3, column: 20 })).toBe('"><em data-at="0:3:23">');
    expect(scanner.place).toBe('text');
  });

  it('changes nothing else', () => {
    const pieces = fc.constantFrom(
      '<p',
      '>',
      '"',
      "'",
      '</p>',
      '<!--',
      '-->',
      ' a=',
      '\n',
      'x',
      '<',
      '/',
      '<title>',
      '</title>',
    );
    fc.assert(
      fc.property(fc.array(pieces), (content) => {
        expect(mark(content.join('')).replace(/ data-at="[\d:]+"/g, '')).toBe(content.join(''));
      }),
    );
  });
});

describe('the place of a mustache', () => {
  it.each([
    ['<p>', 'text'],
    ['<p', 'tag'],
    ['<p ', 'tag'],
    ['<', 'tag'],
    ['<p class=', 'tag'],
    ['<p class="', 'attribute'],
    ["<p class='", 'attribute'],
    ['<title>', 'title'],
    ['<TITLE lang="en">', 'title'],
    ['<title></title>', 'text'],
    ['<!-- ', 'comment'],
    ['<!-- -->', 'text'],
  ] as const)('after %s is %s', (content, place) => {
    const scanner = new TagScanner(0);
    scanner.mark(content, { line: 1, column: 0 });
    expect(scanner.place).toBe(place);
  });
});
