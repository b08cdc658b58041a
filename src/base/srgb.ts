import type { Colour } from './colour.js';

/** Amounts of red, green and blue light, from 0 to 1 for what a screen can show. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/**
 * Tells how much light a colour's channels give.
 * @see IEC 61966-2-1
 */
export function linearOf(colour: Colour): LinearRgb {
  const channel = (index: number): number => lightOf(Number.parseInt(colour.slice(index, index + 2), 16));
  return [channel(1), channel(3), channel(5)];
}

/** The colour that gives this light, each channel rounded to one of 256 steps and what is out of reach cut off. */
export function colourOf(linear: LinearRgb): Colour {
  const digits = linear.map((light) => stepOf(light).toString(16).padStart(2, '0'));
  return `#${digits.join('')}`;
}

/** The light that one of 256 steps of a channel gives, from 0 to 1. */
export function lightOf(step: number): number {
  const share = step / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The step of a channel that gives most nearly this light. */
export function stepOf(light: number): number {
  const bounded = Math.min(1, Math.max(0, light));
  const share = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
  return Math.round(share * 255);
}
