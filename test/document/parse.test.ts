import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { walkDocument } from '../../src/document/walk.js';
import { outline } from './outline.js';
import { complaints, documentOf, handout } from './parse-body.js';

function main(html: string): string {
  return outline(documentOf(handout(html)).children);
}

describe('a document', () => {
  const html =
    '<html lang="ar" dir="rtl"><head><title> A\n &amp; B </title></head><body>' +
    '<header class="letterhead"><p>Clinic</p></header><main><h1>A</h1></main>' +
    '<header class="running">A <em>b</em></header>' +
    '<footer><p><span class="start">s</span><span class="end">page <span class="page-number"></span> of ' +
    '<span class="page-count"></span></span></p><p><span class="end">e</span></p></footer></body></html>';
  const document = documentOf(html);

  it('has a language, a direction and a title', () => {
    expect(document).toMatchObject({ lang: 'ar', dir: 'rtl', title: 'A & B' });
  });

  it('has a letterhead, its own blocks, and lines that repeat', () => {
    expect(outline(document.letterhead)).toBe('paragraph role="body"\n  text text="Clinic"\n');
    expect(outline(document.children)).toBe('heading level=1\n  text text="A"\n');
    expect(outline(document.runningHeader)).toBe('text text="A "\nemphasis\n  text text="b"\n');
    expect(document.runningFooter.map(({ start, end }) => [outline(start), outline(end)])).toEqual([
      ['text text="s"\n', 'text text="page "\npage-number\ntext text=" of "\npage-count\n'],
      ['', 'text text="e"\n'],
    ]);
  });

  it('numbers its nodes in reading order', () => {
    const ids = [...walkDocument(document)].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('may do without everything but main', () => {
    const small =
      '<!doctype html><html lang="en"><head><title>A</title></head><body><main><hr></main></body></html>';
    expect(documentOf(small)).toMatchObject({
      dir: 'ltr',
      letterhead: [],
      runningHeader: [],
      runningFooter: [],
    });
  });
});

describe('the blocks of a document', () => {
  it('are headings and paragraphs with roles', () => {
    expect(
      main('<h1>a</h1><h2>b</h2><h3>c</h3><p>d</p><p class="lead">e</p><p class="draft-notice">f</p><hr>'),
    ).toBe(
      'heading level=1\n  text text="a"\nheading level=2\n  text text="b"\nheading level=3\n  text text="c"\n' +
        'paragraph role="body"\n  text text="d"\nparagraph role="lead"\n  text text="e"\n' +
        'paragraph role="draft-notice"\n  text text="f"\nrule\n',
    );
  });

  it('are lists, whose items hold words or blocks', () => {
    expect(main('<ul class="check"><li>a <em>b</em>\n<ol><li><p>c</p><p>d</p></li></ol> e</li></ul>')).toBe(
      'list marker="check"\n  list-item\n    paragraph role="body"\n      text text="a "\n      emphasis\n' +
        '        text text="b"\n    list marker="decimal"\n      list-item\n        paragraph role="body"\n' +
        '          text text="c"\n        paragraph role="body"\n          text text="d"\n' +
        '    paragraph role="body"\n      text text="e"\n',
    );
  });

  it.each([
    ['<ul><li>a</li></ul>', 'list marker="disc"'],
    ['<ul class="cross"><li>a</li></ul>', 'list marker="cross"'],
    ['<ul class="plain"><li>a</li></ul>', 'list marker="none"'],
    ['<ol class="timeline"><li>a</li></ol>', 'timeline'],
  ])('are lists of every kind: %s', (html, expected) => {
    expect(main(html).split('\n')[0]).toBe(expected);
  });

  it('are tables', () => {
    const html =
      '<table><caption>C</caption><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>' +
      '<tbody><tr><th scope="row">c</th><td>d</td></tr><tr><td colspan="2"><p>e</p></td></tr></tbody></table>';
    const cell = (text: string): string => `      paragraph role="body"\n        text text="${text}"\n`;
    expect(main(html)).toBe(
      `table\n  text text="C"\n  table-row\n    table-cell header="column" columnSpan=1\n${cell('a')}` +
        `    table-cell header="column" columnSpan=1\n${cell('b')}  table-row\n` +
        `    table-cell header="row" columnSpan=1\n${cell('c')}    table-cell columnSpan=1\n${cell('d')}` +
        `  table-row\n    table-cell columnSpan=2\n${cell('e')}`,
    );
  });

  it('are figures with labels in reading order, before the caption', () => {
    expect(
      main(
        '<figure class="labelled"><img src="a.svg" alt="Skin"><ul><li data-label="top">Epidermis</li></ul>' +
          '<figcaption>c</figcaption></figure>',
      ),
    ).toBe(
      'figure source="a.svg" alternative="Skin"\n  figure-label room="top"\n    text text="Epidermis"\n  text text="c"\n',
    );
  });

  it('are icons, which say nothing', () => {
    expect(main('<figure class="icon"><img src="a.svg"></figure>')).toBe(
      'figure source="a.svg" alternative="" isIcon=true\n',
    );
  });

  it('are cards', () => {
    expect(main('<ul class="cards"><li>a</li></ul>')).toBe(
      'cards\n  list-item\n    paragraph role="body"\n      text text="a"\n',
    );
  });

  it('are figures', () => {
    expect(
      main(
        '<figure><img src="qr:https://a.b" alt="Code" data-width-mm="25"><figcaption>c</figcaption></figure>',
      ),
    ).toBe('figure source="qr:https://a.b" alternative="Code" widthMm=25\n  text text="c"\n');
  });

  it('are callouts, sections, columns and pairs of do and don’t', () => {
    expect(
      main(
        '<aside class="urgent"><p>a</p></aside><section class="keep-together"><hr></section><section><hr></section>' +
          '<div class="columns"><div data-span="2"><hr></div><div><hr></div></div>' +
          '<div class="do-dont"><section><hr></section><section><hr></section></div>',
      ),
    ).toBe(
      'callout role="urgent"\n  paragraph role="body"\n    text text="a"\n' +
        'section role="keep-together"\n  rule\nsection\n  rule\n' +
        'columns\n  column span=2\n    rule\n  column span=1\n    rule\n' +
        'do-dont\n  section\n    rule\n  section\n    rule\n',
    );
  });
});

describe('the inlines of a document', () => {
  it('are text and marks', () => {
    expect(
      main(
        '<p><strong>a</strong><em>b</em><a href="tel:+15550100">c</a><bdi>d</bdi><bdi class="no-break">e</bdi>' +
          '<time datetime="2026-05-12">f</time><span lang="ar" dir="rtl">g</span><br>h</p>',
      ),
    ).toBe(
      'paragraph role="body"\n  strong\n    text text="a"\n  emphasis\n    text text="b"\n' +
        '  link href="tel:+15550100"\n    text text="c"\n  isolate noBreak=false\n    text text="d"\n' +
        '  isolate noBreak=true\n    text text="e"\n  isolate noBreak=false\n    text text="f"\n' +
        '  span lang="ar" dir="rtl"\n    text text="g"\n  line-break\n  text text="h"\n',
    );
  });

  it('know their language only where it differs', () => {
    expect(
      main('<p lang="en" dir="ltr">a</p><p lang="es">b <em lang="es">c</em> <em lang="en">d</em></p>'),
    ).toBe(
      'paragraph role="body"\n  text text="a"\nparagraph lang="es" role="body"\n  text text="b "\n' +
        '  emphasis\n    text text="c"\n  text text=" "\n  emphasis lang="en"\n    text text="d"\n',
    );
  });

  it('know where a template wrote them, or what is around them', () => {
    const [paragraph] = documentOf(handout('<p data-at="0:7:3">a<em>b</em></p>')).children;
    const at = { file: 'page.hbs', line: 7, column: 3 };
    expect(paragraph).toMatchObject({ at, children: [{ at }, { at, children: [{ at }] }] });
  });

  it('are in normalisation form C', () => {
    expect(main('<p>e\u0301</p>')).toContain('text="é"');
  });
});

describe('a place that names no file', () => {
  it('is that of the element around it', () => {
    const { value } = parseDocument(handout('<hr data-at="9:9:9">'), ['page.hbs']);
    expect(value.children[0]?.at).toEqual({ file: 'page.hbs', line: 1, column: 1 });
  });
});

describe('a document that is none', () => {
  it.each(['', 'text', '<p>a</p>', '<p><html lang="en"></html></p>'])('is told so: %j', (html) => {
    expect(complaints(html)).toContain('error document/missing-element\nA handout starts with <html>.');
  });
});
