import type { Colour } from '../base/colour.js';
import type { Points } from '../base/units.js';
import type { PathCommand, VectorImage } from '../graphics/vector.js';
import type { FlowContext } from './flow-context.js';

/** Draws a check mark, ten units square. It looks the same in either writing direction. */
export function checkSymbol(colour: Colour): VectorImage {
  return stroked(colour, [
    ['M', 1.2, 5.6],
    ['L', 3.9, 8.4],
    ['L', 8.9, 1.9],
  ]);
}

/** Draws a cross, ten units square. */
export function crossSymbol(colour: Colour): VectorImage {
  return stroked(colour, [
    ['M', 1.8, 1.8],
    ['L', 8.2, 8.2],
    ['M', 8.2, 1.8],
    ['L', 1.8, 8.2],
  ]);
}

/** Where a square drawing stands beside a line: its middle at half the height of capital letters. */
export function symbolTop(baseline: Points, textSize: Points, symbolSize: Points): Points {
  return baseline - (capitalHeight * textSize + symbolSize) / 2;
}

/** The middle of a line's capital letters, in the style of list labels. */
export function middleOfCapitals(baseline: Points, { blocks }: Pick<FlowContext, 'blocks'>): Points {
  return baseline - (capitalHeight * blocks.label.text[0]!.size) / 2;
}

const capitalHeight = 0.66;

function stroked(colour: Colour, commands: readonly PathCommand[]): VectorImage {
  const stroke = {
    colour,
    width: 1.8,
    cap: 'round',
    join: 'round',
    miterLimit: 4,
    dashes: [],
  } as const;
  return { kind: 'vector', width: 10, height: 10, paths: [{ commands, stroke }] };
}
