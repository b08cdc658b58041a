import type { DocumentNode, Inline } from '../document/node.js';
import { walkNode } from '../document/walk.js';

/** The parts of the running footer that mean something without pages, in reading order: those without a page number. */
export function pagelessParts({ runningFooter }: DocumentNode): readonly (readonly Inline[])[] {
  return runningFooter
    .flatMap(({ start, end }) => [start, end])
    .filter((part) => part.length > 0 && !part.some(hasPageNumber));
}

function hasPageNumber(inline: Inline): boolean {
  return walkNode(inline).some(({ kind }) => kind === 'page-number' || kind === 'page-count');
}
