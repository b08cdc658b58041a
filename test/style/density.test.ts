import { describe, expect, it } from 'vitest';
import { densities, leadingAt, marginsAt, tokensAt } from '../../src/style/density.js';
import { createTheme } from '../../src/style/theme.js';
import { tokens } from './tokens.js';

describe('a denser page', () => {
  it('keeps the sizes of the text that is read', () => {
    for (const density of densities) {
      const { body, small, h3 } = tokensAt(tokens, density).typeScale;
      expect({ body, small, h3 }).toEqual({
        body: tokens.typeScale.body,
        small: tokens.typeScale.small,
        h3: tokens.typeScale.h3,
      });
    }
  });

  it('has less room between things, and never more', () => {
    const themes = densities.map((density) => createTheme(tokens, { lang: 'en', paper: 'a4', density }));
    const gaps = themes.map(({ callouts }) => callouts.call.before);
    const leadings = themes.map(({ blocks }) => blocks.paragraphs.body.leading);
    const measures = themes.map(({ page: { insets } }) => insets.start + insets.end);
    for (const values of [gaps, leadings, measures]) {
      expect(values).toEqual([...values].sort((one, other) => other - one));
    }
    expect(gaps[1]).toBeLessThan(gaps[0]!);
    expect([1, 1.2, 1.6].map((factor) => leadingAt(factor, 'dense') < factor)).toEqual([true, true, true]);
  });

  it('keeps margins that printers reach, and narrow ones as they are', () => {
    const insets = { top: 54, end: 40, bottom: 76, start: 60 };
    expect(marginsAt(insets, 'usual')).toEqual(insets);
    expect(marginsAt(insets, 'dense')).toEqual({ top: 44, end: 40, bottom: 71, start: 42 });
  });
});
