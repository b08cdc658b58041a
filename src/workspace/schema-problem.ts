import type { core } from 'zod';

import { nearestName } from '../base/nearest.js';
import type { Problem } from '../base/problem.js';
import {
  describeSchema,
  describeValue,
  inner,
  isForbidden,
  keysOf,
  schemaAt,
  type DataPath,
} from './schema-words.js';
import { both, quote } from './words.js';
import type { YamlDocument } from './yaml-document.js';

/** What was validated: data that stands in a document (or was merged from several), and its schema. */
export type Checked = Readonly<{
  document: YamlDocument;
  schema: core.$ZodType;
  data: unknown;
  /** The path at which the data stands in the document. */
  start: DataPath;
}>;

/**
 * Puts what zod found into an author's words. A missing key isn't reported beside an unknown one that is
 * probably its misspelling. Messages of the schema itself are phrases that begin with “expected”; zod's own are
 * not used, so validate with `{ error: () => '' }`.
 * @returns `workspace/unknown-key`, `workspace/missing-key`, `workspace/forbidden-key`, `workspace/wrong-type` and `workspace/wrong-value`
 */
export function problemsOf(issues: readonly core.$ZodIssue[], checked: Checked): readonly Problem[] {
  const misspelt = new Set(issues.flatMap((issue) => misspellings(issue, checked)));
  return issues
    .filter((issue) => !(isMissing(issue, checked) && misspelt.has(JSON.stringify(issue.path))))
    .flatMap((issue) => explain(issue, checked));
}

function explain(issue: core.$ZodIssue, checked: Checked): readonly Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(issue.path, key, checked));
  if (isMissing(issue, checked)) return [missingKey(issue, checked)];
  if (isForbidden(schemaAt(checked.schema, issue.path))) return [forbiddenKey(issue, checked)];
  if (issue.code === 'invalid_union') return explainChoice(issue, checked);
  return [wrongValue(issue, checked)];
}

function unknownKey(path: DataPath, key: string, { document, schema, start }: Checked): Problem {
  const parent = schemaAt(schema, path);
  const keys = parent ? keysOf(parent) : [];
  const nearest = nearestName(key, keys);
  const hint = nearest ? `Did you mean ${quote(nearest)}?` : `The keys are ${both(keys.map(quote))}.`;
  return {
    code: 'workspace/unknown-key',
    severity: 'error',
    message: `${quote(key)} is not a key of ${nameOf([...start, ...path])}.`,
    at: document.placeOfKey([...start, ...path, key]),
    hint,
  };
}

function missingKey(issue: core.$ZodIssue, { document, schema, start }: Checked): Problem {
  const key = String(issue.path.at(-1));
  const parent = [...start, ...issue.path.slice(0, -1)];
  const wanted = schemaAt(schema, issue.path);
  const place = parent.length === 0 ? '' : ` in ${nameOf(parent)}`;
  return {
    code: 'workspace/missing-key',
    severity: 'error',
    message: `${quote(key)} is missing${place}; expected ${wanted ? describeSchema(wanted) : 'a value'}.`,
    at: document.placeOfKey(parent),
    hint: `Add a line “${key}: …”.`,
  };
}

/** The value may be a secret, so neither it nor its line is shown. */
function forbiddenKey({ path, message }: core.$ZodIssue, { document, start }: Checked): Problem {
  const parent = [...start, ...path.slice(0, -1)];
  return {
    code: 'workspace/forbidden-key',
    severity: 'error',
    message: `${quote(String(path.at(-1)))} may not stand in ${nameOf(parent)}.`,
    at: document.placeOfKey(parent),
    hint: message,
  };
}

/** Explains the option that fits best, or says what the options are where none is nearer than the others. */
function explainChoice(issue: core.$ZodIssueInvalidUnion, checked: Checked): readonly Problem[] {
  const choice = schemaAt(checked.schema, issue.path);
  const data = valueAt(checked.data, issue.path);
  const start = [...checked.start, ...issue.path];
  const fewest = Math.min(...issue.errors.map((errors) => errors.length));
  const best = issue.errors.flatMap((errors, index) => (errors.length === fewest ? [index] : []));
  const [index] = best;
  const definition = choice && inner(choice)._zod.def;
  if (best.length === 1 && index !== undefined && definition?.type === 'union') {
    const schema = definition.options[index];
    if (schema) return problemsOf(issue.errors[index] ?? [], { ...checked, schema, data, start });
  }
  return [wrongValue(issue, checked)];
}

