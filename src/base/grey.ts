import type { Colour } from './colour.js';
import { colourOf, lightOf, linearOf, stepOf, type LinearRgb } from './srgb.js';

/**
 * How light a colour is, from 0 for black to 1 for white.
 * @see WCAG 2.2, relative luminance
 */
export function luminanceOf(colour: Colour): number {
  return luminance(linearOf(colour));
}

/** The grey that is as light as a colour, so that it stands out from others as much as before. */
export function greyOf(colour: Colour): Colour {
  const light = luminanceOf(colour);
  return colourOf([light, light, light]);
}

/** The step of the grey that is as light as a colour given by the steps of its channels, from 0 to 255. */
export function greyStep(red: number, green: number, blue: number): number {
  return stepOf(luminance([lightOf(red), lightOf(green), lightOf(blue)]));
}

/** The grey of a step. */
export function greyOfStep(step: number): Colour {
  const light = lightOf(step);
  return colourOf([light, light, light]);
}

function luminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
