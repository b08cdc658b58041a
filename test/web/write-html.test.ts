import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Block, DocumentNode, Inline } from '../../src/document/node.js';
import { plainText, walkDocument } from '../../src/document/walk.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import type { Picture } from '../../src/web/picture.js';
import { writeHtml } from '../../src/web/write-html.js';
import { arbitraryBlocks } from '../layout/arbitrary-blocks.js';
import { createNodes, documentOf } from '../layout/sample.js';
import { tokens } from '../style/tokens.js';
import { elementsOf, type PageElement } from './parsed-page.js';

const nodes = createNodes();
const square: VectorImage = {
  kind: 'vector',
  width: 30,
  height: 15,
  paths: [
    {
      commands: [['M', 0, 0], ['L', 1 / 3, 2], ['Z']],
      fill: { colour: '#112233', rule: 'evenodd' },
      stroke: { colour: '#445566', width: 2, cap: 'round', join: 'bevel', miterLimit: 4, dashes: [1, 2] },
    },
  ],
};

function write(document: DocumentNode, pictures: ReadonlyMap<string, Picture> = new Map()): string {
  return writeHtml(document, { tokens, paper: 'a4', pictures });
}

/** The HTML of blocks between the tags of the main part. */
function mainOf(children: readonly Block[], pictures?: ReadonlyMap<string, Picture>): string {
  return /<main>\n([^]*)<\/main>/.exec(write(documentOf(children), pictures))![1]!;
}

function paragraph(children: readonly Inline[]): Block {
  return { kind: 'paragraph', id: nodes.id(), role: 'body', children };
}

function figure(source: string, widthMm?: number): Block {
  const caption = [nodes.text('Caption')];
  return {
    ...{ kind: 'figure', id: nodes.id(), source, alternative: 'A "square"', caption },
    ...(widthMm !== undefined && { widthMm }),
  };
}

function named(elements: readonly PageElement[], name: string): readonly PageElement[] {
  return elements.filter((element) => element.name === name);
}

