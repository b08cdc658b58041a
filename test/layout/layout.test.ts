import { expect, test } from 'vitest';

import { dumpDocument } from '../../src/layout/dump.js';
import { createNodes, layOutSquares } from './sample.js';

test('a page is dumped as lines of text', () => {
  const { heading, paragraph, list } = createNodes();
  const blocks = [
    heading(1, 'Care'),
    paragraph('word '.repeat(12).trim()),
    list('decimal', ['one', 'two']),
    list('check', ['yes']),
  ];
  const { laidOut, problems } = layOutSquares(blocks);
  expect(problems).toEqual([]);
  expect(dumpDocument(laidOut)).toMatchInlineSnapshot(`
    "page 1 of 1
    line 86,76.8 +104 "Care"  #1
    line 86,108.1 +408 "word word word word word word word"  #3
    line 86,125.1 +288 "word word word word word"  #3
    line 86,150.1 +24 "1."  #6 label
    line 116,150.1 +36 "one"  #7
    line 86,171.1 +24 "2."  #9 label
    line 116,171.1 +36 "two"  #10
    vector 86,187.1 10x10  (layout)
    line 106,196.1 +36 "yes"  #14
    "
  `);
});
