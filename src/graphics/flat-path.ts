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
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  // A QR code has a part for each of its squares, so this is worth writing out.
  for (let index = 0; index < points.length; index += 2) {
    const x = points[index]!;
    const y = points[index + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, right, top, bottom };
}

function around(all: readonly Bounds[]): Bounds {
  return {
    left: Math.min(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
    top: Math.min(...all.map(({ top }) => top)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
  };
}

/** What of a path lies at one height, so that many places beside each other are asked for quickly. */
export type PathRow = Readonly<{
  /** Where the path's lines cross the row, and whether they go down (1) or up (-1), in turn. */
  crossings: readonly number[];
  /** The lines that are no further away than the row's reach: x and y where each begins and ends. */
  near: readonly number[];
}>;

/** Finds what of a path lies at a height. Open parts are closed, as filling does; `near` doesn't close them. */
export function rowOf({ parts }: FlatPath, y: number, reach: number): PathRow {
  const crossings: number[] = [];
  const near: number[] = [];
  for (const { points, bounds } of parts) {
    if (y < bounds.top - reach || y > bounds.bottom + reach) continue;
    let fromX = points.at(-2)!;
    let fromY = points.at(-1)!;
    for (let index = 0; index < points.length; index += 2) {
      const toX = points[index]!;
      const toY = points[index + 1]!;
      if (fromY <= y !== toY <= y)
        crossings.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX), toY > fromY ? 1 : -1);
      const isApart = y < Math.min(fromY, toY) - reach || y > Math.max(fromY, toY) + reach;
      if (reach > 0 && index > 0 && !isApart) near.push(fromX, fromY, toX, toY);
      fromX = toX;
      fromY = toY;
    }
  }
  return { crossings, near };
}

/** Tells whether a filled path covers a place of a row. */
export function isInside({ crossings }: PathRow, x: number, rule: 'nonzero' | 'evenodd'): boolean {
  let winding = 0;
  let count = 0;
  for (let index = 0; index < crossings.length; index += 2) {
    if (x >= crossings[index]!) continue;
    winding += crossings[index + 1]!;
    count += 1;
  }
  return rule === 'nonzero' ? winding !== 0 : count % 2 === 1;
}

/** Tells whether a place of a row is no further from a path's line than `reach`. Dashes count as a whole line. */
export function isOnLine({ near }: PathRow, { x, y }: Place, reach: number): boolean {
  for (let index = 0; index < near.length; index += 4) {
    const fromX = near[index]!;
    const fromY = near[index + 1]!;
    const alongX = near[index + 2]! - fromX;
    const alongY = near[index + 3]! - fromY;
    const length = alongX * alongX + alongY * alongY;
    const along = length === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length;
    const nearest = Math.min(1, Math.max(0, along));
    const gapX = x - fromX - nearest * alongX;
    const gapY = y - fromY - nearest * alongY;
    if (gapX * gapX + gapY * gapY <= reach * reach) return true;
  }
  return false;
}
