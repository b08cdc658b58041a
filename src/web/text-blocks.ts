import { textWidth } from '../base/text-width.js';
import type { Block, Heading, List, ListItem, ListMarker, Paragraph } from '../document/node.js';
import { enterPassage, hang, paragraphLines, type TextContext } from './text-context.js';
import { tableLines } from './text-table.js';

/** Writes blocks as lines of plain text, with an empty line between those that don't belong together. */
export function blockLines(blocks: readonly Block[], context: TextContext): readonly string[] {
  const lines: string[] = [];
  let before: Block | undefined;
  for (const block of blocks) {
    const own = linesOf(block, enterPassage(context, block));
    if (own.length === 0) continue;
    if (before !== undefined && !isJoined(before, block)) lines.push('');
    lines.push(...own);
    before = block;
  }
  return lines;
}

function linesOf(block: Block, context: TextContext): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block, context);
    case 'paragraph':
      return block.role === 'write-on'
        ? writeOnLines(block, context)
        : paragraphLines(block.children, context);
    case 'list':
      return listLines(block, context);
    case 'cards':
      return itemLines(block.items, () => '', context);
    case 'timeline':
      return itemLines(block.items, () => '-', context);
    case 'table':
      return tableLines(block, context, blockLines);
    case 'figure': {
      if (block.isIcon) return [];
      const alternative = [{ kind: 'text', id: block.id, text: `[${block.alternative}]` } as const];
      const caption = block.caption.length === 0 ? [] : paragraphLines(block.caption, context);
      return [...paragraphLines(alternative, context), ...caption];
    }
    case 'callout':
      return hang({ mark: '***', columns: 4 }, context, (inner) => calloutLines(block.children, inner));
    case 'section':
      return blockLines(block.children, context);
    case 'columns':
      return blockLines(
        block.columns.flatMap(({ children }) => children),
        context,
      );
    case 'do-dont':
      return blockLines([block.do, block.dont], context);
    case 'rule':
      return [ruleLine];
  }
}

/** Words with room to write after them. */
function writeOnLines({ id, children }: Paragraph, context: TextContext): readonly string[] {
  const room = { kind: 'text', id, text: ` ${'_'.repeat(roomToWrite)}` } as const;
  return paragraphLines([...children, room], context);
}

const roomToWrite = 24;

/** A line that parts what stands above it from what stands below. */
export const ruleLine = '* * *';

/** Lines of an address or of telephone numbers, and a list below the words that announce it, are one thing. */
function isJoined(before: Block, block: Block): boolean {
  if (block.kind === 'list') return before.kind === 'paragraph' || before.kind === 'list';
  if (before.kind !== 'paragraph') return false;
  return block.kind === 'paragraph' && isContact(before.role) && isContact(block.role);
}

function isContact(role: string): boolean {
  return role === 'contact' || role === 'phone' || role === 'write-on';
}

function headingLines({ level, children }: Heading, context: TextContext): readonly string[] {
  const lines = paragraphLines(children, context);
  return [...lines, underlines[level].repeat(Math.max(...lines.map(textWidth)))];
}

const underlines = { 1: '=', 2: '-', 3: '~' } as const;

/** The mark at its start says enough of a callout's heading. */
function calloutLines(blocks: readonly Block[], context: TextContext): readonly string[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading') return blockLines(blocks, context);
  return [...paragraphLines(first.children, enterPassage(context, first)), ...blockLines(rest, context)];
}

function listLines({ marker, items }: List, context: TextContext): readonly string[] {
  return itemLines(items, (number) => markOf(marker, number), context);
}

function markOf(marker: ListMarker, number: number): string {
  switch (marker) {
    case 'disc':
      return '-';
    case 'decimal':
      return `${number}.`;
    case 'check':
      return '✓';
    case 'cross':
      return '✗';
    case 'icon':
    case 'none':
      return '';
  }
}

/** Items that hold several blocks have an empty line between them. */
function itemLines(
  items: readonly ListItem[],
  markOfItem: (number: number) => string,
  context: TextContext,
): readonly string[] {
  const isLoose = items.some(({ children }) => children.length > 1);
  const longest = markOfItem(items.length).length;
  const columns = longest === 0 ? 0 : longest + 1;
  return items.flatMap((item, index) => {
    const mark = markOfItem(index + 1);
    const lines = hang({ mark, columns }, enterPassage(context, item), (inner) =>
      blockLines(item.children, inner),
    );
    return isLoose && index > 0 ? ['', ...lines] : lines;
  });
}
