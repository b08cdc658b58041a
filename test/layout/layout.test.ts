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
    line 86,82.8 +104 "Care"  #1
    line 86,114.1 +408 "word word word word word word word"  #3
    line 86,131.1 +288 "word word word word word"  #3
    line 86,156.1 +24 "1."  #6 label
    line 116,156.1 +36 "one"  #7
    line 86,177.1 +24 "2."  #9 label
    line 116,177.1 +36 "two"  #10
    vector 86,193.1 10x10  (layout)
    line 106,202.1 +36 "yes"  #14
    "
  `);
});
