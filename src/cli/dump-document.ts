import { childrenOf, type AnyNode } from '../document/walk.js';
import type { DocumentNode } from '../document/node.js';

/** Writes a document's tree as text a person can review: a node to a line, what it holds indented under it. */
export function dumpDocumentTree(document: DocumentNode): string {
  const { lang, dir, title, letterhead, children, runningHeader, runningFooter } = document;
  return [
    `document ${lang} ${dir} ${JSON.stringify(title)}\n`,
    dumpPart('letterhead', letterhead),
    dumpPart('main', children),
    dumpPart('running header', runningHeader),
    ...runningFooter.flatMap(({ start, end }) => [
      dumpPart('footer, at the start', start),
      dumpPart('footer, at the end', end),
    ]),
  ].join('');
}

function dumpPart(name: string, nodes: readonly AnyNode[]): string {
  return nodes.length === 0 ? '' : `${name}\n${nodes.map((node) => dumpNode(node, '  ')).join('')}`;
}

function dumpNode(node: AnyNode, indent: string): string {
  const inner = childrenOf(node).map((child) => dumpNode(child, `${indent}  `));
  return `${indent}${node.kind} #${node.id}${facts(node)}\n${inner.join('')}`;
}

/** What a node says about itself beyond its kind, its place and its children. */
function facts(node: AnyNode): string {
  return Object.entries(node)
    .filter(([name, value]) => !['id', 'kind', 'at'].includes(name) && typeof value !== 'object')
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join('');
}
