import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/node.js';
import { dumpPage } from '../../src/layout/dump.js';
import { createNodes, layOutSquares } from './sample.js';

function dumpOf(words: string, dir: 'ltr' | 'rtl' = 'ltr'): string {
  const { id, text } = createNodes();
  const block: Block = { kind: 'paragraph', id: id(), role: 'write-on', children: [text(words)] };
  return dumpPage(layOutSquares([block], { document: { dir } }).laidOut.pages[0]!);
}

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

  it('have it below where too little room is left', () => {
    expect(dumpOf('x'.repeat(30))).toMatchInlineSnapshot(`
      "line 86,66.6 +360 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  #1
      shape 86,86.7 423.3x0.8 #566467  (layout)
      "
    `);
  });
});
