import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';

import type { Staged } from '../base/problem.js';
import type { Source, SourceRange } from '../base/source.js';
import type { DataPath } from './schema-words.js';
import { aliasProblem, syntaxProblems } from './yaml-syntax.js';

/** A parsed YAML file that knows where each of its keys and values stands. */
export type YamlDocument = Readonly<{
  file: string;
  /** Plain data. An empty file holds no keys: `{}`. */
  data: unknown;
  /** Where a key is written; where its nearest ancestor is, if it isn't there itself. */
  placeOfKey(path: DataPath): SourceRange;
  /** Where a value is written; where its key is, if the value is empty. */
  placeOfValue(path: DataPath): SourceRange;
  /** A value as it is written in the file. */
  written(path: DataPath): string | undefined;
}>;

/** How often a file may refer to its anchors: enough for any honest one, too few to blow a small one up. */
const aliasLimit = 50;

/**
 * Parses YAML 1.2 (core schema).
 * @returns the document, or undefined where the text isn't YAML; reports `workspace/yaml-syntax`, `workspace/duplicate-key`
 *   and `workspace/yaml-aliases`
 */
export function parseYaml(source: Source): Staged<YamlDocument | undefined> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, {
    lineCounter: lines,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  const place = (start: number, end?: number): SourceRange => rangeOf(source, lines, { start, end });
  const problems = syntaxProblems([...document.errors, ...document.warnings], source, place);
  if (problems.length > 0) return { value: undefined, problems };
  try {
    const data: unknown = document.toJS({ maxAliasCount: aliasLimit }) ?? {};
    return { value: documentOf(source, { document, data, place }), problems: [] };
  } catch {
    return { value: undefined, problems: [aliasProblem(document, place)] };
  }
}

type Parsed = Readonly<{
  document: Document;
  data: unknown;
  place: (start: number, end?: number) => SourceRange;
}>;

function documentOf(source: Source, { document, data, place }: Parsed): YamlDocument {
  const placeOfKey = (path: DataPath): SourceRange => {
    const { key, value } = find(document, path);
    const node = key ?? value;
    const [start, end] = node?.range ?? [0];
    return key ? place(start, end) : place(start);
  };
  return {
    file: source.file,
    data,
    placeOfKey,
    placeOfValue: (path) => {
      const { value } = find(document, path);
      const [start, end] = value?.range ?? [0, 0];
      if (start === end) return placeOfKey(path);
      return isScalar(value) ? place(start, end) : place(start);
    },
    written: (path) => {
      const range = find(document, path).value?.range;
      return range ? source.text.slice(range[0], range[1]) : undefined;
    },
  };
}

type Found = Readonly<{ key: Node | undefined; value: Node | undefined }>;

/** Follows a path as far as it goes. */
function find(document: Document, path: DataPath): Found {
  let found: Found = { key: undefined, value: document.contents ?? undefined };
  for (const step of path) {
    const next = child(document, found, step);
    if (!next) break;
    found = next;
  }
  return found;
}

function child(document: Document, { key, value }: Found, step: PropertyKey): Found | undefined {
  const node = isAlias(value) ? value.resolve(document) : value;
  if (isMap<Node, Node>(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
    return pair && { key: pair.key, value: pair.value ?? undefined };
  }
  if (isSeq<Node>(node) && typeof step === 'number') {
    const item = node.items[step];
    return item && { key, value: item };
  }
  return undefined;
}

function rangeOf(
  source: Source,
  lines: LineCounter,
  span: Readonly<{ start: number; end: number | undefined }>,
): SourceRange {
  const { line, col } = lines.linePos(span.start);
  const range = { file: source.file, line: Math.max(1, line), column: Math.max(1, col) };
  if (span.end === undefined) return range;
  const end = lines.linePos(span.end);
  return { ...range, endLine: end.line, endColumn: end.col };
}
