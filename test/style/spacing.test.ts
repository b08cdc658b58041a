import { expect, test } from 'vitest';

import { onGrid, spaceScale } from '../../src/style/spacing.js';

const spacings = ['compact', 'regular', 'airy'] as const;

test('the unit is a quarter of the leading of body text', () => {
  expect(spaceScale(12, 'regular').unit).toBe(4.25);
  expect(spaceScale(18, 'regular').unit).toBe(6.375);
});

test.each(spacings)('every distance of a %s page is a multiple of half a unit', (spacing) => {
  const { unit, ...distances } = spaceScale(12, spacing);
  for (const distance of Object.values(distances)) expect((distance * 2) % unit).toBe(0);
});

test('an airy page has more room between sections than a regular one, and a compact one less', () => {
  const wide = spacings.map((spacing) => spaceScale(12, spacing).wide);
  expect(wide).toEqual([...wide].sort((a, b) => a - b));
  expect(new Set(wide).size).toBe(3);
});

test('leadings are brought to a quarter of a unit', () => {
  expect(onGrid(20.4, 4)).toBe(20);
  expect(onGrid(20.6, 4)).toBe(21);
});
