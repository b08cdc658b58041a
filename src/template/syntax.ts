import type { Problem } from '../base/problem.js';
import type { Source, SourceRange } from '../base/source.js';
import type { Handlebars } from './handlebars.js';

/** What a template may say where Handlebars' grammar names a token. */
const TOKENS: Readonly<Record<string, string>> = {
  EOF: 'the end of the template',
  CLOSE: '}}',
  CLOSE_UNESCAPED: '}}}',
  CLOSE_SEXPR: ')',
  OPEN_ENDBLOCK: '{{/',
  OPEN_SEXPR: '(',
  OPEN: '{{',
  INVERSE: '{{else}}',
  OPEN_INVERSE: '{{^',
  OPEN_INVERSE_CHAIN: '{{else',
  EQUALS: '=',
  SEP: 'a point or slash',
  ID: 'a name',
  STRING: 'a text in quotes',
  NUMBER: 'a number',
  INVALID: 'a character',
};

/** A template as Handlebars' grammar reads it. */
export type Parsed = Readonly<{ program: hbs.AST.Program } | { problem: Problem }>;

/** Parses a template. A mistake in its syntax becomes the problem `template/syntax`. */
export function parseTemplate(handlebars: Handlebars, source: Source): Parsed {
  try {
    return { program: handlebars.parseWithoutProcessing(source.text, { srcName: source.file }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { problem: describe(error, source) };
  }
}

function describe(error: Error & { lineNumber?: number; column?: number }, source: Source): Problem {
  const base = { code: 'template/syntax', severity: 'error' } as const;
  if (error.lineNumber !== undefined && error.column !== undefined) {
    const at = { file: source.file, line: error.lineNumber, column: error.column + 1 };
    const mismatch = /^(\S+) doesn't match (\S+)/.exec(error.message);
    if (!mismatch) return { ...base, message: `${error.message.replace(/ - \d+:\d+$/, '')}.`, at };
    const [, opened, closed] = mismatch;
    const hint = `Write {{/${opened}}} first.`;
    return { ...base, message: `{{/${closed}}} comes where {{#${opened}}} is still open.`, at, hint };
  }
  const found = /got '(\w+)'/.exec(error.message)?.[1] ?? 'INVALID';
  const what = TOKENS[found] ?? `something of the kind ${found}`;
  const hint =
    found === 'EOF'
      ? 'Close every {{#block}} with its {{/block}}, and every {{ with }}.'
      : 'Check the quotes, brackets and braces before it.';
  return {
    ...base,
    message: `Here is ${what}, where it can't be.`,
    at: placeOf(error, source),
    hint,
  };
}

/**
 * Finds the place of a parse error. Handlebars' parser tells the line, and shows up to 20 characters before the mistake
 * with a pointer beneath.
 */
function placeOf(error: Error, source: Source): SourceRange {
  const [heading = '', excerpt = '', pointer = ''] = error.message.split('\n');
  const line = Number(/on line (\d+)/.exec(heading)?.[1] ?? 1);
  const text = source.text.split('\n')[line - 1] ?? '';
  const before = excerpt.slice(0, pointer.indexOf('^')).replace(/^\.\.\./, '');
  for (let start = 0; start < before.length; start++) {
    const index = text.indexOf(before.slice(start));
    if (index !== -1) return { file: source.file, line, column: index + before.length - start + 1 };
  }
  return { file: source.file, line, column: 1 };
}
