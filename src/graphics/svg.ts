import { XmlElement } from '@rgrove/parse-xml';
import type { Colour } from '../base/colour.js';
import type { Staged } from '../base/problem.js';
import { hasErrors } from '../base/problem.js';
import type { Source } from '../base/source.js';
import { MAX_COORDINATE, MAX_DEPTH, MAX_PATH_COMMANDS } from './limits.js';
import type { Matrix } from './matrix.js';
import { averageScale, IDENTITY, multiply, parseTransform, scalesEvenly, transformPath } from './matrix.js';
import { keepsShape, withOwnMiddle } from './mirror.js';
import { isFiniteCommand } from './path-data.js';
import { createSvgFaults, reportBadValue } from './svg-report.js';
import type { SvgReport } from './svg-report.js';
import { labelName, labelRoom } from './svg-label.js';
import { shapePath } from './svg-shape.js';
import { readFrame } from './svg-size.js';
import type { SvgStyle } from './svg-style.js';
import { INITIAL_STYLE, resolveStyle } from './svg-style.js';
import { checkAttributes, checkShapeContent, elementRole } from './svg-vocabulary.js';
import { readSvgXml, reportTooDeep } from './svg-xml.js';
import type { LabelRoom, PathCommand, VectorImage, VectorPath } from './vector.js';

/**
 * Reads an SVG drawing of the closed subset that handouts may use: groups and shapes with flat colours, transforms
 * and outlines. All else is refused with its place, so nothing of a drawing is ever left out silently. Nothing is
 * fetched and nothing is run. Outlines and dashes scale by the average of an uneven transform, with a warning.
 *
 * Shapes may reach beyond the view box; whoever paints the image clips it to its size, as SVG does.
 * @param palette the brand's colours by token, for `var(--token)` and `currentColor`
 * @returns undefined when anything was reported as an error
 * @see SVG 1.1 (Second Edition)
 */
export function parseSvg(
  source: Source,
  palette: ReadonlyMap<string, Colour>,
): Staged<VectorImage | undefined> {
  const { report, problems, isFull } = createSvgFaults(source);
  const root = readSvgXml(source, report);
  const frame = root && readFrame(root, report);
  if (!root || !frame) return { value: undefined, problems };
  checkAttributes(root, report);
  const walk: Walk = { palette, report, isFull, paths: [], labels: new Map(), commandCount: 0 };
  const style = resolveStyle(root, INITIAL_STYLE, walk);
  walkChildren(root, { style, matrix: frame.matrix, depth: 1 }, walk);
  const { paths, labels } = walk;
  const value: VectorImage = { kind: 'vector', ...frame.size, paths, ...(labels.size > 0 && { labels }) };
  return { value: hasErrors(problems) ? undefined : value, problems };
}

/** What is gathered while the elements are visited in order. */
type Walk = {
  readonly palette: ReadonlyMap<string, Colour>;
  readonly report: SvgReport;
  readonly isFull: () => boolean;
  readonly paths: VectorPath[];
  readonly labels: Map<string, LabelRoom>;
  commandCount: number;
};

/** What an element passes on to the elements in it. */
type Surroundings = Readonly<{ style: SvgStyle; matrix: Matrix; depth: number }>;

/** @returns false when a limit is reached, of the drawing or of its faults, and the rest isn't read */
function walkChildren(parent: XmlElement, around: Surroundings, walk: Walk): boolean {
  for (const child of parent.children) {
    if (!(child instanceof XmlElement)) continue;
    if (around.depth >= MAX_DEPTH) {
      reportTooDeep(child.start, walk.report);
      return false;
    }
    if (!visit(child, around, walk) || walk.isFull()) return false;
  }
  return true;
}

function visit(element: XmlElement, around: Surroundings, walk: Walk): boolean {
  const from = walk.paths.length;
  const goesOn = visitShapes(element, around, walk);
  if (keepsShape(element)) walk.paths.push(...withOwnMiddle(walk.paths.splice(from)));
  return goesOn;
}

function visitShapes(element: XmlElement, around: Surroundings, walk: Walk): boolean {
  const role = elementRole(element, walk.report);
  if (role === 'ignored' || role === 'refused') return true;
  checkAttributes(element, walk.report);
  const matrix = multiply(around.matrix, readTransform(element, walk.report));
  const style = resolveStyle(element, around.style, walk);
  if (role === 'group') return walkChildren(element, { style, matrix, depth: around.depth + 1 }, walk);
  checkShapeContent(element, walk.report);
  const commandLimit = MAX_PATH_COMMANDS - walk.commandCount;
  const commands = shapePath(element, { report: walk.report, commandLimit });
  if (!commands) return false;
  walk.commandCount += commands.length;
  const label = labelName(element);
  if (label !== undefined) walk.labels.set(label, labelRoom(element, transformPath(matrix, commands)));
  if (commands.length > 0) addPath({ element, commands, style, matrix }, walk);
  return true;
}

function readTransform(element: XmlElement, report: SvgReport): Matrix {
  const text = element.attributes['transform'];
  const matrix = text === undefined ? undefined : parseTransform(text);
  if (matrix) return matrix;
  if (text !== undefined) {
    const expected = 'transforms such as translate(10 20) or rotate(45)';
    reportBadValue({ element, name: 'transform', expected }, report);
  }
  return IDENTITY;
}

type Shape = Readonly<{
  element: XmlElement;
  commands: readonly PathCommand[];
  style: SvgStyle;
  matrix: Matrix;
}>;

function addPath(shape: Shape, walk: Walk): void {
  const { element, style, matrix } = shape;
  const commands = transformPath(matrix, shape.commands);
  const stroke = strokeOf(style, matrix);
  if (!commands.every((command) => isFiniteCommand(command, MAX_COORDINATE)) || !isModest(stroke)) {
    walk.report({
      code: 'graphics/out-of-range',
      message: `The <${element.name}> reaches more than a million points from the drawing.`,
      hint: 'Check its numbers and its transforms.',
      place: { kind: 'element', element },
    });
    return;
  }
  if (stroke && !scalesEvenly(matrix)) {
    walk.report({
      code: 'graphics/uneven-stroke',
      severity: 'warning',
      message: `The outline of the <${element.name}> is stretched more one way than the other; it is drawn at its average width.`,
      hint: 'Apply the transform in the drawing program, or turn the outline into a shape.',
      place: { kind: 'element', element },
    });
  }
  const fill = style.fill === undefined ? undefined : { colour: style.fill, rule: style.fillRule };
  if (!fill && !stroke) return;
  walk.paths.push({ commands, ...(fill && { fill }), ...(stroke && { stroke }) });
}

function strokeOf(style: SvgStyle, matrix: Matrix): VectorPath['stroke'] {
  const scale = averageScale(matrix);
  const width = style.strokeWidth * scale;
  if (style.stroke === undefined || width === 0) return undefined;
  const { stroke: colour, cap, join, miterLimit } = style;
  return { colour, width, cap, join, miterLimit, dashes: style.dashes.map((length) => length * scale) };
}

function isModest(stroke: VectorPath['stroke']): boolean {
  if (!stroke) return true;
  return [stroke.width, stroke.miterLimit, ...stroke.dashes].every((value) => value <= MAX_COORDINATE);
}
