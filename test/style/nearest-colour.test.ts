import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Colour } from '../../src/base/colour.js';
import { contrastRatio } from '../../src/base/contrast.js';
import { nearestColour } from '../../src/style/nearest-colour.js';
import { colourOfOklch, oklchOf } from '../../src/base/oklch.js';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);
const ratio = fc.constantFrom(3, 4.5);

test('the nearest colour passes, and there always is one for a single ground', () => {
  fc.assert(
    fc.property(colour, colour, ratio, (front, ground, needed) => {
      const found = nearestColour(front, (candidate) => contrastRatio(candidate, ground) >= needed);
      expect(found).toBeDefined();
      expect(contrastRatio(found!, ground)).toBeGreaterThanOrEqual(needed);
    }),
  );
});

test('a colour that passes is its own nearest', () => {
  fc.assert(
    fc.property(colour, (front) => {
      expect(nearestColour(front, () => true)).toBe(front);
    }),
  );
});

test('no shade between a colour and the nearest that passes does', () => {
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(colour, colour, share, (front, ground, part) => {
      const passes = (candidate: Colour): boolean => contrastRatio(candidate, ground) >= 4.5;
      const found = nearestColour(front, passes)!;
      const look = oklchOf(front);
      const way = oklchOf(found).lightness - look.lightness;
      // Steps too small to be told apart by eye may round either way.
      fc.pre(Math.abs(way) * (1 - part) > 0.008);
      expect(passes(colourOfOklch({ ...look, lightness: look.lightness + way * part }))).toBe(false);
    }),
  );
});

test('where nothing passes there is no nearest colour', () => {
  expect(nearestColour('#123456', () => false)).toBeUndefined();
});

test('the hue stays', () => {
  const found = nearestColour('#4fb3b9', (candidate) => contrastRatio(candidate, '#ffffff') >= 4.5)!;
  expect(oklchOf(found).hue).toBeCloseTo(oklchOf('#4fb3b9').hue, 1);
});
