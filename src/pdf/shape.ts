import type { Rectangle } from '../base/geometry.js';
import type { Shape } from '../layout/page.js';
import { colourOperator, pdfNumber } from './syntax.js';

/** How far the handles of a quarter circle stand from its ends, as a share of the radius. */
const CIRCLE_HANDLE = 0.5523;

/** Paints a rectangle, filled, stroked or both. */
export function shapeOperators({ box, radius, fill, stroke }: Shape): string {
  const paint = fill !== undefined && stroke !== undefined ? 'B' : fill !== undefined ? 'f' : 'S';
  const colours =
    (fill === undefined ? '' : `${colourOperator(fill, 'fill')}\n`) +
    (stroke === undefined ? '' : `${colourOperator(stroke.colour, 'stroke')} ${pdfNumber(stroke.width)} w\n`);
  return `${colours}${radius > 0 ? roundedPath(box, radius) : rectanglePath(box)}${paint}\n`;
}

function rectanglePath({ x, y, width, height }: Rectangle): string {
  return `${pdfNumber(x)} ${pdfNumber(y)} ${pdfNumber(width)} ${pdfNumber(height)} re `;
}

function roundedPath({ x, y, width, height }: Rectangle, wantedRadius: number): string {
  const radius = Math.min(wantedRadius, width / 2, height / 2);
  const handle = radius * (1 - CIRCLE_HANDLE);
  const right = x + width;
  const bottom = y + height;
  const numbers = (...values: readonly number[]) => values.map((value) => pdfNumber(value)).join(' ');
  return [
    `${numbers(x + radius, y)} m`,
    `${numbers(right - radius, y)} l`,
    `${numbers(right - handle, y, right, y + handle, right, y + radius)} c`,
    `${numbers(right, bottom - radius)} l`,
    `${numbers(right, bottom - handle, right - handle, bottom, right - radius, bottom)} c`,
    `${numbers(x + radius, bottom)} l`,
    `${numbers(x + handle, bottom, x, bottom - handle, x, bottom - radius)} c`,
    `${numbers(x, y + radius)} l`,
    `${numbers(x, y + handle, x + handle, y, x + radius, y)} c h `,
  ].join('\n');
}
