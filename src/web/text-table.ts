import type { Block, Inline, Table, TableCell, TableRow } from '../document/node.js';
import { enterPassage, hang, paragraphLines, type TextContext } from './text-context.js';

/** Writes what a cell holds. */
type WriteBlocks = (blocks: readonly Block[], context: TextContext) => readonly string[];

/**
 * Writes a table row by row: its first cell, and indented below it the others, each behind the head of its column. So it
 * can be listened to, and needs no wide window.
 */
export function tableLines(table: Table, context: TextContext, write: WriteBlocks): readonly string[] {
  const heads = columnHeads(table.head.at(-1));
  const rows = table.body.map((row) => rowLines(row, heads, { context: enterPassage(context, row), write }));
  const caption = table.caption.length === 0 ? [] : [...paragraphLines(table.caption, context), ''];
  return [...caption, ...rows.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))];
}

/** The words at the head of each column; a head that spans several columns is the head of each. */
function columnHeads(row: TableRow | undefined): readonly (readonly Inline[])[] {
  return (row?.cells ?? []).flatMap((cell) => {
    const words = cell.children.flatMap((block) => (block.kind === 'paragraph' ? block.children : []));
    return Array.from({ length: cell.columnSpan }, () => words);
  });
}

type RowContext = Readonly<{ context: TextContext; write: WriteBlocks }>;

function rowLines(
  { cells }: TableRow,
  heads: readonly (readonly Inline[])[],
  { context, write }: RowContext,
): readonly string[] {
  let column = 0;
  return cells.flatMap((cell, index) => {
    const head = cell.header === 'row' ? [] : (heads[column] ?? []);
    column += cell.columnSpan;
    return hang({ mark: '', columns: index === 0 ? 0 : 2 }, enterPassage(context, cell), (inner) =>
      write(behindHead(head, cell), inner),
    );
  });
}

function behindHead(head: readonly Inline[], { id, children }: TableCell): readonly Block[] {
  if (head.length === 0 || children.length === 0) return children;
  const words: readonly Inline[] = [...head, { kind: 'text', id, text: ': ' }];
  const [first, ...rest] = children;
  if (first?.kind === 'paragraph') return [{ ...first, children: [...words, ...first.children] }, ...rest];
  return [{ kind: 'paragraph', id, role: 'body', children: words }, ...children];
}
