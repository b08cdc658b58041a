import type { XmlElement } from '@rgrove/parse-xml';
import type { Size } from '../base/geometry.js';
import type { Points } from '../base/units.js';
import { MAX_COORDINATE } from './limits.js';
import type { Matrix } from './matrix.js';
import { parseNumber } from './matrix.js';
import type { SvgReport } from './svg-report.js';
import { reportBadValue } from './svg-report.js';

/** The size of a drawing, and the map from its own coordinates to points from its top left corner. */
export type SvgFrame = Readonly<{ size: Size; matrix: Matrix }>;

/** Longer texts are no lengths, and bounding them bounds the time that a pattern takes. */
const MAX_LENGTH_TEXT = 64;

const POINTS_PER_UNIT: Readonly<Record<string, number>> = {
  '': 0.75,
  px: 0.75,
  pt: 1,
  pc: 12,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
};

/**
 * Reads `viewBox`, `width` and `height`. A number without a unit is a CSS pixel, 3/4 point. A missing side follows
 * from the other and the view box; with a view box alone its units are pixels. The view box is fitted whole and
 * centred, SVG's default; other values of `preserveAspectRatio` are refused.
 *
 * Reports `graphics/bad-value` and `graphics/no-size`.
 */
export function readFrame(root: XmlElement, report: SvgReport): SvgFrame | undefined {
  const aspect = root.attributes['preserveAspectRatio'];
  if (aspect !== undefined && !/^\s*xMidYMid(?:\s+meet)?\s*$/.test(aspect)) {
    reportBadValue({ element: root, name: 'preserveAspectRatio', expected: '“xMidYMid meet”' }, report);
  }
  const box = readViewBox(root, report);
  const width = readSide(root, 'width', report);
  const height = readSide(root, 'height', report);
  if (box === 'broken' || width === 'broken' || height === 'broken') return undefined;
  const size = sizeOf({ box, width, height });
  if (!size) {
    reportNoSize(root, report);
    return undefined;
  }
  if (!box) return { size, matrix: [0.75, 0, 0, 0.75, 0, 0] };
  const scale = Math.min(size.width / box.width, size.height / box.height);
  const left = (size.width - box.width * scale) / 2 - box.x * scale;
  const top = (size.height - box.height * scale) / 2 - box.y * scale;
  return { size, matrix: [scale, 0, 0, scale, left, top] };
}

type ViewBox = Readonly<{ x: number; y: number; width: number; height: number }>;

function readViewBox(root: XmlElement, report: SvgReport): ViewBox | 'broken' | undefined {
  const text = root.attributes['viewBox'];
  if (text === undefined) return undefined;
  const values = text
    .trim()
    .split(/\s*,\s*|\s+/)
    .map(parseNumber);
  const [x, y, width, height] = values;
  const isBox = values.length === 4 && x !== undefined && y !== undefined && isSide(width) && isSide(height);
  if (isBox) return { x, y, width, height };
  const expected = 'four numbers: left, top, width and height, the last two above 0';
  reportBadValue({ element: root, name: 'viewBox', expected }, report);
  return 'broken';
}

function readSide(
  root: XmlElement,
  name: 'width' | 'height',
  report: SvgReport,
): Points | 'broken' | undefined {
  const text = root.attributes[name]?.trim();
  // A share of the page it stands on says nothing about a drawing's own size.
  if (text === undefined || text === 'auto' || /^\d{1,3}%$/.test(text)) return undefined;
  const [, digits = '', unit = ''] = /^(.*?)([a-z]*)$/.exec(text.slice(0, MAX_LENGTH_TEXT)) ?? [];
  const factor = Object.hasOwn(POINTS_PER_UNIT, unit) ? POINTS_PER_UNIT[unit]! : Number.NaN;
  const side = (parseNumber(digits) ?? Number.NaN) * factor;
  if (isSide(side)) return side;
  reportBadValue({ element: root, name, expected: 'a length above 0, in px, pt, mm, cm or in' }, report);
  return 'broken';
}

function isSide(value: number | undefined): value is number {
  return value !== undefined && value >= 1e-3 && value <= MAX_COORDINATE;
}

function sizeOf(given: {
  readonly box: ViewBox | undefined;
  readonly width: Points | undefined;
  readonly height: Points | undefined;
}): Size | undefined {
  const { box, width, height } = given;
  if (width !== undefined && height !== undefined) return { width, height };
  if (!box) return undefined;
  const ratio = box.height / box.width;
  if (width !== undefined) return { width, height: width * ratio };
  if (height !== undefined) return { width: height / ratio, height };
  return { width: box.width * 0.75, height: box.height * 0.75 };
}

function reportNoSize(root: XmlElement, report: SvgReport): void {
  report({
    code: 'graphics/no-size',
    message: 'The drawing says nothing about its size.',
    hint: 'Give <svg> a viewBox, such as viewBox="0 0 100 50".',
    place: { kind: 'element', element: root },
  });
}
