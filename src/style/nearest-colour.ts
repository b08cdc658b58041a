import type { Colour } from '../base/colour.js';
import { colourOfOklch, oklchOf } from '../base/oklch.js';

/**
 * Finds the colour nearest to one that passes a test. Its hue stays and its lightness changes as little as it can, darker
 * or lighter; it becomes less vivid only where no screen shows the vivid one.
 * @returns the colour itself if it passes, or undefined if no shade of it does
 */
export function nearestColour(colour: Colour, passes: (candidate: Colour) => boolean): Colour | undefined {
  if (passes(colour)) return colour;
  const look = oklchOf(colour);
  const shade = (lightness: number): Colour =>
    colourOfOklch({ ...look, lightness: Math.min(1, Math.max(0, lightness)) });
  for (let step = 1; step <= stepCount; step++) {
    for (const sign of [-1, 1]) {
      const reached = look.lightness + (sign * step) / stepCount;
      if (!passes(shade(reached))) continue;
      const before = look.lightness + (sign * (step - 1)) / stepCount;
      return narrow({ failing: before, passing: reached }, shade, passes);
    }
  }
  return undefined;
}

const stepCount = 512;
const halvings = 10;

/** Draws nearer to the first shade that passes. */
function narrow(
  { failing, passing }: Readonly<{ failing: number; passing: number }>,
  shade: (lightness: number) => Colour,
  passes: (candidate: Colour) => boolean,
): Colour {
  let [near, far] = [failing, passing];
  for (let step = 0; step < halvings; step++) {
    const middle = (near + far) / 2;
    if (passes(shade(middle))) far = middle;
    else near = middle;
  }
  return shade(far);
}
