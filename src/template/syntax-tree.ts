import type {} from 'handlebars';

/** Tells whether a node is a path, such as `../brand.name`. */
export function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

/** Tells whether a node is a call in parentheses. */
export function isSubExpression(node: hbs.AST.Node): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression';
}

/** Tells whether a node is a text, number or other fixed value. */
export function isLiteral(node: hbs.AST.Node): boolean {
  return node.type.endsWith('Literal');
}

/** The text of a text in quotes, or of a number; undefined for any other node. */
export function textOf(node: hbs.AST.Node): string | undefined {
  if (node.type === 'StringLiteral') return (node as hbs.AST.StringLiteral).value;
  if (node.type === 'NumberLiteral') return String((node as hbs.AST.NumberLiteral).value);
  return undefined;
}

/** A call of a helper, with the place of what it replaces. */
export function callOf(
  name: string,
  params: readonly hbs.AST.Expression[],
  loc: hbs.AST.SourceLocation,
): hbs.AST.SubExpression {
  const path = { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
  return {
    type: 'SubExpression',
    path,
    params: [...params],
    hash: undefined,
    loc,
  } as unknown as hbs.AST.SubExpression;
}

/** The object in which a path starts: `this`, or one further out. */
export function contextOf(path: hbs.AST.PathExpression): hbs.AST.PathExpression {
  const original = path.depth === 0 ? 'this' : '../'.repeat(path.depth).slice(0, -1);
  return { type: 'PathExpression', data: false, depth: path.depth, parts: [], original, loc: path.loc };
}

/** A data variable such as `@root` or `@index`. */
export function dataOf(path: hbs.AST.PathExpression, name: string): hbs.AST.PathExpression {
  return {
    type: 'PathExpression',
    data: true,
    depth: path.depth,
    parts: [name],
    original: `@${name}`,
    loc: path.loc,
  };
}

/** A block's own variable: `item` in `{{#each items as |item|}}`. */
export function variableOf(path: hbs.AST.PathExpression, name: string): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc: path.loc };
}
