import bidiModule from 'bidi-js';
import type { Direction } from '../base/direction.js';

/**
 * The Unicode Bidirectional Algorithm: levels come from `bidi-js`; the reordering of a line's runs is ours.
 * @see UAX #9
 */
export type Bidi = Readonly<{
  /** Embedding level of every UTF-16 code unit; all 0 where nothing runs from right to left. */
  levels(text: string, dir: Direction): Uint8Array;
}>;

/** The package is a CommonJS function, which its type declarations don't say. */
const openAlgorithm = bidiModule as unknown as () => {
  getEmbeddingLevels(text: string, dir: Direction): { levels: Uint8Array };
};

/**
 * Any character that can make an odd level in a left-to-right paragraph, and the embeddings, which no markup makes.
 * Isolates from left to right raise levels by two, which changes nothing about the order.
 */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** Opens the algorithm's tables, once. */
export function createBidiAlgorithm(): Bidi {
  let algorithm: ReturnType<typeof openAlgorithm> | undefined;
  return {
    levels(text, dir) {
      if (dir === 'ltr' && !RIGHT_TO_LEFT.test(text)) return new Uint8Array(text.length);
      algorithm ??= openAlgorithm();
      return algorithm.getEmbeddingLevels(text, dir).levels;
    },
  };
}

/**
 * Puts the runs of one line into visual order, from left to right (rule L2).
 * @param levels the level of each run, in logical order
 * @returns indices into `levels`, in visual order
 */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(0, ...levels);
  const lowestOdd = Math.min(...levels.map((level) => (level % 2 === 1 ? level : Infinity)));
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      if (levels[order[start]!]! < level) continue;
      let end = start + 1;
      while (end < order.length && levels[order[end]!]! >= level) end++;
      reverseRange(order, start, end);
      start = end;
    }
  }
  return order;
}

function reverseRange(order: number[], start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    [order[low], order[high]] = [order[high]!, order[low]!];
  }
}
