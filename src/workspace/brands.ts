import * as z from 'zod';

import type { Problem, Staged } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import { brandSchema, completeBrand, type Brand } from './brand.js';
import type { DataPath } from './schema-words.js';
import { checkYaml } from './yaml.js';
import type { YamlDocument } from './yaml-document.js';

/** One of the places that a brand is written in, such as a `brand.yaml` or the `clinic` section of `handout.yaml`. */
export type BrandLayer = Readonly<{
  document: YamlDocument;
  /** Where the brand's keys begin in the document. */
  start: readonly string[];
  data: unknown;
  /** Whether it comes with the program, and so holds sample data. */
  builtIn: boolean;
}>;

/** A brand, and where each of its values is written: in the highest layer that has it. */
export type ReadBrand = Readonly<{ brand: Brand; placeOf(path: DataPath): SourceRange }>;

/**
 * Lays the layers of a brand over each other and validates the result. `config.ts` says how layers are merged.
 * @param layers at least one, the lowest first
 * @returns the brand, or undefined if there is any mistake; reports what `checkYaml` does, and
 *   `workspace/sample-contact` (a warning) where a clinic would give patients the built-in telephone numbers
 */
export function layBrand(id: string, layers: readonly BrandLayer[]): Staged<ReadBrand | undefined> {
  const top = layers.findLast((layer) => layer.start.length === 0) ?? layers[0]!;
  const slips = layers.length === 1 ? [] : layers.flatMap(checkLayer);
  if (slips.length > 0) return { value: undefined, problems: slips };
  const data = layers
    .map((layer) => layer.data)
    .reduce((lower, upper) => merge(withoutShades(lower, upper), upper));
  const { value, problems } = checkYaml(top.document, brandSchema, { start: top.start, data });
  if (!value) return { value: undefined, problems };
  const placeOf = (path: DataPath): SourceRange => {
    const { document, start } = layers.findLast((layer) => valueIn(layer.data, path) !== undefined) ?? top;
    return document.placeOfValue([...start, ...path]);
  };
  return { value: { brand: { id, ...completeBrand(value) }, placeOf }, problems: sampleNumbers(layers) };
}

const partialBrandSchema = z.deepPartial(brandSchema);

function checkLayer({ document, start, data }: BrandLayer): readonly Problem[] {
  return checkYaml(document, partialBrandSchema, { start, data }).problems;
}

function merge(lower: unknown, upper: unknown): unknown {
  if (!isGroup(lower) || !isGroup(upper)) return upper;
  const merged = new Map(Object.entries(lower));
  for (const [key, value] of Object.entries(upper)) merged.set(key, merge(merged.get(key), value));
  return Object.fromEntries(merged);
}

/** A clinic that brings its own accent, and says no more, doesn't want the shades of another. */
function withoutShades(lower: unknown, upper: unknown): unknown {
  const colours = valueIn(lower, ['colours']);
  if (!isGroup(lower) || !isGroup(colours) || valueIn(upper, ['colours', 'accent']) === undefined)
    return lower;
  const kept = Object.entries(colours).filter(([name]) => !shadesOfAccent.has(name));
  return { ...lower, colours: Object.fromEntries(kept) };
}

const shadesOfAccent: ReadonlySet<string> = new Set(['accentDark', 'accentTint', 'accent2', 'accent2Tint']);

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const samples = [
  ['contact', 'phone'],
  ['contact', 'afterHoursPhone'],
];

function sampleNumbers(layers: readonly BrandLayer[]): readonly Problem[] {
  const own = layers.filter((layer) => !layer.builtIn);
  const top = own.at(-1);
  if (!top) return [];
  const left = samples.filter((path) => own.every((layer) => valueIn(layer.data, path) === undefined));
  if (left.length === 0) return [];
  const names = left.map((path) => `“${path.join('.')}”`).join(' and ');
  return [
    {
      code: 'workspace/sample-contact',
      severity: 'warning',
      message: `The handouts would give patients a telephone number made up as a sample: ${names}.`,
      at: top.document.placeOfKey(top.start),
      hint: 'Write your own numbers under “clinic:” in handout.yaml, or in brand.yaml.',
    },
  ];
}

function valueIn(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (value, key) => (isGroup(value) ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined),
    data,
  );
}
