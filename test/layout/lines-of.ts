import type { PaperName } from '../../src/base/paper.js';
import type { Block, Inline } from '../../src/document/node.js';
import type { LaidOutDocument } from '../../src/layout/page.js';
import { layOutSquares } from './sample.js';

/** The letters of a document, sorted, without its spaces. */
export function documentLines(blocks: readonly Block[]): string {
  return [...blocks.map(blockText).join('')]
    .filter((character) => character !== ' ')
    .sort()
    .join('');
}

/** Lays the same blocks out in either direction. */
export function layOutTwice(
  make: () => readonly Block[],
  paper: PaperName,
): Readonly<{ ltr: LaidOutDocument; rtl: LaidOutDocument }> {
  return {
    ltr: layOutSquares(make(), { paper, document: { dir: 'ltr' } }).laidOut,
    rtl: layOutSquares(make(), { paper, document: { dir: 'rtl' } }).laidOut,
  };
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.children.map(inlineText).join('');
    case 'list':
    case 'timeline':
    case 'cards':
      return block.items.flatMap((item) => item.children.map(blockText)).join('');
    case 'table':
      return [...block.head, ...block.body]
        .flatMap((row) => row.cells.flatMap((cell) => cell.children.map(blockText)))
        .join('');
    case 'callout':
    case 'section':
      return block.children.map(blockText).join('');
    case 'columns':
      return block.columns.flatMap((column) => column.children.map(blockText)).join('');
    case 'do-dont':
      return blockText(block.do) + blockText(block.dont);
    case 'figure':
    case 'rule':
      return '';
  }
}

function inlineText(inline: Inline): string {
  if (inline.kind === 'text') return inline.text;
  return 'children' in inline ? inline.children.map(inlineText).join('') : '';
}
