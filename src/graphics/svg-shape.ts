import type { XmlElement } from '@rgrove/parse-xml';
import { parseNumber } from './matrix.js';
import { parsePathData } from './path-data.js';
import { quote, reportBadValue } from './svg-report.js';
import type { SvgReport } from './svg-report.js';
import type { PathCommand } from './vector.js';

/** How far a handle stands out, relative to the radius, when a cubic curve stands for a quarter of a circle. */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1);

/** What shapes are read with: where faults go, and how many path commands may still come. */
export type ShapeContext = Readonly<{ report: SvgReport; commandLimit: number }>;

/**
 * Turns a shape element into a path in its own coordinates. A shape without extent gives an empty path.
 *
 * Reports `graphics/bad-value`, `graphics/bad-path` and `graphics/too-many-commands`.
 * @returns undefined when the drawing has more path commands than are read
 */
export function shapePath(element: XmlElement, context: ShapeContext): readonly PathCommand[] | undefined {
  const commands =
    element.name === 'path' ? pathElement(element, context) : basicShape(element, context.report);
  if (commands !== undefined && commands.length <= context.commandLimit) return commands;
  context.report({
    code: 'graphics/too-many-commands',
    message: 'The drawing has more than 20,000 path commands.',
    hint: 'Simplify its paths, or save it as a PNG picture.',
    place: { kind: 'element', element },
  });
  return undefined;
}

function pathElement(element: XmlElement, context: ShapeContext): readonly PathCommand[] | undefined {
  const text = element.attributes['d'] ?? '';
  if (text.trim() === 'none') return [];
  const data = parsePathData(text, context.commandLimit);
  switch (data.kind) {
    case 'path':
      return data.commands;
    case 'too-long':
      return undefined;
    case 'broken': {
      const rest = text.slice(data.offset).trim();
      context.report({
        code: 'graphics/bad-path',
        message: `The path can't be read from ${rest === '' ? 'its end' : quote(rest)} on.`,
        hint: 'Draw the path again, or restore it from an earlier copy.',
        place: { kind: 'attribute', element, name: 'd', offsetInValue: data.offset },
      });
      return [];
    }
  }
}

function basicShape(element: XmlElement, report: SvgReport): readonly PathCommand[] {
  const length = (name: string): number => readLength(element, name, report) ?? 0;
  const extent = (name: string): number => readExtent(element, name, report) ?? 0;
  switch (element.name) {
    case 'rect':
      return rectangle(element, report);
    case 'circle': {
      const radius = extent('r');
      return ellipse({ x: length('cx'), y: length('cy') }, { x: radius, y: radius });
    }
    case 'ellipse':
      return ellipse({ x: length('cx'), y: length('cy') }, { x: extent('rx'), y: extent('ry') });
    case 'line':
      return [
        ['M', length('x1'), length('y1')],
        ['L', length('x2'), length('y2')],
      ];
    default:
      return polyline(element, report);
  }
}

type Pair = Readonly<{ x: number; y: number }>;

function ellipse(centre: Pair, radius: Pair): readonly PathCommand[] {
  if (radius.x === 0 || radius.y === 0) return [];
  const corner = { x: centre.x - radius.x, y: centre.y - radius.y };
  return roundedRectangle(corner, { x: 2 * radius.x, y: 2 * radius.y }, radius);
}

function rectangle(element: XmlElement, report: SvgReport): readonly PathCommand[] {
  const corner = { x: readLength(element, 'x', report) ?? 0, y: readLength(element, 'y', report) ?? 0 };
  const size = {
    x: readExtent(element, 'width', report) ?? 0,
    y: readExtent(element, 'height', report) ?? 0,
  };
  if (size.x === 0 || size.y === 0) return [];
  const rx = readExtent(element, 'rx', report);
  const ry = readExtent(element, 'ry', report);
  const radius = { x: Math.min(rx ?? ry ?? 0, size.x / 2), y: Math.min(ry ?? rx ?? 0, size.y / 2) };
  if (radius.x > 0 && radius.y > 0) return roundedRectangle(corner, size, radius);
  return [
    ['M', corner.x, corner.y],
    ['L', corner.x + size.x, corner.y],
    ['L', corner.x + size.x, corner.y + size.y],
    ['L', corner.x, corner.y + size.y],
    ['Z'],
  ];
}

function roundedRectangle(corner: Pair, size: Pair, radius: Pair): readonly PathCommand[] {
  const { x: left, y: top } = corner;
  const right = left + size.x;
  const bottom = top + size.y;
  const { x: rx, y: ry } = radius;
  const hx = rx * (1 - QUARTER);
  const hy = ry * (1 - QUARTER);
  const commands: readonly PathCommand[] = [
    ['M', left + rx, top],
    ['L', right - rx, top],
    ['C', right - hx, top, right, top + hy, right, top + ry],
    ['L', right, bottom - ry],
    ['C', right, bottom - hy, right - hx, bottom, right - rx, bottom],
    ['L', left + rx, bottom],
    ['C', left + hx, bottom, left, bottom - hy, left, bottom - ry],
    ['L', left, top + ry],
    ['C', left, top + hy, left + hx, top, left + rx, top],
    ['Z'],
  ];
  // Sides that the corners leave no room for would only be points.
  const isPoint: Readonly<Record<number, boolean>> = {
    1: 2 * rx >= size.x,
    3: 2 * ry >= size.y,
    5: 2 * rx >= size.x,
    7: 2 * ry >= size.y,
  };
  return commands.filter((_, index) => !isPoint[index]);
}

function polyline(element: XmlElement, report: SvgReport): readonly PathCommand[] {
  const text = (element.attributes['points'] ?? '').trim();
  if (text === '') return [];
  const numbers = text.match(/[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[^\s,]/g) ?? [];
  const values = numbers.map(parseNumber);
  if (values.length % 2 !== 0 || !values.every((value) => value !== undefined)) {
    reportBadValue({ element, name: 'points', expected: 'pairs of numbers, x before y' }, report);
    return [];
  }
  const commands: PathCommand[] = [];
  for (let index = 0; index < values.length; index += 2) {
    commands.push([index === 0 ? 'M' : 'L', values[index]!, values[index + 1]!]);
  }
  return element.name === 'polygon' ? [...commands, ['Z']] : commands;
}

/** Reads a coordinate; undefined when it is absent or wrong, which is reported. */
function readLength(element: XmlElement, name: string, report: SvgReport): number | undefined {
  const text = element.attributes[name];
  if (text === undefined) return undefined;
  const value = parseNumber(text.trim().replace(/px$/, ''));
  if (value === undefined) reportBadValue({ element, name, expected: 'a number without a unit' }, report);
  return value;
}

function readExtent(element: XmlElement, name: string, report: SvgReport): number | undefined {
  if ((name === 'rx' || name === 'ry') && element.attributes[name]?.trim() === 'auto') return undefined;
  const value = readLength(element, name, report);
  if (value === undefined || value >= 0) return value;
  reportBadValue({ element, name, expected: 'a number of at least 0' }, report);
  return undefined;
}
