import { isLiteral, textOf } from './syntax-tree.js';

/** The pattern of the keys that `(key …)` can build: its literal segments, and `*` for each that isn't one. */
export function keyPattern(segments: readonly hbs.AST.Expression[]): string {
  return segments.map((segment) => (isLiteral(segment) ? (textOf(segment) ?? '*') : '*')).join('.');
}
