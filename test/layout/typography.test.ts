import { describe, expect, it } from 'vitest';
import type { Block, Callout, Inline } from '../../src/document/node.js';
import { spansOf } from '../../src/layout/inline.js';
import { itemsOf, type LaidOutDocument } from '../../src/layout/page.js';
import { createTheme, type Theme } from '../../src/style/theme.js';
import { openTypesetter, paragraphOf } from '../support/setting.js';
import { tokens } from '../style/tokens.js';
import { contentLines, createNodes, layOutSquares, wordsOf } from './sample.js';

/** Words that fill so many lines: a line of the page has room for 35 squares, so for seven of these. */
const linesOfText = (count: number): string =>
  Array<string>(count * 7)
    .fill('four')
    .join(' ');

function pagesOf({ pages }: LaidOutDocument): readonly (readonly string[])[] {
  return pages.map((page) => contentLines(itemsOf(page)).map(wordsOf));
}

/** Headings and paragraphs that look alike, so that only the rules for headings tell them apart. */
function alike(theme: Theme): Theme {
  const { paragraphs, headings } = theme.blocks;
  const body = { ...paragraphs.body, before: 0, after: 0 };
  const blocks = {
    ...theme.blocks,
    headings: { ...headings, 2: body },
    paragraphs: { ...paragraphs, body },
  };
  return { ...theme, blocks };
}

/** How many lines without spaces between them fill a page. */
const { paragraph: onePara } = createNodes();
const linesPerPage = pagesOf(layOutSquares([onePara(linesOfText(100))], { theme: alike }).laidOut)[0]!.length;

/** The last words of the first page and the first of the second, after so many single lines. */
function aroundPageEnd(before: number, make: (nodes: ReturnType<typeof createNodes>) => readonly Block[]) {
  const nodes = createNodes();
  const blocks = [...Array.from({ length: before }, () => nodes.paragraph('fill')), ...make(nodes)];
  const [first, second] = pagesOf(layOutSquares(blocks, { theme: alike }).laidOut);
  return { last: first!.at(-1), next: second?.[0] };
}

describe('a page', () => {
  it('never ends with a heading', () => {
    const after = (nodes: ReturnType<typeof createNodes>) => nodes.paragraph(linesOfText(3));
    const room = linesPerPage - 1;
    const heading = aroundPageEnd(room, (nodes) => [nodes.heading(2, 'Head'), after(nodes)]);
    expect(heading).toEqual({ last: 'fill', next: 'Head' });
    // The same words stay there where they are no heading, and where two lines of text have room below the heading.
    const words = aroundPageEnd(room, (nodes) => [nodes.paragraph('Head'), after(nodes)]);
    expect(words.last).toBe('Head');
    const roomy = aroundPageEnd(room - 2, (nodes) => [
      nodes.heading(2, 'Head'),
      nodes.paragraph(linesOfText(5)),
    ]);
    expect(roomy.last).not.toBe('fill');
    expect(roomy.next).not.toBe('Head');
  });

  it('neither ends nor begins with a single line of a paragraph', () => {
    const text = linesOfText(5);
    const line = linesOfText(1);
    for (const [room, onFirst] of [
      [1, 0],
      [2, 2],
      [3, 3],
      [4, 3],
      [5, 5],
    ] as const) {
      const { paragraph } = createNodes();
      const fill = Array.from({ length: linesPerPage - room }, () => paragraph('fill'));
      const countIn = (blocks: readonly Block[]) =>
        pagesOf(layOutSquares([...fill, ...blocks], { theme: alike }).laidOut)[0]!.filter(
          (words) => words === line,
        ).length;
      expect(countIn([paragraph(text)])).toBe(onFirst);
      // Paragraphs of a line each fill the page to its end, and one of four lines moves to the next as a whole.
      expect(countIn([1, 2, 3, 4, 5].map(() => paragraph(line)))).toBe(room);
      expect(countIn([paragraph(linesOfText(4))])).toBe(room < 4 ? 0 : 4);
    }
  });

  it.each(['call', 'urgent'] as const)(
    'does not end inside the safety block "%s", though it may inside another box',
    (role) => {
      const pagesWith = (box: Callout['role']): number => {
        const { id, paragraph } = createNodes();
        const fill = Array.from({ length: linesPerPage - 8 }, () => paragraph('fill'));
        const callout: Block = {
          kind: 'callout',
          id: id(),
          role: box,
          children: Array.from({ length: 12 }, () => paragraph('box')),
        };
        const pages = pagesOf(layOutSquares([...fill, callout], { theme: alike }).laidOut);
        return pages.filter((words) => words.includes('box')).length;
      };
      expect(pagesWith(role)).toBe(1);
      expect(pagesWith('info')).toBe(2);
    },
  );
});

