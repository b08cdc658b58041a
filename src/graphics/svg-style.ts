import type { XmlElement } from '@rgrove/parse-xml';
import type { Colour } from '../base/colour.js';
import { parseNumber } from './matrix.js';
import { parsePaint } from './svg-colour.js';
import { attributePlace, quote } from './svg-report.js';
import type { SvgPlace, SvgReport } from './svg-report.js';
import type { Stroke } from './vector.js';

/** How shapes are painted; every property passes from a group to what is in it. Lengths are in the shape's own units. */
export type SvgStyle = Readonly<{
  fill: Colour | undefined;
  fillRule: 'nonzero' | 'evenodd';
  stroke: Colour | undefined;
  strokeWidth: number;
  cap: Stroke['cap'];
  join: Stroke['join'];
  miterLimit: number;
  dashes: readonly number[];
}>;

/** The style of a drawing that says nothing: filled black, no outline. */
export const INITIAL_STYLE: SvgStyle = {
  fill: '#000000',
  fillRule: 'nonzero',
  stroke: undefined,
  strokeWidth: 1,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dashes: [],
};

/** What a declaration is read with. */
type Declaration = Readonly<{
  property: string;
  value: string;
  place: SvgPlace;
  palette: ReadonlyMap<string, Colour>;
  report: SvgReport;
}>;

type Reader = (declaration: Declaration) => Partial<SvgStyle>;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['fill', (declaration) => readPaint(declaration, (colour) => ({ fill: colour }))],
  ['stroke', (declaration) => readPaint(declaration, (colour) => ({ stroke: colour }))],
  ['fill-rule', (declaration) => readWord(declaration, ['nonzero', 'evenodd'], (fillRule) => ({ fillRule }))],
  ['clip-rule', (declaration) => readWord(declaration, ['nonzero', 'evenodd'], () => ({}))],
  ['stroke-width', (declaration) => readAmount(declaration, 0, (strokeWidth) => ({ strokeWidth }))],
  ['stroke-miterlimit', (declaration) => readAmount(declaration, 1, (miterLimit) => ({ miterLimit }))],
  ['stroke-linecap', (declaration) => readWord(declaration, ['butt', 'round', 'square'], (cap) => ({ cap }))],
  [
    'stroke-linejoin',
    (declaration) => readWord(declaration, ['miter', 'round', 'bevel'], (join) => ({ join })),
  ],
  ['stroke-dasharray', readDashes],
  ['stroke-dashoffset', readNoOffset],
  ['opacity', readOpaque],
  ['fill-opacity', readOpaque],
  ['stroke-opacity', readOpaque],
]);

/** The properties that an attribute or a `style` attribute may set. */
export const STYLE_PROPERTIES: readonly string[] = [...READERS.keys()];

/** Whether a name is one of those properties. */
export function isStyleProperty(name: string): boolean {
  return READERS.has(name);
}

/**
 * Works out an element's style from its parent's, its attributes and its `style` attribute, which wins.
 *
 * Reports `graphics/property`, `graphics/bad-value`, `graphics/opacity` and the faults of `parsePaint`.
 */
export function resolveStyle(
  element: XmlElement,
  parent: SvgStyle,
  context: Readonly<{ palette: ReadonlyMap<string, Colour>; report: SvgReport }>,
): SvgStyle {
  let style = parent;
  for (const { property, value, place } of declarationsOf(element)) {
    if (value.trim() === 'inherit') continue;
    const read = READERS.get(property);
    if (read) style = { ...style, ...read({ property, value, place, ...context }) };
    else reportProperty(property, place, context.report);
  }
  return style;
}

type PlacedDeclaration = Readonly<{ property: string; value: string; place: SvgPlace }>;

function declarationsOf(element: XmlElement): readonly PlacedDeclaration[] {
  const declarations: PlacedDeclaration[] = [];
  for (const [name, value] of Object.entries(element.attributes)) {
    if (READERS.has(name)) declarations.push({ property: name, value, place: attributePlace(element, name) });
  }
  let offset = 0;
  for (const part of element.attributes['style']?.split(';') ?? []) {
    if (part.trim() !== '') {
      const colon = part.includes(':') ? part.indexOf(':') : part.length;
      const place = { ...attributePlace(element, 'style'), offsetInValue: offset + part.search(/\S/) };
      declarations.push({ property: part.slice(0, colon).trim(), value: part.slice(colon + 1), place });
    }
    offset += part.length + 1;
  }
  return declarations;
}

function reportProperty(property: string, place: SvgPlace, report: SvgReport): void {
  report({
    code: 'graphics/property',
    message: `Drawings may not use the style property ${quote(property)}.`,
    hint: 'Delete it, or save the drawing as plain SVG with presentation attributes.',
    place,
  });
}

function readPaint(
  declaration: Declaration,
  use: (colour: Colour | undefined) => Partial<SvgStyle>,
): Partial<SvgStyle> {
  const paint = parsePaint(declaration.value, declaration.palette);
  if (paint.kind === 'paint') return use(paint.colour);
  const { code, message, hint } = paint;
  declaration.report({ code, message, hint, place: declaration.place });
  return {};
}

function readWord<Word extends string>(
  declaration: Declaration,
  words: readonly Word[],
  use: (word: Word) => Partial<SvgStyle>,
): Partial<SvgStyle> {
  const word = words.find((candidate) => candidate === declaration.value.trim());
  return word === undefined ? reportValue(declaration, `one of: ${words.join(', ')}`) : use(word);
}

function readAmount(
  declaration: Declaration,
  least: number,
  use: (amount: number) => Partial<SvgStyle>,
): Partial<SvgStyle> {
  const amount = parseNumber(declaration.value.trim().replace(/px$/, ''));
  if (amount === undefined || amount < least)
    return reportValue(declaration, `a number of at least ${least}`);
  return use(amount);
}

function readDashes(declaration: Declaration): Partial<SvgStyle> {
  const text = declaration.value.trim();
  if (text === 'none') return { dashes: [] };
  const lengths = text.split(/\s*,\s*|\s+/).map((part) => parseNumber(part.replace(/px$/, '')));
  if (!lengths.every((length) => length !== undefined && length >= 0) || lengths.length > 32) {
    return reportValue(declaration, '“none” or a list of lengths');
  }
  const dashes = lengths.filter((length) => length !== undefined);
  if (dashes.every((length) => length === 0)) return { dashes: [] };
  return { dashes: dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes] };
}

function readNoOffset(declaration: Declaration): Partial<SvgStyle> {
  return parseNumber(declaration.value.replace(/px\s*$/, '')) === 0 ? {} : reportValue(declaration, '0');
}

function readOpaque(declaration: Declaration): Partial<SvgStyle> {
  const text = declaration.value.trim();
  if (parseNumber(text) === 1 || text === '100%') return {};
  declaration.report({
    code: 'graphics/opacity',
    message: `Drawings may not be see-through (${declaration.property}: ${text.slice(0, 12)}).`,
    hint: 'Flatten the transparency, or use a lighter flat colour.',
    place: declaration.place,
  });
  return {};
}

function reportValue(declaration: Declaration, expected: string): Partial<SvgStyle> {
  declaration.report({
    code: 'graphics/bad-value',
    message: `${quote(declaration.value)} is not a value for ${declaration.property}.`,
    hint: `Expected ${expected}.`,
    place: declaration.place,
  });
  return {};
}
