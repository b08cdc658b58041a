import type { Colour } from '../base/colour.js';

/**
 * Names a brand's colours as drawings call them: `accentTint` is `accent-tint`, so that an SVG file can say
 * `var(--accent-tint)`.
 */
export function paletteOf(colours: Readonly<Record<string, Colour>>): ReadonlyMap<string, Colour> {
  return new Map(Object.entries(colours).map(([name, colour]) => [kebabCase(name), colour]));
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
