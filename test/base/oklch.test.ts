import fc from 'fast-check';
import { expect, test } from 'vitest';

import { colourOfOklch, oklchOf } from '../../src/base/oklch.js';

test('white has all lightness, black none, and both no chroma', () => {
  expect(oklchOf('#ffffff').lightness).toBeCloseTo(1, 4);
  expect(oklchOf('#ffffff').chroma).toBeCloseTo(0, 4);
  expect(oklchOf('#000000').lightness).toBe(0);
});

test('pure red is where CSS Color 4 has it', () => {
  const { lightness, chroma, hue } = oklchOf('#ff0000');
  expect([lightness, chroma, (hue * 180) / Math.PI]).toEqual([
    expect.closeTo(0.628, 3),
    expect.closeTo(0.2577, 3),
    expect.closeTo(29.23, 1),
  ]);
});

test('a colour comes back from how it looks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colour = `#${value.toString(16).padStart(6, '0')}` as const;
      expect(colourOfOklch(oklchOf(colour))).toBe(colour);
    }),
  );
});

test('a colour too vivid for a screen keeps its lightness', () => {
  const shown = colourOfOklch({ lightness: 0.7, chroma: 0.4, hue: 2.5 });
  expect(oklchOf(shown).lightness).toBeCloseTo(0.7, 2);
});
