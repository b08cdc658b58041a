import * as z from 'zod';

import type { Problem, Staged } from '../base/problem.js';
import type { Source } from '../base/source.js';
import { problemsOf } from './schema-problem.js';
import type { DataPath } from './schema-words.js';
import { parseYaml, type YamlDocument } from './yaml-document.js';

/**
 * Reads a YAML file and validates what it holds. Every mistake is reported at its line and column, in plain words,
 * with the nearest valid name for a key or value that isn't known.
 * @param source the file's text; an empty file is one without keys
 * @returns the data as the schema gives it and its document, or undefined if there is any mistake; reports what `parseYaml` and
 *   `checkYaml` do
 */
export function readYaml<Schema extends z.core.$ZodType>(
  source: Source,
  schema: Schema,
): Staged<ReadYaml<z.output<Schema>> | undefined> {
  const { value: document, problems } = parseYaml(source);
  if (!document) return { value: undefined, problems };
  const checked = checkYaml(document, schema);
  return { value: checked.value && { data: checked.value, document }, problems: checked.problems };
}

/** What a YAML file holds, and the document that knows where. */
export type ReadYaml<Data> = Readonly<{ data: Data; document: YamlDocument }>;

/**
 * Validates a part of a document, or data that was merged onto it.
 * @param part the path of the part, and other data to check in its place; without it, the whole document
 * @returns the data as the schema gives it, or undefined if there is any mistake; reports `workspace/unknown-key`,
 *   `workspace/missing-key`, `workspace/wrong-type` and `workspace/wrong-value`, in the order of the file
 */
export function checkYaml<Schema extends z.core.$ZodType>(
  document: YamlDocument,
  schema: Schema,
  part: Readonly<{ start: DataPath; data: unknown }> = { start: [], data: document.data },
): Staged<z.output<Schema> | undefined> {
  const result = z.safeParse(schema, part.data, { error: () => '' });
  if (result.success) return { value: result.data, problems: [] };
  const problems = problemsOf(result.error.issues, { document, schema, ...part });
  return { value: undefined, problems: [...problems].sort(inOrderOfFile) };
}

function inOrderOfFile({ at: one }: Problem, { at: other }: Problem): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}
