import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/node.js';
import { dumpPage } from '../../src/layout/dump.js';
import { createNodes, layOutSquares } from './sample.js';

function dumpOf(words: string, dir: 'ltr' | 'rtl' = 'ltr'): string {
  const { id, text } = createNodes();
  const block: Block = { kind: 'paragraph', id: id(), role: 'write-on', children: [text(words)] };
  return dumpPage(layOutSquares([block], { document: { dir } }).laidOut.pages[0]!);
}

describe('a card to be cut off', () => {
  it('stands below a line across the column, with scissors at its start', () => {
    const dumpCard = (dir: 'ltr' | 'rtl'): string => {
      const { id, text } = createNodes();
      const words: Block = { kind: 'paragraph', id: id(), role: 'body', children: [text('Card')] };
      const card: Block = { kind: 'section', id: id(), role: 'cut-off', children: [words] };
      return dumpPage(layOutSquares([card], { document: { dir } }).laidOut.pages[0]!);
    };
    expect(dumpCard('ltr')).toMatchInlineSnapshot(`
      "vector 86,54 423.3x12  (layout)
      line 86,90.9 +48 "Card"  #1
      "
    `);
    expect(dumpCard('rtl')).toMatchInlineSnapshot(`
      "vector 86,54 423.3x12 mirrored  (layout)
      line 461.3,90.9 +48 "Card"  #1
      "
    `);
  });
});

describe('words to write after', () => {
  it('have a line from their end to the end of the column, which is no content', () => {
    expect(dumpOf('Your name')).toMatchInlineSnapshot(`
      "line 86,66.6 +108 "Your name"  #1
      shape 200,68.6 309.3x0.8 #566467  (layout)
      "
    `);
  });

  it('have it at the other side where the page runs from right to left', () => {
    expect(dumpOf('Your name', 'rtl')).toMatchInlineSnapshot(`
      "line 401.3,66.6 +108 "Your name"  #1
      shape 86,68.6 309.3x0.8 #566467  (layout)
      "
    `);
  });

  it('stand above each other, where their columns would leave too little room to write', () => {
    const { id, text } = createNodes();
    const column = (words: string) => {
      const children: readonly Block[] = [
        { kind: 'paragraph', id: id(), role: 'write-on', children: [text(words)] },
      ];
      return { kind: 'column', id: id(), span: 1, children } as const;
    };
    const linesOf = (words: string): readonly string[] => {
      const columns: Block = { kind: 'columns', id: id(), columns: [column(words), column('Next')] };
      return dumpPage(layOutSquares([columns]).laidOut.pages[0]!).split('\n');
    };
    const starts = (words: string) =>
      linesOf(words)
        .filter((line) => line.startsWith('line'))
        .map((line) => line.split(',')[0]);
    expect(starts('Date')).toEqual(['line 86', expect.not.stringMatching('line 86')]);
    expect(starts('x'.repeat(13))).toEqual(['line 86', 'line 86']);
    expect(linesOf('x'.repeat(13)).filter((line) => line.startsWith('shape'))).toHaveLength(2);
  });

  it('have it below where too little room is left', () => {
    expect(dumpOf('x'.repeat(30))).toMatchInlineSnapshot(`
      "line 86,66.6 +360 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  #1
      shape 86,86.7 423.3x0.8 #566467  (layout)
      "
    `);
  });
});
