import { nearestName } from '../base/nearest.js';
import type { Fault } from './check-call.js';
import { INTERNAL_HELPERS } from './helper-rules.js';
import { callOf, contextOf, dataOf, variableOf } from './syntax-tree.js';

const DATA_VARIABLES: readonly string[] = ['root', 'index', 'key', 'first', 'last'];

/** A path made strict, or what is wrong with it. */
export type StrictPath = Readonly<{ expression: hbs.AST.Expression; fault?: Fault }>;

/**
 * Turns a path into a call that looks it up strictly: the object in which it starts, what was written, and its parts.
 * @param blockParams the names that blocks around it have given to their items
 * @returns the call; with the fault `template/missing-variable` for an unknown `@` variable
 */
export function strictPath(path: hbs.AST.PathExpression, blockParams: readonly string[]): StrictPath {
  const [first, ...rest] = path.parts;
  if (path.data) {
    // A template asks {{#if @partial-block}} before it calls a block that may be absent.
    if (first === 'partial-block') return { expression: path };
    if (first === undefined || !DATA_VARIABLES.includes(first)) return unknownData(path, first ?? '');
    return { expression: lookUpCall(path, dataOf(path, first), rest) };
  }
  const isScoped = /^\.|this\b/.test(path.original);
  if (first !== undefined && !isScoped && path.depth === 0 && blockParams.includes(first)) {
    return { expression: lookUpCall(path, variableOf(path, first), rest) };
  }
  return { expression: lookUpCall(path, contextOf(path), path.parts) };
}

function unknownData(path: hbs.AST.PathExpression, name: string): StrictPath {
  const near = nearestName(name, DATA_VARIABLES);
  const hint = near ? `Did you mean @${near}?` : `There are @${DATA_VARIABLES.join(', @')}.`;
  const message = `There is no variable ${path.original}.`;
  return { expression: path, fault: { code: 'template/missing-variable', message, hint } };
}

function lookUpCall(
  path: hbs.AST.PathExpression,
  root: hbs.AST.Expression,
  parts: readonly string[],
): hbs.AST.Expression {
  const texts = [path.original, ...parts].map((value) => {
    return { type: 'StringLiteral', value, original: value, loc: path.loc };
  });
  return callOf(INTERNAL_HELPERS.get, [root, ...texts], path.loc);
}
