import { expect, test } from 'vitest';

import { contrastRatio } from '../../src/base/contrast.js';
import { checkContrast } from '../../src/style/contrast.js';
import { oklchOf } from '../../src/base/oklch.js';
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

test('pale text is reported once, where it is faintest, with the nearest colour that passes on all grounds', () => {
  const at = { file: 'brands/x/brand.yaml', line: 9, column: 3 };
  const problems = checkContrast({ ...tokens.colours, call: '#d08a3a' }, (token) =>
    token === 'call' ? at : undefined,
  );
  expect(problems).toEqual([
    {
      code: 'style/low-contrast',
      severity: 'error',
      message:
        'The colour "call" (#d08a3a) on "callTint" (#fdf3e4) has a contrast of 2.59 to 1; text needs 4.5 to 1.',
      at,
      hint: 'The nearest colour that passes is #a26100.',
    },
  ]);
});

test('the colour that a hint names passes and has the hue of the one that failed', () => {
  const [problem] = checkContrast({ ...tokens.colours, call: '#d08a3a' });
  const named = problem!.hint!.match(/#[0-9a-f]{6}/)![0] as `#${string}`;
  expect(checkContrast({ ...tokens.colours, call: named })).toEqual([]);
  expect(oklchOf(named).hue).toBeCloseTo(oklchOf('#d08a3a').hue, 1);
});

test('a ground that no shade of a colour stands out from is told to be changed', () => {
  const problems = checkContrast({ ...tokens.colours, do: '#777777', doTint: '#6a6a6a' });
  expect(problems.find(({ message }) => message.includes('"do" (#777777)'))!.hint).toBe(
    'No shade of "do" passes on all the grounds it is set on; change "doTint".',
  );
});

test('the second accent is checked on its tint', () => {
  const [problem] = checkContrast({ ...tokens.colours, accent2: '#9fb4b4' });
  expect(problem!.message).toMatch(/^The colour "accent2" \(#9fb4b4\) on "accent2Tint" \(#e8f2f1\)/);
});

test('a second accent that is left out passes where the first does', () => {
  const { accentDark, accentTint } = tokens.colours;
  expect(checkContrast({ ...tokens.colours, accent2: accentDark, accent2Tint: accentTint })).toEqual([]);
});

test('a shape needs less contrast than text', () => {
  const problems = checkContrast({ ...tokens.colours, do: '#3f9a6b', doTint: '#000000' });
  expect(problems.filter(({ message }) => message.includes('"do" (#3f9a6b)'))).toEqual([]);
});
