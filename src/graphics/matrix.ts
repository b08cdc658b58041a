import type { PathCommand } from './vector.js';

/** An affine map `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f, as in SVG's `matrix()`. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The map that changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** Moves every point of a path; straight lines stay lines and cubic curves stay cubic, so the result is exact. */
export function transformPath(matrix: Matrix, commands: readonly PathCommand[]): readonly PathCommand[] {
  const x = (px: number, py: number): number => matrix[0] * px + matrix[2] * py + matrix[4];
  const y = (px: number, py: number): number => matrix[1] * px + matrix[3] * py + matrix[5];
  return commands.map((command): PathCommand => {
    switch (command[0]) {
      case 'M':
      case 'L':
        return [command[0], x(command[1], command[2]), y(command[1], command[2])];
      case 'C': {
        const [, x1, y1, x2, y2, x3, y3] = command;
        return ['C', x(x1, y1), y(x1, y1), x(x2, y2), y(x2, y2), x(x3, y3), y(x3, y3)];
      }
      case 'Z':
        return command;
    }
  });
}

/** How much lengths grow on average: the square root of how much areas grow. Exact for turns and even scales. */
export function averageScale(matrix: Matrix): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
}

/** Whether lengths grow alike in every direction, to within one per cent. */
export function scalesEvenly(matrix: Matrix): boolean {
  const [a, b, c, d] = matrix;
  const width = Math.hypot(a, b);
  const height = Math.hypot(c, d);
  const limit = 0.01 * Math.max(width, height);
  return Math.abs(width - height) <= limit && Math.abs(a * c + b * d) <= limit * Math.max(width, height);
}

/** No program writes longer numbers, and bounding them bounds the time that a pattern takes. */
const MAX_NUMBER_LENGTH = 64;

const ARGUMENT_COUNTS: Readonly<Record<string, readonly number[]>> = {
  matrix: [6],
  translate: [1, 2],
  scale: [1, 2],
  rotate: [1, 3],
  skewX: [1],
  skewY: [1],
};

/**
 * Reads a `transform` attribute.
 * @returns the map, or undefined when the text is not a list of SVG 1.1 transforms
 * @see SVG 1.1, section 7.6
 */
export function parseTransform(text: string): Matrix | undefined {
  const step = /\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*,?/y;
  let matrix = IDENTITY;
  let end = 0;
  for (let match = step.exec(text); match; match = step.exec(text)) {
    const [, name = '', list = ''] = match;
    const values = list
      .trim()
      .split(/\s*,\s*|\s+/)
      .map(parseNumber);
    if (!values.every((value) => value !== undefined)) return undefined;
    if (!ARGUMENT_COUNTS[name]?.includes(values.length)) return undefined;
    matrix = multiply(matrix, stepMatrix(name, values));
    end = step.lastIndex;
  }
  return text.slice(end).trim() === '' && matrix.every(Number.isFinite) ? matrix : undefined;
}

/** Reads a number as SVG writes them; undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  if (text.length > MAX_NUMBER_LENGTH) return undefined;
  if (!/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function stepMatrix(name: string, values: readonly number[]): Matrix {
  const [first = 0, second, third = 0] = values;
  switch (name) {
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'rotate':
      return rotation(first, second ?? 0, third);
    case 'skewX':
      return [1, 0, Math.tan(radians(first)), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(radians(first)), 0, 1, 0, 0];
    default:
      return [first, second ?? 0, third, values[3] ?? 0, values[4] ?? 0, values[5] ?? 0];
  }
}

function rotation(degrees: number, x: number, y: number): Matrix {
  const cosine = Math.cos(radians(degrees));
  const sine = Math.sin(radians(degrees));
  const turn: Matrix = [cosine, sine, -sine, cosine, 0, 0];
  return multiply(multiply([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y]);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
