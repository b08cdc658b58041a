import type { Colour } from '../../base/colour.js';
import type { Rectangle } from '../../base/geometry.js';
import type { PaintedText } from './painted-page.js';

/** Words of a line in one colour: where their small letters stand, and whether they are large enough to need less contrast. */
export type TextLook = Readonly<{ colour: Colour; isLarge: boolean; box: Rectangle }>;

/** From the baseline to the top of small letters, for each point of size: our estimate. */
const smallLetters = 0.5;

/** Lists the looks of a line, those of runs next to each other that look alike as one. */
export function looksOf({ item }: PaintedText): readonly TextLook[] {
  const looks: TextLook[] = [];
  for (const { style, x, width } of item.line.runs) {
    const { colour, size, weight } = style;
    const height = size * smallLetters;
    const box = { x: item.x + x, y: item.baseline - height, width, height };
    const look = { colour, isLarge: isLarge(size, weight), box };
    const last = looks.at(-1);
    if (last?.colour === colour && last.isLarge === look.isLarge && last.box.height === height) {
      looks[looks.length - 1] = { ...last, box: { ...last.box, width: box.x + width - last.box.x } };
    } else looks.push(look);
  }
  return looks;
}

/** The standard's sizes: 18 points, or 14 and bold. @see WCAG 2.2, large scale text */
function isLarge(size: number, weight: number): boolean {
  return size >= 18 || (size >= 14 && weight >= 700);
}