describe('a last page with two lines', () => {
  /** Paragraphs of two lines with the spaces of the page between them, and the place of the second. */
  function laidOut(count: number) {
    const { paragraph } = createNodes();
    const blocks = Array.from({ length: count }, () => paragraph(linesOfText(2)));
    const { pages } = layOutSquares(blocks).laidOut;
    const lines = contentLines(itemsOf(pages[0]!));
    return { pages: pages.length, distance: lines[2]!.baseline - lines[0]!.baseline };
  }

  it('is pulled back by spaces up to a fifth tighter, no more than it takes; a fuller one is not, and its spaces stay', () => {
    let most = 1;
    while (laidOut(most + 1).pages === 1 && laidOut(most + 1).distance === laidOut(1 + 1).distance) most += 1;
    const regular = laidOut(most);
    const pulled = laidOut(most + 1);
    expect(pulled.pages).toBe(1);
    expect(pulled.distance).toBeLessThan(regular.distance);
    const space = createTheme(tokens, { lang: 'en', paper: 'a4' }).blocks.paragraphs.body.after;
    expect(regular.distance - pulled.distance).toBeCloseTo(0.04 * space, 6);
    const fuller = laidOut(most + 6);
    expect(fuller).toEqual({ pages: 2, distance: regular.distance });
  });
});

describe('a heading', () => {
  const typesetter = openTypesetter();
  const linesIn = (purpose: 'body' | 'heading', measure: number) =>
    typesetter.set(paragraphOf('How to look after your skin at home', { purpose }), measure).value.lines;

  it('has no short last line, as running text may', () => {
    const [body, heading] = [linesIn('body', 160), linesIn('heading', 160)];
    expect(body.map(({ text, start, end }) => text.slice(start, end)).at(-1)).toBe('at home');
    expect(heading).toHaveLength(body.length);
    expect(heading.at(-1)!.width).toBeGreaterThan(160 / 3);
    expect(heading.at(-1)!.width).toBeGreaterThan(1.5 * body.at(-1)!.width);
  });
});

describe('figures', () => {
  const typesetter = openTypesetter();
  const theme = createTheme(
    { ...tokens, typeface: { headings: 'lora', body: 'lora' } },
    { lang: 'en', paper: 'a4' },
  );
  const { body } = theme.blocks.paragraphs;
  const textOf = (words: string): Inline => ({ kind: 'text', id: 1, text: words });
  const date = (words: string): Inline => ({
    kind: 'isolate',
    id: 2,
    noBreak: false,
    children: [textOf(words)],
  });
  const link = (words: string, href: string): Inline => ({
    kind: 'link',
    id: 2,
    href,
    children: [textOf(words)],
  });

  function widthOf(inline: Inline, style = body): number {
    const spans = spansOf([inline], { style, lang: 'en', tag: 1 });
    return typesetter.set(paragraphOf('', { spans }), 500).value.lines[0]!.width;
  }

  it('are of one width in dates and phone numbers, whatever the typeface, and nowhere else in running text', () => {
    expect(widthOf(date('11/11/2011'))).toBeCloseTo(widthOf(date('22/08/2048')), 6);
    expect(widthOf(link('111-1111', 'tel:1'))).toBeCloseTo(widthOf(link('202-5550', 'tel:2')), 6);
    expect(widthOf(textOf('111-1111'))).toBeLessThan(widthOf(textOf('202-5550')) - 1);
    expect(widthOf(link('111-1111', 'https://a.example'))).toBeLessThan(
      widthOf(link('202-5550', 'https://b.example')) - 1,
    );
  });

  it('are so in the blocks for addresses and telephones, and not in a heading', () => {
    const { phone, contact } = theme.blocks.paragraphs;
    for (const style of [phone, contact]) {
      expect(widthOf(textOf('111-1111'), style)).toBeCloseTo(widthOf(textOf('202-5550'), style), 6);
    }
    const heading = theme.blocks.headings[1];
    expect(widthOf(date('111-1111'), heading)).toBeLessThan(widthOf(date('202-5550'), heading) - 1);
  });

  it('part no value from its sentence where the typeface has them anyway', () => {
    const plain = createTheme(tokens, { lang: 'en', paper: 'a4' }).blocks.paragraphs.body;
    const inlines = [textOf('on '), date('11/11/2011'), textOf(' at noon')];
    expect(spansOf(inlines, { style: plain, lang: 'en', tag: 1 })).toHaveLength(1);
    expect(spansOf(inlines, { style: body, lang: 'en', tag: 1 })).toHaveLength(3);
  });
});

describe('a number to call, with the words around it', () => {
  it('ends its lines as a heading does, but looks like the text', () => {
    const { phone, contact } = createTheme(tokens, { lang: 'en', paper: 'a4' }).blocks.paragraphs;
    expect(phone.text[0]!.typeface).toEqual(contact.text[0]!.typeface);
    const { id, text } = createNodes();
    const isolate: Inline = { kind: 'isolate', id: id(), noBreak: true, children: [text('911')] };
    const children = [text('Call '), isolate, text(' right away')];
    const call: Inline = { kind: 'link', id: id(), href: 'tel:911', children };
    const spans = spansOf([call], { style: phone, lang: 'en', tag: 1 });
    const { lines } = openTypesetter().set(paragraphOf('', { spans, purpose: phone.purpose }), 120).value;
    expect(
      lines.map((line) => line.text.slice(line.start, line.end).replaceAll(/[\u2066-\u2069]/g, '')),
    ).toEqual(['Call 911', 'right away']);
  });
});
