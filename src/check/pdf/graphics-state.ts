import type { PdfValue } from './syntax.js';

/** A place on a page, in points from its bottom left corner. */
export type Place = Readonly<{ x: number; y: number }>;

/** The part of the graphics state that tells where something is painted, and in which font. */
export type GraphicsState = Readonly<{
  /** Performs an operator that saves, restores, moves or chooses a font; leaves all others alone. */
  perform(operator: string, operands: readonly PdfValue[]): void;
  /** The resource name of the font; empty before one is chosen. */
  font(): string;
  /** Where the coordinate system has its origin. */
  origin(): Place;
  /** Where the next text begins, unless text went before it there. */
  pen(): Place;
  /** How many states are saved; below 0 when more were restored. */
  depth(): number;
  isInText(): boolean;
}>;

/** [a b c d e f]. @see ISO 32000-1, 8.3.3 */
type Matrix = readonly [number, number, number, number, number, number];
type Saved = { matrix: Matrix; font: string };

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Starts in the state in which a page's content begins. */
export function openGraphicsState(): GraphicsState {
  const saved: Saved[] = [];
  let state: Saved = { matrix: IDENTITY, font: '' };
  let depth = 0;
  let line: Matrix = IDENTITY;
  let inText = false;
  return {
    perform: (operator, operands) => {
      switch (operator) {
        case 'q':
          depth += 1;
          saved.push({ ...state });
          return;
        case 'Q':
          depth -= 1;
          state = saved.pop() ?? state;
          return;
        case 'cm':
          state.matrix = product(matrixOf(operands), state.matrix);
          return;
        case 'Tf':
          state.font = nameOf(operands[0]);
          return;
        case 'BT':
          inText = true;
          line = IDENTITY;
          return;
        case 'ET':
          inText = false;
          return;
        case 'Tm':
          line = matrixOf(operands);
          return;
        case 'Td':
        case 'TD':
          line = product([1, 0, 0, 1, numberOf(operands[0]), numberOf(operands[1])], line);
      }
    },
    font: () => state.font,
    origin: () => ({ x: state.matrix[4], y: state.matrix[5] }),
    pen: () => {
      const [, , , , x, y] = product(line, state.matrix);
      return { x, y };
    },
    depth: () => depth,
    isInText: () => inText,
  };
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function matrixOf(operands: readonly PdfValue[]): Matrix {
  const [a, b, c, d, e, f] = operands.map(numberOf);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function numberOf(value: PdfValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'name'
    ? value.name
    : '';
}
