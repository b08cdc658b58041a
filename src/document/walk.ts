import { withoutBreaks } from '../base/invisible.js';
import type {
  Block,
  Column,
  DocumentNode,
  FigureLabel,
  Inline,
  ListItem,
  TableCell,
  TableRow,
} from './node.js';

/** Any node of a document's tree. */
export type AnyNode = Block | Inline | ListItem | FigureLabel | Column | TableRow | TableCell;

/**
 * Goes through every node of a document in reading order, each before what it holds: the letterhead, the handout itself,
 * then the lines repeated on every page.
 */
export function walkDocument(document: DocumentNode): readonly AnyNode[] {
  const nodes: AnyNode[] = [];
  for (const node of document.letterhead) collect(node, nodes);
  for (const node of document.children) collect(node, nodes);
  for (const node of document.runningHeader) collect(node, nodes);
  for (const { start, end } of document.runningFooter) {
    for (const node of start) collect(node, nodes);
    for (const node of end) collect(node, nodes);
  }
  return nodes;
}

/** Goes through a node and all that it holds, in reading order. */
export function walkNode(node: AnyNode): readonly AnyNode[] {
  const nodes: AnyNode[] = [];
  collect(node, nodes);
  return nodes;
}

function collect(node: AnyNode, nodes: AnyNode[]): void {
  nodes.push(node);
  for (const child of childrenOf(node)) collect(child, nodes);
}

/** What a node holds, in reading order. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  switch (node.kind) {
    case 'text':
    case 'line-break':
    case 'page-number':
    case 'page-count':
    case 'rule':
      return [];
    case 'list':
    case 'timeline':
    case 'cards':
      return node.items;
    case 'columns':
      return node.columns;
    case 'do-dont':
      return [node.do, node.dont];
    case 'figure':
      return [...(node.labels ?? []), ...node.caption];
    case 'table':
      return [...node.caption, ...node.head, ...node.body];
    case 'table-row':
      return node.cells;
    default:
      return node.children;
  }
}

/** The text of inlines as a person reads it: a forced line end is a space; page numbers and break controls are left out. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return withoutBreaks(inline.text);
    case 'line-break':
      return ' ';
    case 'page-number':
    case 'page-count':
      return '';
    default:
      return plainText(inline.children);
  }
}
