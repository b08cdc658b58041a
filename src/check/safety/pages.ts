import type { NodeId } from '../../document/node.js';
import { walkNode, type AnyNode } from '../../document/walk.js';
import type { LaidOutDocument } from '../../layout/page.js';
import type { Points } from '../../base/units.js';

/** Where a node and all that it holds are painted. */
export type Spread = Readonly<{
  /** Names of pages; the pages of a booklet are not the sides of its sheets. */
  places: ReadonlySet<string>;
  /** From its first line to its last on one page, at the most. */
  height: Points;
}>;

/** Finds where a node, or anything in it, is painted. */
export function spreadOf(node: AnyNode, { pages }: LaidOutDocument): Spread {
  const ids = new Set<NodeId>(walkNode(node).map(({ id }) => id));
  const places = new Map<string, Readonly<{ top: Points; bottom: Points }>>();
  for (const [index, { blocks }] of pages.entries()) {
    for (const { block, y, leaf } of blocks) {
      for (const item of block.items) {
        if (item.meaning.kind !== 'node' || !ids.has(item.meaning.node)) continue;
        const place = leaf === undefined ? `page ${String(index)}` : `leaf ${String(leaf)}`;
        const known = places.get(place) ?? { top: Infinity, bottom: -Infinity };
        const at = item.kind === 'line' ? item.baseline + y : undefined;
        places.set(place, {
          top: Math.min(known.top, at ?? known.top),
          bottom: Math.max(known.bottom, at ?? known.bottom),
        });
      }
    }
  }
  const heights = [...places.values()].map(({ top, bottom }) => Math.max(0, bottom - top));
  return { places: new Set(places.keys()), height: Math.max(0, ...heights) };
}

/** Tells whether the page is the one that is read first. */
export function isFirstPage(place: string): boolean {
  return place === 'page 0' || place === 'leaf 0';
}

/** Tells whether one of some nodes and one of others stand on one page. */
export function isTogether(ones: readonly Spread[], others: readonly Spread[]): boolean {
  return ones.some((one) => others.some((other) => [...one.places].some((place) => other.places.has(place))));
}
