import { expect, test } from 'vitest';

import { leadingFactorOf } from '../../src/style/leading.js';

test.each([
  ['en', 1],
  ['es-MX', 1],
  ['ar', 1.2],
  ['fa', 1.2],
  ['ur', 1.6],
  ['hi', 1.3],
  ['km', 1.45],
  ['my', 1.5],
  ['zh-TW', 1.15],
])('%s has leading %s times that of Latin', (lang, factor) => {
  expect(leadingFactorOf(lang)).toBe(factor);
});
