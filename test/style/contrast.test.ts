import { expect, test } from 'vitest';

import { checkContrast, contrastRatio } from '../../src/style/contrast.js';
import { tokens } from './tokens.js';

test('black on white has the highest contrast, and a colour on itself none', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrastRatio('#1d6a6f', '#1d6a6f')).toBe(1);
});

test('a contrast is the same as the one WCAG works out', () => {
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

test('the colours of a readable brand pass', () => {
  expect(checkContrast(tokens.colours)).toEqual([]);
});

test('pale text is reported with the nearest colour that passes', () => {
  const at = { file: 'brands/x/brand.yaml', line: 9, column: 3 };
  const problems = checkContrast({ ...tokens.colours, quietInk: '#8a9699' }, (token) =>
    token === 'quietInk' ? at : undefined,
  );
  expect(problems).toEqual([
    {
      code: 'style/low-contrast',
      severity: 'error',
      message:
        'The colour "quietInk" (#8a9699) on "paper" (#ffffff) has a contrast of 3.04 to 1; text needs 4.5 to 1.',
      at,
      hint: 'The nearest colour that passes is #6f787b.',
    },
  ]);
});

test('the colour that a hint names passes, and no nearer one on the way does', () => {
  const [problem] = checkContrast({ ...tokens.colours, quietInk: '#8a9699' });
  const named = problem!.hint!.match(/#[0-9a-f]{6}/)![0] as `#${string}`;
  expect(contrastRatio(named, tokens.colours.paper)).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio(named, tokens.colours.paper)).toBeLessThan(4.6);
});

test('a shape needs less contrast than text', () => {
  const problems = checkContrast({ ...tokens.colours, do: '#3f9a6b', doTint: '#000000' });
  expect(problems.filter(({ message }) => message.includes('"do" (#3f9a6b)'))).toEqual([]);
});
