import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/document/node.js';
import { itemsOf } from '../../src/layout/page.js';
import type { Theme } from '../../src/style/theme.js';
import { contentLines, createNodes, layOutSquares, wordsOf } from './sample.js';

/** Text whose lines may have twenty squares in a column for 35. */
function narrow({ blocks, ...theme }: Theme): Theme {
  const body = { ...blocks.paragraphs.body, longestLine: 12 * 20 };
  return { ...theme, blocks: { ...blocks, paragraphs: { ...blocks.paragraphs, body } } };
}

function linesOf(children: readonly Inline[]): readonly string[] {
  const { id } = createNodes();
  const block: Block = { kind: 'paragraph', id: id(), role: 'body', children };
  const { laidOut } = layOutSquares([block], { theme: narrow });
  return contentLines(itemsOf(laidOut.pages[0]!)).map(wordsOf);
}

describe('running text', () => {
  const { id, text } = createNodes();
  const seven = 'four four four four four four four';

  it('has lines no longer than the eye can follow', () => {
    expect(linesOf([text(`${seven} four`)])).toEqual(['four four four four', 'four four four four']);
  });

  it('has all of the column where that spares the eye every turn', () => {
    expect(linesOf([text(seven)])).toEqual([seven]);
    expect(linesOf([text('one'), { kind: 'line-break', id: id() }, text(seven)])).toEqual(['one', seven]);
    expect(linesOf([text(`${seven} ${seven}`)])).toHaveLength(4);
  });
});

describe('lines that are nothing but links', () => {
  it('are as far apart as a finger needs, however tightly a page is set', () => {
    const { id, text } = createNodes();
    const link = (): Block => {
      const words: Inline = {
        kind: 'link',
        id: id(),
        href: 'https://clinic.example',
        children: [text('site')],
      };
      return { kind: 'paragraph', id: id(), role: 'contact', children: [words] };
    };
    const theme = (made: Theme): Theme => {
      const contact = { ...made.blocks.paragraphs.contact, leading: 12 };
      return { ...made, blocks: { ...made.blocks, paragraphs: { ...made.blocks.paragraphs, contact } } };
    };
    const { laidOut } = layOutSquares([link(), link()], { theme });
    const [first, second] = contentLines(itemsOf(laidOut.pages[0]!));
    expect(second!.baseline - first!.baseline).toBe(18);
  });
});
