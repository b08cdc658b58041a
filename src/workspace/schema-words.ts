import type { core } from 'zod';

import { coverSecrets } from './cover-secrets.js';
import { either, quote } from './words.js';

/** A place in data: keys and indices from the top. */
export type DataPath = readonly PropertyKey[];

/** Says in plain words what a schema accepts, to follow “expected”. */
export function describeSchema(schema: core.$ZodType): string {
  const { def } = inner(schema)._zod;
  switch (def.type) {
    case 'string':
      return describeString(def);
    case 'number':
      return [def, ...(def.checks ?? []).map((check) => check._zod.def)].some(isWhole)
        ? 'a whole number'
        : 'a number';
    case 'boolean':
      return '“true” or “false”';
    case 'enum':
      return either(Object.values(def.entries).map((value) => quote(String(value))));
    case 'literal':
      return either(def.values.map((value) => quote(String(value))));
    case 'array':
      return 'a list';
    case 'union':
      return either([...new Set(def.options.map(describeOption))]);
    default:
      return 'lines of “key: value”';
  }
}

/** Says in plain words what a value is. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'string') {
    const shown = coverSecrets(value);
    return quote(shown.length > 60 ? `${shown.slice(0, 59)}…` : shown);
  }
  if (typeof value === 'object') return 'a group of keys';
  return quote(String(value));
}

/** The keys that a schema knows and allows; for a choice between groups of keys, those of all. */
export function keysOf(schema: core.$ZodType): readonly string[] {
  const { def } = inner(schema)._zod;
  if (def.type === 'object') return Object.keys(def.shape).filter((key) => !isForbidden(def.shape[key]));
  if (def.type === 'union') return [...new Set(def.options.flatMap(keysOf))];
  return [];
}

/** Tells whether a schema knows a key only to say that it may not be there. */
export function isForbidden(schema: core.$ZodType | undefined): boolean {
  return schema !== undefined && inner(schema)._zod.def.type === 'never';
}

/** The schema of a part of the data, or undefined where the schema has no such part or only one of several. */
export function schemaAt(schema: core.$ZodType, path: DataPath): core.$ZodType | undefined {
  let current: core.$ZodType | undefined = schema;
  for (const step of path) {
    if (current === undefined) return undefined;
    const def: core.$ZodTypes['_zod']['def'] = inner(current)._zod.def;
    if (def.type === 'object') current = def.shape[String(step)];
    else if (def.type === 'array') current = def.element;
    else if (def.type === 'record') current = def.valueType;
    else return undefined;
  }
  return current;
}

/** Takes off what only says “may be absent”, “can't be changed” or “is converted afterwards”. */
export function inner(schema: core.$ZodType): core.$ZodTypes {
  const known = schema as core.$ZodTypes;
  const { def } = known._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    default:
      return known;
  }
}

function describeOption(option: core.$ZodType): string {
  const keys = keysOf(option);
  return keys.length === 1 ? quote(`${keys[0]}: …`) : describeSchema(option);
}

function describeString(definition: object): string {
  const format = 'format' in definition ? definition.format : undefined;
  switch (format) {
    case 'email':
      return 'an e-mail address';
    case 'url':
      return 'an address such as “https://example.org”';
    case 'date':
      return 'a date as “YYYY-MM-DD”';
    default:
      return 'text';
  }
}

function isWhole(definition: object): boolean {
  return 'format' in definition && definition.format === 'safeint';
}
