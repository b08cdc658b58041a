import { XmlElement } from '@rgrove/parse-xml';
import { nearestName } from '../base/nearest.js';
import { MAX_PROBLEMS } from './limits.js';
import { isStyleProperty, STYLE_PROPERTIES } from './svg-style.js';
import { attributePlace } from './svg-report.js';
import type { SvgFault, SvgReport } from './svg-report.js';

const SHAPE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
};

const ROOT_ATTRIBUTES = [
  'viewBox',
  'width',
  'height',
  'preserveAspectRatio',
  'x',
  'y',
  'version',
  'baseProfile',
];

/** Attributes that name or describe and draw nothing. */
const SILENT_ATTRIBUTES =
  /^(?:id|class|role|lang|focusable|xml:lang|xml:space|xmlns(?::.*)?|aria-.*|data-.*)$/;

const ELEMENT_HINTS: Readonly<Record<string, string>> = {
  text: 'Convert the text to outlines (paths) in the drawing program.',
  tspan: 'Convert the text to outlines (paths) in the drawing program.',
  textPath: 'Convert the text to outlines (paths) in the drawing program.',
  image: 'Use the picture as a PNG or JPEG file of its own, or trace it.',
  foreignObject: 'Delete it, or redraw it with shapes.',
  use: 'Replace each copy with the shape itself (“unlink clone” or “expand”).',
  symbol: 'Replace each copy with the shape itself (“unlink clone” or “expand”).',
  a: 'Delete the link and keep what is in it; links belong in the template.',
  style: 'Put the properties on the shapes themselves (“presentation attributes”).',
  linearGradient: 'Use one flat colour.',
  radialGradient: 'Use one flat colour.',
  pattern: 'Use one flat colour.',
  filter: 'Delete the effect and flatten the drawing.',
  mask: 'Cut the shapes to size in the drawing program.',
  clipPath: 'Cut the shapes to size in the drawing program.',
  marker: 'Turn arrow heads into shapes (“stroke to path”).',
  animate: 'Delete it; paper does not move.',
  animateTransform: 'Delete it; paper does not move.',
  animateMotion: 'Delete it; paper does not move.',
  set: 'Delete it; paper does not move.',
};

/** What the walk does with an element. */
export type ElementRole = 'shape' | 'group' | 'ignored' | 'refused';

/**
 * Tells what an element of a drawing is, and reports what drawings may not have: `graphics/script` and
 * `graphics/element`.
 */
export function elementRole(element: XmlElement, report: SvgReport): ElementRole {
  const { name } = element;
  if (Object.hasOwn(SHAPE_ATTRIBUTES, name)) return 'shape';
  if (name === 'g') return 'group';
  if (name === 'title' || name === 'desc' || name === 'metadata') return 'ignored';
  // Drawing programs write an empty <defs> into every file; only what is in one matters.
  if (name === 'defs' && !element.children.some((child) => child instanceof XmlElement)) return 'ignored';
  report(name.split(':').at(-1)!.toLowerCase() === 'script' ? scriptFault(element) : elementFault(element));
  return 'refused';
}

/**
 * Reports every attribute that an element may not have: `graphics/script`, `graphics/reference` and
 * `graphics/attribute`.
 */
export function checkAttributes(element: XmlElement, report: SvgReport): void {
  const own = element.name === 'svg' ? ROOT_ATTRIBUTES : (SHAPE_ATTRIBUTES[element.name] ?? []);
  const isKnown = (name: string): boolean =>
    own.includes(name) ||
    SILENT_ATTRIBUTES.test(name) ||
    isStyleProperty(name) ||
    name === 'style' ||
    (name === 'transform' && element.name !== 'svg');
  const unknown = Object.keys(element.attributes).filter((name) => !isKnown(name));
  for (const name of unknown.slice(0, MAX_PROBLEMS)) {
    report(attributeFault(element, name, [...own, 'style', 'transform', ...STYLE_PROPERTIES]));
  }
}

/** Reports what stands inside a shape, where only a title or a description may: `graphics/script` and `graphics/element`. */
export function checkShapeContent(shape: XmlElement, report: SvgReport): void {
  for (const child of shape.children) {
    if (!(child instanceof XmlElement)) continue;
    const role = elementRole(child, report);
    if (role === 'shape' || role === 'group') report(elementFault(child, ` inside <${shape.name}>`));
  }
}

function scriptFault(element: XmlElement): SvgFault {
  return {
    code: 'graphics/script',
    message: 'The drawing has a script.',
    hint: 'Delete the <script> element; a drawing may not run anything.',
    place: { kind: 'element', element },
  };
}

function elementFault(element: XmlElement, where = ''): SvgFault {
  const hint = Object.hasOwn(ELEMENT_HINTS, element.name) ? ELEMENT_HINTS[element.name]! : undefined;
  return {
    code: 'graphics/element',
    message: `Drawings may not have <${element.name}>${where}.`,
    hint: hint ?? 'Save it as plain SVG made of paths and shapes, or delete the element.',
    place: { kind: 'element', element },
  };
}

function attributeFault(element: XmlElement, name: string, known: readonly string[]): SvgFault {
  const place = attributePlace(element, name);
  if (/^on/i.test(name)) {
    return {
      code: 'graphics/script',
      message: `The attribute “${name}” would run a script.`,
      hint: 'Delete it; a drawing may not run anything.',
      place,
    };
  }
  if (/(?:^|:)(?:href|src|base)$/.test(name)) {
    return {
      code: 'graphics/reference',
      message: `The attribute “${name}” refers to something outside the shape.`,
      hint: 'Delete it, or put the shape itself in its place.',
      place,
    };
  }
  const nearest = nearestName(name, known);
  return {
    code: 'graphics/attribute',
    message: `Drawings may not have the attribute “${name}” on <${element.name}>.`,
    hint:
      nearest === undefined ? 'Delete it, or save the drawing as plain SVG.' : `Did you mean “${nearest}”?`,
    place,
  };
}
