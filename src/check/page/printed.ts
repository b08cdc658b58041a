import type { Problem } from '../../base/problem.js';
import type { SourceRange } from '../../base/source.js';
import type { DocumentNode, NodeId } from '../../document/node.js';
import { childrenOf, type AnyNode } from '../../document/walk.js';
import type { LaidOutDocument, Meaning } from '../../layout/page.js';
import type { PaintedPage } from './painted-page.js';

/** A node with its turn in reading and what holds it. */
export type NodePlace = Readonly<{ node: AnyNode; order: number; parent: NodePlace | undefined }>;

/** A laid-out handout as judges of its pages see it. */
export type Printed = Readonly<{
  laidOut: LaidOutDocument;
  pages: readonly PaintedPage[];
  nodes: ReadonlyMap<NodeId, NodePlace>;
  isLargePrint: boolean;
}>;

/** Finds every node of a document's content by its id. */
export function placeNodes(document: DocumentNode): ReadonlyMap<NodeId, NodePlace> {
  const places = new Map<NodeId, NodePlace>();
  const visit = (node: AnyNode, parent: NodePlace | undefined): void => {
    const place = { node, order: places.size, parent };
    places.set(node.id, place);
    for (const child of childrenOf(node)) visit(child, place);
  };
  for (const block of [...document.letterhead, ...document.children]) visit(block, undefined);
  return places;
}

/** The node that an item shows, unless it shows none. */
export function nodeOf(meaning: Meaning, { nodes }: Pick<Printed, 'nodes'>): NodePlace | undefined {
  return meaning.kind === 'node' ? nodes.get(meaning.node) : undefined;
}

/** What holds a node, from the inside out. */
export function holdersOf({ parent }: NodePlace): readonly AnyNode[] {
  return parent === undefined ? [] : [parent.node, ...holdersOf(parent)];
}

/** Where a template wrote what an item shows. For page furniture that is the running line it belongs to. */
export function placeOf(meaning: Meaning, printed: Printed): Readonly<{ at?: SourceRange }> {
  const at =
    meaning.kind === 'node' ? placeOfNode(nodeOf(meaning, printed)) : furniturePlace(meaning, printed);
  return at === undefined ? {} : { at };
}

function placeOfNode(place: NodePlace | undefined): SourceRange | undefined {
  return place?.node.at ?? (place?.parent && placeOfNode(place.parent));
}

function furniturePlace(
  { type }: Meaning & { kind: 'artifact' },
  { laidOut }: Printed,
): SourceRange | undefined {
  const { runningHeader, runningFooter } = laidOut.document;
  const footer = runningFooter.flatMap(({ start, end }) => [...start, ...end]);
  const inlines = { header: runningHeader, footer, layout: [] }[type];
  return inlines.find(({ at }) => at !== undefined)?.at;
}

/** Names what an item shows, as the subject of a sentence. It never quotes words, which may be a patient's. */
export function nameOf(meaning: Meaning, printed: Printed): string {
  if (meaning.kind === 'artifact') {
    return {
      header: 'The line at the head of the page',
      footer: 'The line at the foot of the page',
      layout: 'A mark',
    }[meaning.type];
  }
  const node = nodeOf(meaning, printed)?.node;
  switch (node?.kind) {
    case 'heading':
      return `A heading (h${node.level})`;
    case 'paragraph':
      return node.role === 'body' ? 'A paragraph' : `A paragraph of class “${node.role}”`;
    case 'list-item':
      return 'The number or bullet of a list item';
    case 'figure-label':
      return `The label “${node.room}” of a drawing`;
    case 'table':
      return 'The caption of a table';
    case 'figure':
      return 'The caption of a figure';
    default:
      return 'Some text';
  }
}

/** Keeps one problem of each kind for each place: a paragraph's lines have the same faults. */
export function onePerPlace(problems: readonly Problem[]): readonly Problem[] {
  const known = new Set<string>();
  return problems.filter(({ code, at, message }) => {
    const key = at ? `${code} ${at.file}:${at.line}:${at.column}` : `${code} ${message}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
