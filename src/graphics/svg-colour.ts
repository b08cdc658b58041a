import type { Colour } from '../base/colour.js';
import { nearestName } from '../base/nearest.js';
import type { ProblemCode } from '../base/problem.js';
import { quote } from './svg-report.js';

/** A paint that was read: a colour or none, or what is wrong with it. */
export type Paint =
  | Readonly<{ kind: 'paint'; colour: Colour | undefined }>
  | Readonly<{ kind: 'fault'; code: ProblemCode; message: string; hint: string }>;

/** Longer texts are no colours, and bounding them bounds the time that a pattern takes. */
const MAX_PAINT_LENGTH = 100;

const BASIC_NAMES: ReadonlyMap<string, Colour> = new Map([
  ['aqua', '#00ffff'],
  ['black', '#000000'],
  ['blue', '#0000ff'],
  ['fuchsia', '#ff00ff'],
  ['gray', '#808080'],
  ['green', '#008000'],
  ['lime', '#00ff00'],
  ['maroon', '#800000'],
  ['navy', '#000080'],
  ['olive', '#808000'],
  ['purple', '#800080'],
  ['red', '#ff0000'],
  ['silver', '#c0c0c0'],
  ['teal', '#008080'],
  ['white', '#ffffff'],
  ['yellow', '#ffff00'],
]);

/**
 * Reads a `fill` or a `stroke`: `none`, `currentColor` (the brand's `ink`, or black), `var(--token)` from the brand's
 * colours (a fallback after a comma is for other programs and is not used), `#rgb`, `#rrggbb`, `rgb()` or one of
 * the 16 basic names. A fault is `graphics/unknown-token`, `graphics/reference` or `graphics/bad-colour`.
 */
export function parsePaint(text: string, palette: ReadonlyMap<string, Colour>): Paint {
  const value = text.trim();
  if (value.length > MAX_PAINT_LENGTH) return colourFault(value);
  const name = value.toLowerCase();
  if (name === 'none') return { kind: 'paint', colour: undefined };
  if (name === 'currentcolor') return { kind: 'paint', colour: palette.get('ink') ?? '#000000' };
  const token = /^var\(\s*--([\w-]+)\s*(?:,(?:[^()]|\([^()]*\))*)?\)$/.exec(value)?.[1];
  if (token !== undefined) return paintOfToken(token, palette);
  const colour = BASIC_NAMES.get(name) ?? parseHex(name) ?? parseRgb(name);
  if (colour !== undefined) return { kind: 'paint', colour };
  return name.startsWith('url(') ? referenceFault(value) : colourFault(value);
}

function paintOfToken(token: string, palette: ReadonlyMap<string, Colour>): Paint {
  const colour = palette.get(token);
  if (colour !== undefined) return { kind: 'paint', colour };
  const nearest = nearestName(token, palette.keys());
  const names = [...palette.keys()].sort().join(', ');
  return {
    kind: 'fault',
    code: 'graphics/unknown-token',
    message: `The brand has no colour ${quote(token)}.`,
    hint: nearest === undefined ? `Use one of: ${names}.` : `Did you mean var(--${nearest})?`,
  };
}

function referenceFault(value: string): Paint {
  return {
    kind: 'fault',
    code: 'graphics/reference',
    message: `The paint ${quote(value)} refers to a gradient, a pattern or another file.`,
    hint: 'Use one flat colour, such as #0b5394 or var(--accent).',
  };
}

function colourFault(value: string): Paint {
  const nearest = nearestName(value.slice(0, MAX_PAINT_LENGTH), BASIC_NAMES.keys());
  return {
    kind: 'fault',
    code: 'graphics/bad-colour',
    message: `${quote(value)} is not a colour that drawings may use.`,
    hint:
      nearest === undefined
        ? 'Write it as #rrggbb, or as var(--accent) for a colour of the brand.'
        : `Did you mean ${nearest}?`,
  };
}

function parseHex(name: string): Colour | undefined {
  if (/^#[0-9a-f]{6}$/.test(name)) return `#${name.slice(1)}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(name);
  if (!short) return undefined;
  const [, red, green, blue] = short;
  return `#${red}${red}${green}${green}${blue}${blue}`;
}

function parseRgb(name: string): Colour | undefined {
  const body = /^rgb\(([^()]*)\)$/.exec(name)?.[1];
  const parts = body?.trim().split(/\s*,\s*|\s+/) ?? [];
  if (parts.length !== 3) return undefined;
  const channels = parts.map(parseChannel);
  if (!channels.every((channel) => channel !== undefined)) return undefined;
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function parseChannel(text: string): number | undefined {
  if (!/^\d{1,3}(?:\.\d+)?%?$/.test(text)) return undefined;
  const value = text.endsWith('%') ? (Number(text.slice(0, -1)) * 255) / 100 : Number(text);
  return value <= 255 ? Math.round(value) : undefined;
}
