import type { Points } from '../base/units.js';
import type { PathCommand, VectorImage, VectorPath } from './vector.js';

/** How far down a drawing is drawn: what is below is free, or room for words. */
export function drawnHeight({ paths, height }: VectorImage): Points {
  return Math.min(height, Math.max(0, ...paths.map(bottomOf)));
}

/** Control points count too; a curve never reaches beyond them. */
function bottomOf({ commands, stroke }: VectorPath): Points {
  return Math.max(0, ...commands.flatMap(downOf)) + (stroke ? stroke.width / 2 : 0);
}

function downOf([, ...numbers]: PathCommand): readonly Points[] {
  return numbers.filter((_, index) => index % 2 === 1);
}
