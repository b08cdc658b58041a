import type { PathCommand, VectorPath } from '../graphics/vector.js';
import { element, type Attributes } from './tag.js';

/** Writes a path of a drawing as an element of SVG. */
export function writePath({ commands, fill, stroke }: VectorPath): string {
  const painted: Attributes = {
    d: commands.map(writeCommand).join(''),
    fill: fill?.colour ?? 'none',
    'fill-rule': fill?.rule === 'evenodd' ? 'evenodd' : undefined,
    stroke: stroke?.colour,
    'stroke-width': stroke && decimal(stroke.width),
    'stroke-linecap': stroke?.cap,
    'stroke-linejoin': stroke?.join,
    'stroke-miterlimit': stroke && decimal(stroke.miterLimit),
    'stroke-dasharray': stroke && stroke.dashes.length > 0 ? stroke.dashes.map(decimal).join(' ') : undefined,
  };
  return element('path', painted, '');
}

function writeCommand([letter, ...numbers]: PathCommand): string {
  return letter + numbers.map(decimal).join(' ');
}

/** Writes a length; a thousandth of a point is finer than any screen or printer. */
export function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