describe('a web page', () => {
  it('says its language, direction and title, and has the landmarks', () => {
    const document = documentOf([nodes.heading(1, 'Title')], {
      lang: 'ar',
      dir: 'rtl',
      title: 'A & <B>',
      letterhead: [nodes.paragraph('Clinic')],
      runningHeader: [nodes.text('Clinic – Title')],
      runningFooter: [{ start: [nodes.text('Version 1')], end: [{ kind: 'page-number', id: nodes.id() }] }],
    });
    const elements = elementsOf(write(document));
    expect(elements[0]?.attributes).toEqual(
      new Map([
        ['lang', 'ar'],
        ['dir', 'rtl'],
      ]),
    );
    expect(named(elements, 'title')[0]?.text).toBe('A & <B>');
    expect(named(elements, 'header')[0]?.text.trim()).toBe('Clinic');
    expect(named(elements, 'main')[0]?.text.trim()).toBe('Title');
    expect(named(elements, 'footer')[0]?.text.trim()).toBe('Version 1');
  });

  it('fetches nothing and runs nothing', () => {
    const html = write(documentOf([figure('a.png')]), new Map([['a.png', square]]));
    expect(html).toContain(`content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<link|@import|url\(| on\w+=|src="(?!data:)/);
  });

  it('holds whatever the tree holds as text, in elements of the vocabulary alone', () => {
    const anyText = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\0\r]/g, ''));
    fc.assert(
      fc.property(arbitraryBlocks, anyText, (recipes, text) => {
        const own = createNodes();
        const children = [...recipes.map((make) => make(own)), paragraph([own.text(text)])];
        const document = documentOf(children, { title: text });
        const elements = elementsOf(write(document));
        const squeezed = (words: string): string => words.replace(/\s/g, '');
        const said = walkDocument(document).map((node) => (node.kind === 'text' ? plainText([node]) : ''));
        expect(squeezed(named(elements, 'main')[0]!.text)).toBe(squeezed(said.join('')));
        expect(elements.filter(({ name }) => !known.has(name))).toEqual([]);
      }),
    );
  });

  it('has the same bytes whatever the ids of the nodes are', () => {
    const build = (skipped: number): string => {
      const own = createNodes();
      for (let index = 0; index < skipped; index++) own.id();
      const children = [own.heading(2, 'Call')];
      return write(documentOf([{ kind: 'callout', id: own.id(), role: 'call', children }]));
    };
    expect(build(7)).toBe(build(0));
  });
});

const known: ReadonlySet<string> = new Set([
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'header', 'main', 'footer', 'h1', 'h2', 'h3', 'p'],
  ...[
    'ul',
    'ol',
    'li',
    'table',
    'caption',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'figure',
    'figcaption',
    'div',
  ],
  ...['section', 'hr', 'svg', 'path', 'img'],
]);

describe('a block of a web page', () => {
  it('that is set apart is named by its heading', () => {
    const children = [nodes.heading(2, 'Call us'), nodes.paragraph('if')];
    expect(mainOf([{ kind: 'callout', id: nodes.id(), role: 'urgent', children }])).toBe(
      '<section class="callout urgent" aria-labelledby="part-1">\n' +
        '<h2 id="part-1">Call us</h2>\n<p>if</p>\n</section>\n',
    );
  });

  it('is a list even where its marks are drawn', () => {
    expect(mainOf([nodes.list('check', ['one']), nodes.list('decimal', ['two'])])).toBe(
      '<ul class="check" role="list">\n<li>one</li>\n</ul>\n<ol>\n<li>two</li>\n</ol>\n',
    );
  });

  it('is a table with caption and scopes; a head without words is none', () => {
    const cell = (header: 'column' | 'row' | undefined, ...children: readonly Block[]) => ({
      ...{ kind: 'table-cell' as const, id: nodes.id(), columnSpan: header === 'row' ? 2 : 1, children },
      ...(header && { header }),
    });
    const row = (...cells: readonly ReturnType<typeof cell>[]) => ({
      ...{ kind: 'table-row' as const, id: nodes.id(), cells },
    });
    const head = [row(cell('column'), cell('column', nodes.paragraph('Head')))];
    const body = [row(cell('row', nodes.paragraph('a')), cell(undefined, nodes.paragraph('b')))];
    expect(mainOf([{ kind: 'table', id: nodes.id(), caption: [nodes.text('Caption')], head, body }])).toBe(
      '<table>\n<caption>Caption</caption>\n' +
        '<thead>\n<tr><td></td><th scope="col">Head</th></tr>\n</thead>\n' +
        '<tbody>\n<tr><th scope="row" colspan="2">a</th><td>b</td></tr>\n</tbody>\n</table>\n',
    );
  });

  it('shows a drawing as a picture with its words', () => {
    expect(mainOf([figure('a.svg', 20)], new Map([['a.svg', square]]))).toBe(
      '<figure><svg role="img" aria-label="A &quot;square&quot;" style="inline-size:20mm" width="40" height="20" ' +
        'viewBox="0 0 30 15"><path d="M0 0L0.333 2Z" fill="#112233" fill-rule="evenodd" stroke="#445566" ' +
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="4" ' +
        'stroke-dasharray="1 2"></path></svg><figcaption>Caption</figcaption></figure>\n',
    );
  });

  it('shows a drawing without the room below for its labels, which stand under it', () => {
    const label = {
      kind: 'figure-label',
      id: nodes.id(),
      room: 'skin',
      children: [nodes.text('Skin')],
    } as const;
    const labelled = { ...figure('a.svg', 20), labels: [label] } as Block;
    const html = mainOf([labelled], new Map([['a.svg', square]]));
    // The drawing reaches down to 2 points, and its stroke to 3.
    expect(html).toContain('width="40" height="4" viewBox="0 0 30 3"');
    expect(html).toMatch(/<\/svg><ul class="labels" role="list"><li>Skin<\/li><\/ul>/);
  });

  it('holds a photograph itself', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const photograph: Picture = { kind: 'file', type: 'image/jpeg', width: 4, height: 3, bytes };
    expect(mainOf([figure('a.jpg')], new Map([['a.jpg', photograph]]))).toBe(
      '<figure><img src="data:image/jpeg;base64,AQID" alt="A &quot;square&quot;" width="4" height="3">' +
        '<figcaption>Caption</figcaption></figure>\n',
    );
  });

  it('keeps directions, languages, links and values', () => {
    const inlines: readonly Inline[] = [
      { kind: 'isolate', id: nodes.id(), noBreak: true, children: [nodes.text('5 mg')] },
      { kind: 'span', id: nodes.id(), lang: 'ar', dir: 'rtl', children: [nodes.text('نعم')] },
      { kind: 'link', id: nodes.id(), href: 'tel:911', children: [nodes.text('911')] },
      { kind: 'line-break', id: nodes.id() },
      { kind: 'link', id: nodes.id(), href: 'https://x.org/?a=1&b="', children: [nodes.text('here')] },
    ];
    expect(mainOf([paragraph(inlines)])).toBe(
      '<p><bdi class="no-break">5 mg</bdi><span lang="ar" dir="rtl">نعم</span><a href="tel:911">911</a><br>' +
        '<a href="https://x.org/?a=1&amp;b=&quot;">here</a></p>\n',
    );
  });
});

describe('the style sheet', () => {
  const styleOf = (document: DocumentNode): string => named(elementsOf(write(document)), 'style')[0]!.text;

  it("has the brand's colours and sizes, and the paper", () => {
    const style = styleOf(documentOf([]));
    for (const rule of ['--accent-dark: #124a4e;', '--h1: 2.167rem;', '@page { size: a4;'])
      expect(style).toContain(rule);
  });

  it('names sides by the reading direction, so that it serves both', () => {
    expect(styleOf(documentOf([]))).not.toMatch(/\b(left|right)\b/);
  });

  it("asks for fonts of the language's script, also in a passage", () => {
    const passage = { ...nodes.paragraph('हाँ'), lang: 'hi' } as Block;
    const style = styleOf(documentOf([passage], { lang: 'ur', dir: 'rtl' }));
    expect(style).toContain('font-family: "Noto Nastaliq Urdu"');
    expect(style).toContain(':lang("hi") { font-family: "Noto Sans Devanagari"');
    expect(style).toContain('em:lang("hi") { font-style: normal; font-weight: 700; }');
  });
});