function wrongValue(issue: core.$ZodIssue, { document, schema, data, start }: Checked): Problem {
  const path = [...start, ...issue.path];
  const value = valueAt(data, issue.path);
  const wanted = schemaAt(schema, issue.path);
  const wrongType = issue.code === 'invalid_type' || value === null;
  const expected = issue.message || `expected ${expectation(issue, wanted)}`;
  const isGroup = typeof value === 'object' && issue.code === 'custom';
  const sentence = `${nameOf(path)}${isGroup ? ':' : ` ${state(issue, value)};`} ${expected}.`;
  const hint = wrongType
    ? hintForType(issue, value, document.written(path))
    : hintForValue(
        value,
        issue.code === 'invalid_value' ? issue.values.map(String) : wanted && keysOf(wanted),
      );
  return {
    code: wrongType ? 'workspace/wrong-type' : 'workspace/wrong-value',
    severity: 'error',
    message: sentence[0]!.toUpperCase() + sentence.slice(1),
    at: document.placeOfValue(path),
    ...(hint === undefined ? {} : { hint }),
  };
}

function state(issue: core.$ZodIssue, value: unknown): string {
  if (Array.isArray(value) && (issue.code === 'too_small' || issue.code === 'too_big')) {
    return value.length === 1 ? 'has 1 entry' : `has ${value.length} entries`;
  }
  return value === '' ? 'is empty' : `is ${describeValue(value)}`;
}

function expectation(issue: core.$ZodIssue, schema: core.$ZodType | undefined): string {
  const inGeneral = schema ? describeSchema(schema) : 'another value';
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? inGeneral : `at least ${issue.minimum} characters`;
      return issue.origin === 'array' ? `at least ${issue.minimum}` : `${issue.minimum} or more`;
    case 'too_big':
      if (issue.origin === 'string') return `at most ${issue.maximum} characters`;
      return issue.origin === 'array' ? `at most ${issue.maximum}` : `${issue.maximum} or less`;
    default:
      return inGeneral;
  }
}

function hintForType(issue: core.$ZodIssue, value: unknown, written: string | undefined): string | undefined {
  if (value === null) return 'Give it a value, or remove the line.';
  if (issue.code !== 'invalid_type') return undefined;
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  if (issue.expected === 'string' && isPlain) return `Put it in quotes: "${written ?? value}".`;
  if (issue.expected === 'object' && typeof value === 'string' && value.includes(':')) {
    return 'Put a space after the colon.';
  }
  return undefined;
}

function hintForValue(value: unknown, candidates: readonly string[] | undefined): string | undefined {
  const names =
    typeof value === 'string' ? [value] : typeof value === 'object' ? Object.keys(value ?? {}) : [];
  const nearest = names.map((name) => nearestName(name, candidates ?? [])).find((name) => name !== undefined);
  return nearest === undefined || names.includes(nearest) ? undefined : `Did you mean ${quote(nearest)}?`;
}

/** The paths of the keys that unknown keys were probably meant to be. */
function misspellings(issue: core.$ZodIssue, { schema }: Checked): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const parent = schemaAt(schema, issue.path);
  const nearest = issue.keys.map((key) => nearestName(key, parent ? keysOf(parent) : []));
  return nearest.flatMap((key) => (key === undefined ? [] : [JSON.stringify([...issue.path, key])]));
}

function isMissing(issue: core.$ZodIssue, { data }: Checked): boolean {
  return issue.path.length > 0 && valueAt(data, issue.path) === undefined;
}

function nameOf(path: DataPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'this file';
  return typeof last === 'number' ? `entry ${last + 1} of ${nameOf(path.slice(0, -1))}` : quote(String(last));
}

function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}
