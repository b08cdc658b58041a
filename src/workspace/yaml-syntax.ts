import { visit, type Alias, type Document, type YAMLParseError, type YAMLWarning } from 'yaml';

import type { Problem } from '../base/problem.js';
import type { Source, SourceRange } from '../base/source.js';
import { quote } from './words.js';

/** Finds the line and column of an offset, and of the end of what stands there if it is given. */
export type Place = (start: number, end?: number) => SourceRange;

/**
 * Puts the parser's errors into plain words. One slip often gives several errors, so only the first of each line is kept.
 * @returns `workspace/yaml-syntax` and `workspace/duplicate-key`
 */
export function syntaxProblems(
  errors: readonly (YAMLParseError | YAMLWarning)[],
  source: Source,
  place: Place,
): readonly Problem[] {
  const inOrder = [...errors].sort((one, other) => one.pos[0] - other.pos[0]);
  const problems = inOrder.map((error) => explain(error, source, place));
  return problems.filter((problem, index) => problems[index - 1]?.at?.line !== problem.at?.line);
}

/** Words the problem of a file that refers to an anchor it hasn't got, or refers to its anchors too often: `workspace/yaml-aliases`. */
export function aliasProblem(document: Document, place: Place): Problem {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  const unresolved = aliases.find((alias) => alias.resolve(document) === undefined);
  const message = unresolved
    ? `“*${unresolved.source}” refers to “&${unresolved.source}”, which doesn't come before it.`
    : 'This file repeats its anchors (“&name”, “*name”) too often to be read.';
  const offset = (unresolved ?? aliases[0])?.range?.[0] ?? 0;
  const hint = unresolved
    ? 'Put the value in quotes if its asterisk is meant as a letter.'
    : 'Write the values out.';
  return { code: 'workspace/yaml-aliases', severity: 'error', message, at: place(offset), hint };
}

function explain(error: YAMLParseError | YAMLWarning, source: Source, place: Place): Problem {
  const [start] = error.pos;
  const at = place(start);
  if (error.code === 'DUPLICATE_KEY') {
    return {
      code: 'workspace/duplicate-key',
      severity: 'error',
      message: `${quote(keyAt(source.text, start))} is here twice; a key can be given once only.`,
      at,
      hint: 'Remove one of the two.',
    };
  }
  const words = plainWords[error.code];
  const message = words?.message ?? `This can't be read as YAML: ${error.message.split('\n')[0]}.`;
  const hint = words && { hint: words.hint };
  return { code: 'workspace/yaml-syntax', severity: 'error', message, at, ...hint };
}

function keyAt(text: string, start: number): string {
  const written = /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(start))?.[0] ?? '';
  return written.trim().replace(/^(["'])(.*)\1$/, '$2');
}

type Words = Readonly<{ message: string; hint: string }>;

const quoteTheText: Words = {
  message: 'This text begins with or holds a sign that means something else in YAML.',
  hint: 'Put the whole text in quotes.',
};

/** The slips that people make, by the parser's name for them. */
const plainWords: Readonly<Partial<Record<YAMLParseError['code'], Words>>> = {
  TAB_AS_INDENT: {
    message: 'This line is indented with a tab.',
    hint: 'Indent with spaces, two for each level.',
  },
  BAD_INDENT: {
    message: "This line's indentation doesn't fit the lines around it, or a bracket above is not closed.",
    hint: 'Give keys of one group the same number of spaces, and close each [ with ] and each { with }.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'There are two colons in one line.',
    hint: 'Put the text after the first colon in quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line has no colon.',
    hint: 'Write it as “key: value”, or indent it if it belongs to the line above.',
  },
  MISSING_CHAR: {
    message: 'A sign is missing before this place: a closing quote, a colon or a comma.',
    hint: 'Look for an open quote in the lines above.',
  },
  MULTIPLE_DOCS: {
    message: 'A line “---” begins a second document; a file holds one.',
    hint: 'Remove the line.',
  },
  NON_STRING_KEY: { message: 'This key is not plain text.', hint: 'Write it as “key: value”.' },
  TAG_RESOLVE_FAILED: { message: 'Tags such as “!name” are not known here.', hint: 'Remove the tag.' },
  BAD_SCALAR_START: quoteTheText,
  UNEXPECTED_TOKEN: quoteTheText,
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes begins a sign that YAML does not know.',
    hint: 'Use single quotes, or write the backslash twice.',
  },
};
