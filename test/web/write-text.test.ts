import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textWidth } from '../../src/base/text-width.js';
import type { Block, DocumentNode, Inline } from '../../src/document/node.js';
import { writeText } from '../../src/web/write-text.js';
import { arbitraryBlocks } from '../layout/arbitrary-blocks.js';
import { createNodes, documentOf } from '../layout/sample.js';

const nodes = createNodes();

function paragraph(...children: readonly Inline[]): Block {
  return { kind: 'paragraph', id: nodes.id(), role: 'body', children };
}

function link(href: string, words: string): Inline {
  return { kind: 'link', id: nodes.id(), href, children: [nodes.text(words)] };
}

function isolated(words: string, noBreak = false): Inline {
  return { kind: 'isolate', id: nodes.id(), noBreak, children: [nodes.text(words)] };
}

function textOf(children: readonly Block[], changes: Partial<DocumentNode> = {}): string {
  return writeText(documentOf(children, changes));
}

/** Writes the characters that show nothing by their names. */
function visible(text: string): string {
  const names = ['LRI', 'RLI', 'FSI', 'PDI'];
  return text
    .replace(/[\u2066-\u2069]/g, (character) => `[${names[character.charCodeAt(0) - 0x2066]}]`)
    .replaceAll('\u200f', '[RLM]')
    .replaceAll('\u00a0', '[NBSP]');
}

describe('a plain text', () => {
  it('has lines of at most 78 columns, no spaces at their ends, and one line feed at its end', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (recipes) => {
        const own = createNodes();
        const text = textOf(recipes.map((make) => make(own)));
        expect(text.split('\n').filter((line) => textWidth(line) > 78 || / $/.test(line))).toEqual([]);
        expect(text).toMatch(/[^\n]\n$/);
        expect(text).not.toMatch(/\n\n\n/);
      }),
    );
  });

  it('begins with the clinic and ends with the version, without logo and page numbers', () => {
    const text = textOf([nodes.heading(1, 'Title')], {
      letterhead: [
        { kind: 'figure', id: nodes.id(), source: 'logo.svg', alternative: 'Logo', caption: [] },
        nodes.paragraph('Clinic'),
      ],
      runningHeader: [nodes.text('Clinic – Title')],
      runningFooter: [{ start: [nodes.text('Version 1')], end: [{ kind: 'page-number', id: nodes.id() }] }],
    });
    expect(text).toBe('Clinic\n\nTitle\n=====\n\n* * *\n\nVersion 1\n');
  });

  it('underlines headings by their level and width', () => {
    expect(textOf([nodes.heading(1, '治療'), nodes.heading(2, 'Two'), nodes.heading(3, 'x')])).toBe(
      '治療\n====\n\nTwo\n---\n\nx\n~\n',
    );
  });

  it('has room to write after the words that ask for it', () => {
    const writeOn = (words: string): Block => {
      return { kind: 'paragraph', id: nodes.id(), role: 'write-on', children: [nodes.text(words)] };
    };
    expect(textOf([writeOn('Your name'), writeOn('Your treatment')])).toBe(
      `Your name ${'_'.repeat(24)}\nYour treatment ${'_'.repeat(24)}\n`,
    );
  });

  it('marks the items of lists', () => {
    const items = Array.from({ length: 10 }, (_, index) => `item ${index + 1}`);
    const lists = [
      nodes.list('check', ['do', 'do too']),
      nodes.paragraph('or'),
      nodes.list('cross', ['not']),
    ];
    expect(textOf(lists)).toBe('✓ do\n✓ do too\n\nor\n✗ not\n');
    expect(textOf([nodes.list('decimal', items)])).toContain('9.  item 9\n10. item 10\n');
  });

  it('parts items that hold more than a paragraph', () => {
    const item = (words: string) => ({
      ...{ kind: 'list-item' as const, id: nodes.id() },
      children: [nodes.paragraph(words), nodes.list('cross', ['not'])],
    });
    const list: Block = { kind: 'list', id: nodes.id(), marker: 'decimal', items: [item('a'), item('b')] };
    expect(textOf([list])).toBe('1. a\n   ✗ not\n\n2. b\n   ✗ not\n');
  });

  it('marks what is set apart with its words', () => {
    const children = [nodes.heading(2, 'Call us'), nodes.list('disc', ['pus'])];
    expect(textOf([{ kind: 'callout', id: nodes.id(), role: 'call', children }, nodes.paragraph('x')])).toBe(
      '*** Call us\n    - pus\n\nx\n',
    );
  });

  it('reads a table row by row, each cell behind the head of its column', () => {
    const cell = (words: string, header?: 'column' | 'row') => ({
      ...{ kind: 'table-cell' as const, id: nodes.id(), columnSpan: 1, children: [nodes.paragraph(words)] },
      ...(header && { header }),
    });
    const row = (...cells: readonly ReturnType<typeof cell>[]) => ({
      ...{ kind: 'table-row' as const, id: nodes.id(), cells },
    });
    const table: Block = {
      ...{ kind: 'table', id: nodes.id(), caption: [nodes.text('Caption')] },
      head: [row(cell('Concern', 'column'), cell('Help', 'column'))],
      body: [row(cell('Scars', 'row'), cell('Smoother.')), row(cell('Pores'), cell('Smaller.'))],
    };
    expect(textOf([table])).toBe('Caption\n\nScars\n  Help: Smoother.\n\nConcern: Pores\n  Help: Smaller.\n');
  });

  it('says the address of a link unless its words do', () => {
    const links = [
      link('https://x.org/a', 'online'),
      link('https://x.org/a', 'https://x.org/a'),
      link('tel:+15550142', 'Call +1 555-0142'),
      link('tel:911', 'Call'),
      link('mailto:a@x.org', 'a@x.org'),
    ];
    expect(textOf([nodes.list('disc', []), ...links.map((inline) => paragraph(inline))])).toBe(
      'online <https://x.org/a>\n\nhttps://x.org/a\n\nCall +1 555-0142\n\nCall <911>\n\na@x.org\n',
    );
  });

  it('keeps control characters out, which a terminal would obey', () => {
    expect(textOf([nodes.paragraph('a\u001B[31mb\u0007\u0085\u00ADc\u2028d')])).toBe('a[31mbc d\n');
  });
});

describe('the directions of a plain text', () => {
  const arabic = { lang: 'ar', dir: 'rtl' } as const;

  it('keep a phone number whole among Arabic, and on a line that begins with it', () => {
    const text = textOf(
      [paragraph(nodes.text('اتصل '), isolated('202 555', true)), paragraph(isolated('911'))],
      arabic,
    );
    expect(visible(text)).toBe('اتصل [FSI]202[NBSP]555[PDI]\n\n[RLM][FSI]911[PDI]\n');
  });

  it('need no characters where everything runs from left to right', () => {
    expect(visible(textOf([paragraph(nodes.text('Call '), isolated('911'))]))).toBe('Call 911\n');
    expect(visible(textOf([paragraph(isolated('نعم'), nodes.text(' 1'))]))).toBe('[FSI]نعم[PDI] 1\n');
  });

  it('keep a passage of the other direction together', () => {
    const english = { ...nodes.paragraph('A draft.'), lang: 'en', dir: 'ltr' } as Block;
    expect(visible(textOf([english], arabic))).toBe('[RLM][LRI]A draft.[PDI]\n');
  });

  it('keep an address apart', () => {
    expect(visible(textOf([paragraph(link('https://x.org', 'هنا'))], arabic))).toBe(
      'هنا [LRI]<https://x.org>[PDI]\n',
    );
  });
});
