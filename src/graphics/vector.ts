import type { Colour } from '../base/colour.js';
import type { Rectangle } from '../base/geometry.js';
import type { Points } from '../base/units.js';

/** A drawing made of filled and stroked paths. Coordinates run from the top left corner to (width, height), y downwards. */
export type VectorImage = Readonly<{
  kind: 'vector';
  width: Points;
  height: Points;
  paths: readonly VectorPath[];
  /** Rooms for words over the drawing, by name; absent where it has none. */
  labels?: ReadonlyMap<string, LabelRoom>;
}>;

/** Where words may stand, and against which sides of the room. */
export type LabelRoom = Rectangle &
  Readonly<{ align: 'start' | 'middle' | 'end'; vertical: 'top' | 'middle' }>;

/** One path with its paint. */
export type VectorPath = Readonly<{
  commands: readonly PathCommand[];
  fill?: Readonly<{ colour: Colour; rule: 'nonzero' | 'evenodd' }>;
  stroke?: Stroke;
  /** Where the drawing is mirrored, the path is turned about this line from top to bottom, and so keeps its shape. */
  ownMiddle?: Points;
}>;

/** Paint along a path. */
export type Stroke = Readonly<{
  colour: Colour;
  width: Points;
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
  miterLimit: number;
  dashes: readonly Points[];
}>;

/** A step of a path, in absolute coordinates. Curves are cubic Béziers. */
export type PathCommand =
  | readonly ['M', Points, Points]
  | readonly ['L', Points, Points]
  | readonly ['C', Points, Points, Points, Points, Points, Points]
  | readonly ['Z'];
