import type { XmlElement } from '@rgrove/parse-xml';
import type { Points } from '../base/units.js';
import { transformPath } from './matrix.js';
import type { PathCommand, VectorImage, VectorPath } from './vector.js';

/**
 * Tells whether an element of a drawing keeps its shape where the drawing is mirrored, as a tick or a clock does: `data-mirror="never"`
 * on a shape or a group. Its place is mirrored with the rest.
 */
export function keepsShape(element: XmlElement): boolean {
  return element.attributes['data-mirror'] === 'never';
}

/** Gives paths that keep their shape together the middle that they are turned about. */
export function withOwnMiddle(paths: readonly VectorPath[]): readonly VectorPath[] {
  const across = paths.flatMap(({ commands }) => commands.flatMap(acrossOf));
  const ownMiddle = (Math.min(...across) + Math.max(...across)) / 2;
  return paths.map((path) => ({ ...path, ownMiddle }));
}

/** Turns round, left for right, what keeps its shape, so that it looks as it was drawn once all of the drawing is turned round. */
export function readyToMirror(image: VectorImage): VectorImage {
  if (image.paths.every(({ ownMiddle }) => ownMiddle === undefined)) return image;
  return { ...image, paths: image.paths.map(turnedRound) };
}

function turnedRound(path: VectorPath): VectorPath {
  const { commands, ownMiddle } = path;
  if (ownMiddle === undefined) return path;
  return { ...path, commands: transformPath([-1, 0, 0, 1, 2 * ownMiddle, 0], commands) };
}

function acrossOf([, ...numbers]: PathCommand): readonly Points[] {
  return numbers.filter((_, index) => index % 2 === 0);
}
