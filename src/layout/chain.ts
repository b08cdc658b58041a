import type { Bond } from './flow.js';

/** A stretch of items: from index `from` up to, not including, index `to`. */
export type Chain = Readonly<{ from: number; to: number }>;

/** Tells whether no page may end before the item. */
export const isBonded = (bond: Bond): boolean => bond !== 'none';
/** Tells whether not even what is taller than a page is divided before the item, while there is another way. */
export const isFirm = (bond: Bond): boolean => bond === 'firm';

/** Divides items into the stretches that hold together. */
export function chainsOf(
  bonds: readonly Bond[],
  { from, to }: Chain,
  holds: (bond: Bond) => boolean,
): readonly Chain[] {
  const chains: Chain[] = [];
  let start = from;
  for (let index = from + 1; index <= to; index++) {
    if (index < to && holds(bonds[index]!)) continue;
    chains.push({ from: start, to: index });
    start = index;
  }
  return chains;
}

/** Widens a stretch to all that firmly holds on to it. */
export function firmStretch(bonds: readonly Bond[], { from, to }: Chain): Chain {
  let [start, end] = [from, to];
  while (start > 0 && isFirm(bonds[start]!)) start -= 1;
  while (end < bonds.length && isFirm(bonds[end]!)) end += 1;
  return { from: start, to: end };
}
