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
    line 86,76.7 +104 "Care"  #1
    line 86,108.6 +408 "word word word word word word word"  #3
    line 86,125.6 +288 "word word word word word"  #3
    line 86,151.1 +24 "1."  #6 label
    line 116,151.1 +36 "one"  #7
    line 86,172.4 +24 "2."  #9 label
    line 116,172.4 +36 "two"  #10
    vector 86,188.9 10x10  (layout)
    line 106,197.9 +36 "yes"  #14
    "
  `);
});
