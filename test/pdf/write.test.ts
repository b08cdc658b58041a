import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/document/node.js';
import { dumpStructure } from '../../src/pdf/dump.js';
import { createNodes, documentOf } from '../layout/sample.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';
import { readPdf } from '../support/pdf-reader.js';
import { facts, openPrinter } from '../support/printing.js';

const printer = openPrinter();

/** A paragraph of these inlines. */
function paragraph(id: number, children: readonly Inline[]): Block {
  return { kind: 'paragraph', id, role: 'body', children };
}

describe('a written file', () => {
  it('says in the window, the information dictionary and the XMP metadata what it is, with anything escaped', async () => {
    const { text } = createNodes();
    const bytes = printer.print(
      documentOf([paragraph(50, [text('Words')])], { title: 'Care & <rest> (all)' }),
    );
    const { info, xmp, flags } = await readPdf(bytes);
    expect(info.get('Title')).toBe('Care & <rest> (all)');
    expect(info.get('Author')).toBe('Clinic & <Sons>');
    expect(xmp?.title).toBe('Care & <rest> (all)');
    expect(flags.marked).toBe(true);
    assertPdfInvariants(bytes);
  });

  it('has the same bytes on every run, and from another writer', () => {
    const print = () => {
      const { text, heading } = createNodes();
      return openPrinter().print(documentOf([heading(1, 'Head'), paragraph(90, [text('Body ﬁ AVA')])]));
    };
    expect(Buffer.compare(print(), print())).toBe(0);
  });

  it('never takes its dates from the clock', async () => {
    const { text } = createNodes();
    const { info } = await readPdf(printer.print(documentOf([paragraph(50, [text('Words')])])));
    expect(info.get('CreationDate')).toBe('D:20260115000000Z');
    expect(info.get('ModDate')).toBe('D:20260115000000Z');
  });

  it('has a bookmark for every heading, nested by level', async () => {
    const { heading } = createNodes();
    const headings = [heading(1, 'One'), heading(2, 'Two'), heading(3, 'Three'), heading(2, 'Four')];
    const { outline } = await readPdf(printer.print(documentOf(headings)));
    const titles = (level: typeof outline): unknown[] =>
      level.map(({ title, children }) => [title, titles(children)]);
    expect(titles(outline)).toEqual([
      [
        'One',
        [
          ['Two', [['Three', []]]],
          ['Four', []],
        ],
      ],
    ]);
  });

  it('has no page when nothing is said, and is still sound', () => {
    expect(printer.print(documentOf([])).length).toBeGreaterThan(0);
  });

  it('keeps a link on two lines in one element with two annotations', async () => {
    const { id, text } = createNodes();
    const words =
      'a long link that goes on and on until the line is full and then goes on a good deal more after it';
    const link: Inline = {
      kind: 'link',
      id: id(),
      href: 'https://example.org/a?b=c',
      children: [text(words)],
    };
    const bytes = printer.print(documentOf([paragraph(0, [link])]));
    const { links } = await readPdf(bytes);
    expect(links).toHaveLength(2);
    expect(new Set(links.map(({ contents }) => contents))).toEqual(new Set([words]));
    assertPdfInvariants(bytes);
  });

  it('embeds a font for the letters that only one copy has, and leaves the general fonts as they are', async () => {
    const documentWith = (name: string) => {
      const { text } = createNodes();
      return documentOf([paragraph(50, [text(`${name} cares`)])]);
    };
    const { edition } = printer.writer.writeGeneral(printer.layOut(documentWith('abc')), facts);
    const copy = await readPdf(printer.writer.writeCopy(printer.layOut(documentWith('Zoë')), facts, edition));
    const other = await readPdf(
      printer.writer.writeCopy(printer.layOut(documentWith('cab')), facts, edition),
    );
    expect(copy.pages[0]!.lines.join(' ')).toContain('Zoë cares');
    expect(copy.fonts).toHaveLength(2);
    expect(other.fonts).toHaveLength(1);
  });
});

describe('the structure tree', () => {
  it('follows the document, with lists, labels, links and foreign words', () => {
    const { id, text, heading, list } = createNodes();
    const blocks: readonly Block[] = [
      heading(1, 'Care'),
      paragraph(id(), [
        text('Call '),
        { kind: 'link', id: id(), href: 'tel:1', children: [text('us')] },
        text(' or say '),
        { kind: 'span', id: id(), lang: 'fr', children: [text('bonjour')] },
        text('.'),
      ]),
      list('decimal', ['Wash', 'Rest']),
      list('check', ['Smile']),
      {
        kind: 'callout',
        id: id(),
        role: 'call',
        children: [heading(2, 'Call us'), paragraph(id(), [text('Now')])],
      },
    ];
    expect(dumpStructure(printer.layOut(documentOf(blocks)))).toBe(`Document
  H1
    page 1 "Care"
  P
    page 1 "Call "
    Link
      page 1 "us"
      (annotation on page 1)
    page 1 " or say "
    Span /Lang(fr)
      page 1 "bonjour"
    page 1 "."
  L /A<</O/List/ListNumbering/Decimal>>
    LI
      Lbl
        page 1 "1."
      LBody
        page 1 "Wash"
    LI
      Lbl
        page 1 "2."
      LBody
        page 1 "Rest"
  L /A<</O/List/ListNumbering/None>>
    LI
      LBody
        page 1 "Smile"
  Sect
    H2
      page 1 "Call us"
    P
      page 1 "Now"
`);
  });

  it('puts a link in the middle of right-to-left text between the words around it, in reading order', () => {
    const { id, text } = createNodes();
    const link: Inline = { kind: 'link', id: id(), href: 'tel:1', children: [text('باء')] };
    const blocks = [paragraph(id(), [text('ألف '), link, text(' جيم')])];
    const laidOut = printer.layOut(documentOf(blocks, { lang: 'ar', dir: 'rtl' }));
    expect(dumpStructure(laidOut)).toBe(`Document
  P
    Span /ActualText"ألف "
      page 1 "ألف "
    Link /ActualText"باء"
      page 1 "باء"
      (annotation on page 1)
    Span /ActualText" جيم"
      page 1 " جيم"
`);
  });

  it('has the spaces at which lines end, also where another direction or element goes on', () => {
    const { id, text } = createNodes();
    const inner: Inline = { kind: 'link', id: id(), href: 'tel:1', children: [text('واحد '.repeat(40))] };
    const blocks = [paragraph(id(), [text('اثنان '.repeat(40)), inner, text(' ثلاثة'.repeat(40))])];
    const tree = dumpStructure(printer.layOut(documentOf(blocks, { lang: 'ar', dir: 'rtl' })));
    const spoken = Array.from(tree.matchAll(/ActualText"([^"]*)"/g), ([, words]) => words).join('');
    expect(spoken).toBe('اثنان '.repeat(40) + 'واحد '.repeat(40) + ' ثلاثة'.repeat(40));
  });

  it('joins a paragraph over a page break into one element', () => {
    const { text } = createNodes();
    const words = 'Words that fill the page line by line until it is full. '.repeat(80);
    const tree = dumpStructure(printer.layOut(documentOf([paragraph(50, [text(words)])])));
    expect(tree.match(/P\n/g)).toHaveLength(1);
    expect(tree).toMatch(/page 1 .*\n\s+page 2 /);
  });
});
