/** A JSON Schema, by which editors complete and check a file. Draft 7, which all of them know. */
export type JsonSchema = Readonly<{ [keyword: string]: unknown }>;

/** What every schema begins with. */
export const schemaHead = { $schema: 'http://json-schema.org/draft-07/schema#' } as const;

/** The key under which a JSON file names its schema. */
export const SCHEMA_KEY = '$schema';

/**
 * Gives a JSON file that is written anew the reference to a schema that it had before, at its top.
 * @param before its text so far, if there was any
 * @param after what will be written: an object
 */
export function keepReference(before: string | undefined, after: string): string {
  const reference = before === undefined ? undefined : referenceIn(before);
  return reference === undefined ? after : withReference(reference, after);
}

function referenceIn(json: string): string | undefined {
  try {
    const data = JSON.parse(json.replace(/^\uFEFF/, '')) as Readonly<Record<string, unknown>> | null;
    const reference = data?.[SCHEMA_KEY];
    return typeof reference === 'string' ? reference : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the reference to a schema at the top of a JSON file. */
export function withReference(path: string, json: string): string {
  const rest = json.trimStart().slice(1);
  const comma = /^\s*\}/.test(rest) ? '' : ',';
  return `{\n  "${SCHEMA_KEY}": ${JSON.stringify(path)}${comma}${rest.startsWith('\n') || comma === '' ? '' : '\n '}${rest}`;
}
