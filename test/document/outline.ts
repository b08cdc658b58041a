import { childrenOf, type AnyNode } from '../../src/document/walk.js';

/** Writes nodes as a person reviews them: one line each, indented, with what tells them apart and without places. */
export function outline(nodes: readonly AnyNode[], indent = ''): string {
  return nodes
    .map((node) => `${indent}${describe(node)}\n${outline(childrenOf(node), `${indent}  `)}`)
    .join('');
}

function describe(node: AnyNode): string {
  const { kind, id: _id, at: _at, ...rest } = node;
  const facts = Object.entries(rest).filter(([, value]) => typeof value !== 'object');
  return [kind, ...facts.map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(' ');
}
