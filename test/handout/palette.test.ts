import { expect, test } from 'vitest';
import { paletteOf } from '../../src/handout/palette.js';

test('a colour is named in a drawing with small letters and hyphens', () => {
  expect([...paletteOf({ accent: '#111111', accentTint: '#222222' })]).toEqual([
    ['accent', '#111111'],
    ['accent-tint', '#222222'],
  ]);
});
