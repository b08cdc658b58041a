import type { Rectangle } from '../base/geometry.js';
import { itemsOf, type LaidOutDocument, type Meaning, type Page, type PlacedItem } from './page.js';

/** Writes a laid-out document as text a person can review: an item to a line, in the order of painting. */
export function dumpDocument({ pages }: LaidOutDocument): string {
  return pages.map((page, index) => `page ${index + 1} of ${pages.length}\n${dumpPage(page)}`).join('\n');
}

/** Writes one page; lengths are in points from the page's top left corner. */
export function dumpPage(page: Page): string {
  return itemsOf(page)
    .map((item) => `${dumpItem(item)}  ${dumpMeaning(item.meaning)}\n`)
    .join('');
}

function dumpItem(item: PlacedItem): string {
  switch (item.kind) {
    case 'line': {
      const text = item.line.text.slice(item.line.start, item.line.end);
      return `line ${round(item.x)},${round(item.baseline)} +${round(item.line.width)} ${JSON.stringify(text)}`;
    }
    case 'shape':
      return `shape ${dumpBox(item.shape.box)} ${item.shape.fill ?? 'hollow'}`;
    case 'vector':
    case 'raster':
      return `${item.kind} ${dumpBox(item.box)}${item.kind === 'vector' && item.mirrored ? ' mirrored' : ''}`;
  }
}

function dumpBox({ x, y, width, height }: Rectangle): string {
  return `${round(x)},${round(y)} ${round(width)}x${round(height)}`;
}

function dumpMeaning(meaning: Meaning): string {
  if (meaning.kind === 'artifact') return `(${meaning.type})`;
  return meaning.part === 'label' ? `#${meaning.node} label` : `#${meaning.node}`;
}

function round(length: number): string {
  // Sums of the same lengths in another order differ in their last bits.
  return String(Math.round(length * 10 + 1e-6) / 10);
}
