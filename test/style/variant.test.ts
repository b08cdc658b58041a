import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Colour } from '../../src/base/colour.js';
import { greyOf, luminanceOf } from '../../src/base/grey.js';
import { checkContrast } from '../../src/style/contrast.js';
import { createTheme } from '../../src/style/theme.js';
import { tokensFor } from '../../src/style/variant.js';
import { tokens } from './tokens.js';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

describe('large print', () => {
  const { typeScale, colours } = tokensFor(tokens, ['large-print']);

  it('has body text of 18 points, nothing under 14, and headings that still stand out', () => {
    expect(typeScale.body).toBe(18);
    expect(Math.min(...Object.values(typeScale))).toBeGreaterThanOrEqual(14);
    expect(typeScale.h1).toBeGreaterThan(typeScale.h2);
    expect(typeScale.h2).toBeGreaterThan(typeScale.h3);
    expect(typeScale.h3).toBeGreaterThan(typeScale.body);
    expect(colours).toBe(tokens.colours);
  });

  it('leaves text alone that is larger already', () => {
    const large = tokensFor({ ...tokens, typeScale: { ...tokens.typeScale, body: 20 } }, ['large-print']);
    expect(large.typeScale.body).toBe(20);
  });

  it('asks for columns as many letters wide as in usual print', () => {
    const minimum = (of: typeof tokens) => createTheme(of, { lang: 'en', paper: 'a4' }).columns.minimumWidth;
    expect(minimum(tokensFor(tokens, ['large-print'])) / 18).toBeCloseTo(minimum(tokens) / 12, 5);
  });
});

describe('greyscale', () => {
  it('has true greys alone', () => {
    for (const grey of Object.values(tokensFor(tokens, ['greyscale']).colours)) {
      expect(grey).toMatch(/^#([0-9a-f]{2})\1\1$/);
    }
  });

  it('keeps every contrast that readers need', () => {
    expect(checkContrast(tokensFor(tokens, ['greyscale']).colours)).toEqual([]);
  });

  it('is as light as the colour, to the nearest of 256 levels', () => {
    fc.assert(
      fc.property(colour, (any) => {
        expect(Math.abs(luminanceOf(greyOf(any)) - luminanceOf(any))).toBeLessThan(0.005);
      }),
    );
  });
});

it('variants can be combined, and none changes nothing', () => {
  const both = tokensFor(tokens, ['large-print', 'greyscale']);
  expect(both.typeScale.body).toBe(18);
  expect(both.colours.paper).toBe('#ffffff');
  expect(tokensFor(tokens, [])).toEqual(tokens);
});
