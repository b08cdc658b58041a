import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/document/outline.js';

const HTML =
  '<html lang="en"><head><title>a > b</title></head><body><header class="letterhead" data-at="0:1:1">\n' +
  '<p>Clinic</p></header><main>\n<h1>A</h1> <hr>\n<p title="x > </p>">b<br>c</p></main>' +
  '<header class="running">A</header></body></html>';

function blocksOf(html: string): readonly string[] | undefined {
  const outline = outlineOf(html);
  return outline && [...outline.letterhead, ...outline.main].map((block) => block.html.trim());
}

describe('the outline of a document', () => {
  it('has the outermost blocks of the letterhead and of the handout', () => {
    expect(blocksOf(HTML)).toEqual(['<p>Clinic</p>', '<h1>A</h1>', '<hr>', '<p title="x > </p>">b<br>c</p>']);
  });

  it('knows what each block stands in, for the language and direction that it inherits', () => {
    const { letterhead, main } = outlineOf(HTML)!;
    expect(letterhead[0]).toMatchObject({
      opening: '<html lang="en"><header class="letterhead" data-at="0:1:1">',
      closing: '</header></html>',
    });
    expect(main[0]).toMatchObject({ opening: '<html lang="en"><main>', closing: '</main></html>' });
  });

  it('leaves a shell with the same parts, empty', () => {
    expect(outlineOf(HTML)!.shell).toBe(
      '<html lang="en"><head><title>a > b</title></head><body><header class="letterhead" data-at="0:1:1">' +
        '</header><main></main><header class="running">A</header></body></html>',
    );
  });

  it('is not there where tags do not nest', () => {
    expect(outlineOf('<html><body><main><p>a</main></body></html>')).toBeUndefined();
  });

  it('loses no character of any document', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<main>',
      '</main>',
      '<body>',
      '</html>',
      '<br>',
      '<!--',
      '"',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = `<html><body><main>${pieces.join('')}</main></body></html>`;
        const outline = outlineOf(html);
        if (!outline) return;
        const { letterhead, main, shell } = outline;
        const length = [...letterhead, ...main].reduce((sum, block) => sum + block.html.length, shell.length);
        expect(length).toBe(html.length);
      }),
    );
  });
});
