import svgpath from 'svgpath';
import type { PathCommand } from './vector.js';

/** Path data that was read: its commands, or where it can't be read. */
export type PathData =
  | Readonly<{ kind: 'path'; commands: readonly PathCommand[] }>
  | Readonly<{ kind: 'broken'; offset: number }>
  | Readonly<{ kind: 'too-long' }>;

const NUMBERS_PER_COMMAND: Readonly<Record<string, number>> = {
  a: 7,
  c: 6,
  h: 1,
  l: 2,
  m: 2,
  q: 4,
  s: 4,
  t: 2,
  v: 1,
};

/**
 * Reads the `d` of a path into absolute lines and cubic curves.
 * @param limit the most commands that are accepted
 * @returns `broken` with the offset of the first character that can't be read, if any
 * @see SVG 1.1, section 8.3
 */
export function parsePathData(data: string, limit: number): PathData {
  // svgpath takes time in the square of a command's numbers, so the count comes first.
  if (countCommands(data) > limit) return { kind: 'too-long' };
  const path: ReturnType<typeof svgpath> & { readonly err?: string } = svgpath(data);
  if (path.err) return { kind: 'broken', offset: Number(/at pos (\d+)/.exec(path.err)?.[1] ?? 0) };
  const commands: PathCommand[] = [];
  let known = true;
  path
    .abs()
    .unshort()
    .unarc()
    // svgpath decides what its callback is given.
    // eslint-disable-next-line max-params
    .iterate((segment, _index, x, y) => {
      const command = toCommand(segment, { x, y });
      if (command) commands.push(command);
      else known = false;
    });
  if (!known) return { kind: 'broken', offset: Math.max(0, data.search(/r/i)) };
  if (!commands.every((command) => isFiniteCommand(command))) return { kind: 'broken', offset: 0 };
  return commands.length > limit ? { kind: 'too-long' } : { kind: 'path', commands };
}

/** Whether every coordinate of a command is a number within `limit` of the origin. */
export function isFiniteCommand(command: PathCommand, limit = Number.MAX_VALUE): boolean {
  return command.every((value) => typeof value === 'string' || Math.abs(value) <= limit);
}

function countCommands(data: string): number {
  let count = 0;
  for (const [, letter = '', body = ''] of data.matchAll(/([achlmqstvz])([^achlmqstvz]*)/gi)) {
    const numbers = body.match(/\d*\.?\d+(?:e[+-]?\d+)?/gi)?.length ?? 0;
    count += Math.max(1, Math.floor(numbers / (NUMBERS_PER_COMMAND[letter.toLowerCase()] ?? 1)));
  }
  return count;
}

type Point = Readonly<{ x: number; y: number }>;

/** Writes a segment as a line or a cubic curve; undefined for a letter that is not SVG's. */
function toCommand(segment: readonly [string, ...number[]], from: Point): PathCommand | undefined {
  const [letter, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = segment;
  switch (letter) {
    case 'M':
    case 'L':
      return [letter, a, b];
    case 'H':
      return ['L', a, from.y];
    case 'V':
      return ['L', from.x, a];
    case 'C':
      return ['C', a, b, c, d, e, f];
    case 'Q':
      return quadraticToCubic(from, { x: a, y: b }, { x: c, y: d });
    case 'Z':
    case 'z':
      return ['Z'];
    default:
      return undefined;
  }
}

/** Raises the degree of a quadratic curve: its handles go two thirds of the way to the one control point. */
function quadraticToCubic(from: Point, control: Point, to: Point): PathCommand {
  const toward = (start: number, end: number): number => start + ((end - start) * 2) / 3;
  return [
    'C',
    toward(from.x, control.x),
    toward(from.y, control.y),
    toward(to.x, control.x),
    toward(to.y, control.y),
    to.x,
    to.y,
  ];
}
