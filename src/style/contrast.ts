import type { Colour } from '../base/colour.js';
import type { Problem } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import { luminanceOf } from '../base/grey.js';
import type { ColourTokens } from './brand-tokens.js';

/**
 * Tells how well two colours stand out from each other.
 * @returns 1 for equal colours up to 21 for black and white
 * @see WCAG 2.2, contrast ratio
 */
export function contrastRatio(first: Colour, second: Colour): number {
  const [light, dark] = [luminanceOf(first), luminanceOf(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Checks every pair of colours that the theme sets upon each other.
 * @param placeOf finds where a colour is written
 * @returns a `style/low-contrast` problem for each pair that some readers couldn't tell apart
 * @see WCAG 2.2, success criteria 1.4.3 (text, 4.5 to 1) and 1.4.11 (shapes, 3 to 1)
 */
export function checkContrast(
  colours: ColourTokens,
  placeOf: (token: keyof ColourTokens) => SourceRange | undefined = () => undefined,
): readonly Problem[] {
  return pairs.flatMap(({ front, ground, use }) => {
    const needed = use === 'text' ? 4.5 : 3;
    const ratio = contrastRatio(colours[front], colours[ground]);
    if (ratio >= needed) return [];
    const at = placeOf(front);
    const passing = nearestPassing(colours[front], colours[ground], needed);
    return [
      {
        code: 'style/low-contrast',
        severity: 'error',
        message:
          `The colour "${front}" (${colours[front]}) on "${ground}" (${colours[ground]}) has a contrast of ` +
          `${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1; ${use === 'text' ? 'text' : 'a shape'} needs ${needed} to 1.`,
        ...(at && { at }),
        hint: passing
          ? `The nearest colour that passes is ${passing}.`
          : `No shade of "${front}" passes on this ground; change "${ground}".`,
      } as const,
    ];
  });
}

type Token = keyof ColourTokens;

const pairs: readonly Readonly<{ front: Token; ground: Token; use: 'text' | 'shape' }>[] = [
  { front: 'ink', ground: 'paper', use: 'text' },
  { front: 'quietInk', ground: 'paper', use: 'text' },
  { front: 'accent', ground: 'paper', use: 'text' },
  { front: 'accentDark', ground: 'paper', use: 'text' },
  { front: 'accentDark', ground: 'accentTint', use: 'text' },
  { front: 'ink', ground: 'accentTint', use: 'text' },
  { front: 'call', ground: 'callTint', use: 'text' },
  { front: 'ink', ground: 'callTint', use: 'text' },
  { front: 'urgent', ground: 'urgentTint', use: 'text' },
  { front: 'ink', ground: 'urgentTint', use: 'text' },
  { front: 'do', ground: 'doTint', use: 'text' },
  { front: 'ink', ground: 'doTint', use: 'text' },
  { front: 'dont', ground: 'dontTint', use: 'text' },
  { front: 'ink', ground: 'dontTint', use: 'text' },
  { front: 'do', ground: 'paper', use: 'shape' },
  { front: 'dont', ground: 'paper', use: 'shape' },
];

const stepCount = 256;

/** Walks from the colour towards black and towards white, and takes the shorter way. */
function nearestPassing(front: Colour, ground: Colour, needed: number): Colour | undefined {
  for (let step = 1; step <= stepCount; step++) {
    for (const target of [0, 255]) {
      const candidate = mix(front, target, step / stepCount);
      if (contrastRatio(candidate, ground) >= needed) return candidate;
    }
  }
  return undefined;
}

function mix(colour: Colour, target: number, share: number): Colour {
  const digits = channels(colour).map((channel) =>
    Math.round(channel + (target - channel) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

function channels(colour: Colour): readonly number[] {
  return [1, 3, 5].map((index) => Number.parseInt(colour.slice(index, index + 2), 16));
}
