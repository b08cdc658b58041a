import type { PathCommand } from './vector.js';

/** A path as straight lines: from (x, y) pairs to pairs, one list for each of its parts. Curves are cut into a few pieces. */
export type FlatPath = Readonly<{ parts: readonly FlatPart[]; bounds: Bounds }>;

/** One of the lines of a path, which may be a curve or a closed shape. */
type FlatPart = Readonly<{ points: readonly number[]; bounds: Bounds }>;

type Bounds = Readonly<{ left: number; right: number; top: number; bottom: number }>;

/** A place in a drawing. */
export type Place = Readonly<{ x: number; y: number }>;

/** Pieces of a curve: enough for what is asked of a place, which is a colour and no outline. */
const PIECES = 8;

/** Cuts a path into straight lines. */
export function flattenPath(commands: readonly PathCommand[]): FlatPath {
  const parts: number[][] = [];
  for (const command of commands) {
    const part = parts.at(-1);
    if (command[0] === 'M') parts.push([command[1], command[2]]);
    else if (part === undefined) continue;
    else if (command[0] === 'L') part.push(command[1], command[2]);
    else if (command[0] === 'C') addCurve(part, command);
    else {
      // What goes on after a closed part begins where that began.
      const [x = 0, y = 0] = part;
      part.push(x, y);
      parts.push([x, y]);
    }
  }
  const drawn = parts
    .filter((part) => part.length > 2)
    .map((points) => ({ points, bounds: boundsOf(points) }));
  return { parts: drawn, bounds: around(drawn.map(({ bounds }) => bounds)) };
}

function addCurve(part: number[], [, x1, y1, x2, y2, x3, y3]: PathCommand & { 0: 'C' }): void {
  const [x0, y0] = [part.at(-2)!, part.at(-1)!];
  for (let piece = 1; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    part.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

function boundsOf(points: readonly number[]): Bounds {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let index = 0; index < points.length; index += 2) {
    left = Math.min(left, points[index]!);
    right = Math.max(right, points[index]!);
    top = Math.min(top, points[index + 1]!);
    bottom = Math.max(bottom, points[index + 1]!);
  }
  return { left, right, top, bottom };
}

function around(all: readonly Bounds[]): Bounds {
  return boundsOf(all.flatMap(({ left, right, top, bottom }) => [left, top, right, bottom]));
}

/** Tells whether a filled path covers a place. Open parts are closed, as filling does. */
export function isInside({ parts }: FlatPath, { x, y }: Place, rule: 'nonzero' | 'evenodd'): boolean {
  let winding = 0;
  let crossings = 0;
  for (const { points, bounds } of parts) {
    if (y < bounds.top || y > bounds.bottom || x > bounds.right) continue;
    let fromX = points.at(-2)!;
    let fromY = points.at(-1)!;
    for (let index = 0; index < points.length; index += 2) {
      const toX = points[index]!;
      const toY = points[index + 1]!;
      if (fromY <= y !== toY <= y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) {
        winding += toY > fromY ? 1 : -1;
        crossings += 1;
      }
      fromX = toX;
      fromY = toY;
    }
  }
  return rule === 'nonzero' ? winding !== 0 : crossings % 2 === 1;
}

/** Tells whether a place is no further from a path's line than `reach`. Dashes count as a whole line. */
export function isOnLine({ parts }: FlatPath, { x, y }: Place, reach: number): boolean {
  return parts.some(({ points, bounds: { left, right, top, bottom } }) => {
    if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) return false;
    for (let index = 2; index < points.length; index += 2) {
      const fromX = points[index - 2]!;
      const fromY = points[index - 1]!;
      const alongX = points[index]! - fromX;
      const alongY = points[index + 1]! - fromY;
      const length = alongX * alongX + alongY * alongY;
      const along = length === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length;
      const nearest = Math.min(1, Math.max(0, along));
      const gapX = x - fromX - nearest * alongX;
      const gapY = y - fromY - nearest * alongY;
      if (gapX * gapX + gapY * gapY <= reach * reach) return true;
    }
    return false;
  });
}
