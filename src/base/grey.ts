import type { Colour } from './colour.js';

/**
 * How light a colour is, from 0 for black to 1 for white.
 * @see WCAG 2.2, relative luminance
 */
export function luminanceOf(colour: Colour): number {
  const [red, green, blue] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(colour.slice(start, start + 2), 16)),
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The level from 0 to 255 of the grey that is as light as a colour given by its three channels. */
export function greyLevel(red: number, green: number, blue: number): number {
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const share = luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * luminance ** (1 / 2.4) - 0.055;
  return Math.round(share * 255);
}

/** The grey that is as light as a colour, so that it stands out from others as much as before. */
export function greyOf(colour: Colour): Colour {
  const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return greyOfLevel(greyLevel(red!, green!, blue!));
}

/** Writes a grey from 0 for black to 255 for white. */
export function greyOfLevel(level: number): Colour {
  const digits = level.toString(16).padStart(2, '0');
  return `#${digits}${digits}${digits}`;
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
