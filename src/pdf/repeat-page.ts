import type { Rectangle } from '../base/geometry.js';
import type { NodeId } from '../document/node.js';
import type { Meaning, Page, PlacedItem, Shape } from '../layout/page.js';
import type { PageContent } from './page-content.js';

/** A page of the general handout, as laid out and as painted. */
export type PaintedPage = Readonly<{ page: Page; content: PageContent }>;

/**
 * Takes a page's content from the same page of the general handout, where a copy shows the very same things at the same
 * places. Only the numbers of the nodes may differ, since a greeting on an earlier page moves them all on.
 * @returns nothing for a page that has to be painted
 */
export function repeatPage(page: Page, painted: PaintedPage | undefined): PageContent | undefined {
  if (painted === undefined) return undefined;
  const nodes = matchItems(page.items, painted.page.items);
  if (nodes === undefined) return undefined;
  const { content } = painted;
  return {
    ...content,
    marked: content.marked.map((mark) => ({ ...mark, node: nodes.get(mark.node)! })),
    areas: content.areas.map((area) => ({ ...area, node: nodes.get(area.node)! })),
  };
}

/** Matches the nodes of a painted page's items to those of another page that shows the same. */
function matchItems(
  items: readonly PlacedItem[],
  painted: readonly PlacedItem[],
): ReadonlyMap<NodeId, NodeId> | undefined {
  if (items.length !== painted.length) return undefined;
  const nodes = new Map<NodeId, NodeId>();
  for (const [index, item] of items.entries()) {
    if (!matchItem(item, painted[index]!, nodes)) return undefined;
  }
  return nodes;
}

function matchItem(item: PlacedItem, painted: PlacedItem, nodes: Map<NodeId, NodeId>): boolean {
  if (!matchMeaning(item.meaning, painted.meaning, nodes)) return false;
  switch (item.kind) {
    case 'line':
      return painted.kind === 'line' && matchLine(item, painted, nodes);
    case 'shape':
      return painted.kind === 'shape' && isSameShape(item.shape, painted.shape);
    case 'vector':
      return painted.kind === 'vector' && item.image === painted.image && isSameBox(item.box, painted.box);
    case 'raster':
      return painted.kind === 'raster' && item.image === painted.image && isSameBox(item.box, painted.box);
  }
}

function matchMeaning(meaning: Meaning, painted: Meaning, nodes: Map<NodeId, NodeId>): boolean {
  if (meaning.kind === 'artifact') return painted.kind === 'artifact' && meaning.type === painted.type;
  if (painted.kind === 'artifact' || meaning.part !== painted.part) return false;
  return matchNode(meaning.node, painted.node, nodes);
}

function matchNode(node: NodeId, painted: NodeId, nodes: Map<NodeId, NodeId>): boolean {
  const known = nodes.get(painted);
  if (known === undefined) nodes.set(painted, node);
  return known === undefined || known === node;
}

type LineItem = PlacedItem & { kind: 'line' };

/** Lines show the same when the typesetter gave both the same glyphs. */
function matchLine(item: LineItem, painted: LineItem, nodes: Map<NodeId, NodeId>): boolean {
  const { line, x, baseline } = item;
  if (x !== painted.x || baseline !== painted.baseline || line.runs.length !== painted.line.runs.length) {
    return false;
  }
  return line.runs.every((run, index) => {
    const other = painted.line.runs[index]!;
    return run.glyphs === other.glyphs && run.style === other.style && matchNode(run.tag, other.tag, nodes);
  });
}

function isSameBox(box: Rectangle, other: Rectangle): boolean {
  return box.x === other.x && box.y === other.y && box.width === other.width && box.height === other.height;
}

function isSameShape(shape: Shape, other: Shape): boolean {
  return (
    isSameBox(shape.box, other.box) &&
    shape.radius === other.radius &&
    shape.fill === other.fill &&
    shape.stroke?.colour === other.stroke?.colour &&
    shape.stroke?.width === other.stroke?.width
  );
}
