import { expect, test } from 'vitest';

import { baselineDropOf, leadingFactorOf, leastLeadingOf } from '../../src/style/leading.js';

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

test('Nastaliq alone stands lower in its line, and has headings as far apart as its high words need', () => {
  expect(baselineDropOf('ur')).toBeGreaterThan(0);
  expect(leastLeadingOf('ur')).toBeGreaterThan(1.5);
  for (const lang of ['en', 'ar', 'fa', 'th']) {
    expect(baselineDropOf(lang)).toBe(0);
    expect(leastLeadingOf(lang)).toBe(1);
  }
});
