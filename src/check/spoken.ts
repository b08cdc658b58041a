import { withoutSteering } from '../base/invisible.js';
import type { DocumentNode } from '../document/node.js';
import { childrenOf, plainText, type AnyNode } from '../document/walk.js';

/** A node of a document, and the language (BCP 47) that its words are in. */
export type SpokenNode = Readonly<{ node: AnyNode; lang: string }>;

/** Goes through a document as `walkDocument` does, and tells the language of each node, its own or the nearest one around it. */
export function spokenNodes(document: DocumentNode): readonly SpokenNode[] {
  const { lang, letterhead, children, runningHeader, runningFooter } = document;
  const lines = runningFooter.flatMap(({ start, end }) => [...start, ...end]);
  const nodes: SpokenNode[] = [];
  for (const node of [...letterhead, ...children, ...runningHeader, ...lines]) collect(node, lang, nodes);
  return nodes;
}

/** Goes through a node and all that it holds, in a language unless they have their own. */
export function spokenNodesOf(node: AnyNode, lang: string): readonly SpokenNode[] {
  const nodes: SpokenNode[] = [];
  collect(node, lang, nodes);
  return nodes;
}

function collect(node: AnyNode, around: string, nodes: SpokenNode[]): void {
  const lang = node.lang ?? around;
  nodes.push({ node, lang });
  for (const child of childrenOf(node)) collect(child, lang, nodes);
}

/** All the words that a node shows; each block of it is a line of its own. */
export function wordsOfNode(node: AnyNode): string {
  switch (node.kind) {
    case 'text':
    case 'line-break':
    case 'page-number':
    case 'page-count':
      return plainText([node]);
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'isolate':
    case 'span':
    case 'heading':
    case 'paragraph':
    case 'figure-label':
      return plainText(node.children);
    case 'figure':
      return [...(node.labels ?? []).map(wordsOfNode), plainText(node.caption)].join('\n');
    case 'table':
      return [plainText(node.caption), ...[...node.head, ...node.body].map(wordsOfNode)].join('\n');
    default:
      return childrenOf(node).map(wordsOfNode).join('\n');
  }
}

/** A text so that another can be looked for in it: whatever steers its setting is left out, and one space parts two words. */
export function comparable(text: string): string {
  return withoutSteering(text).normalize('NFC').replace(/\s+/gu, ' ').trim();
}
