import type { Block, Table, TableCell, TableRow } from '../document/node.js';
import { walkNode } from '../document/walk.js';
import { writeInlines } from './html-inlines.js';
import { element, passage } from './tag.js';

/** Writes what a cell holds. */
type WriteContent = (blocks: readonly Block[]) => string;

/** Writes a table with its caption and its heads. */
export function writeTable(table: Table, writeContent: WriteContent): string {
  const caption =
    table.caption.length === 0 ? '' : `${element('caption', {}, writeInlines(table.caption))}\n`;
  const head = writeRows('thead', table.head, writeContent);
  return element(
    'table',
    passage(table),
    `\n${caption}${head}${writeRows('tbody', table.body, writeContent)}`,
  );
}

function writeRows(name: 'thead' | 'tbody', rows: readonly TableRow[], writeContent: WriteContent): string {
  if (rows.length === 0) return '';
  const written = rows.map((row) => {
    const cells = row.cells.map((cell) => writeCell(cell, writeContent));
    return `${element('tr', passage(row), cells.join(''))}\n`;
  });
  return `${element(name, {}, `\n${written.join('')}`)}\n`;
}

function writeCell(cell: TableCell, writeContent: WriteContent): string {
  const colspan = cell.columnSpan === 1 ? undefined : String(cell.columnSpan);
  const html = writeContent(cell.children);
  // A head without words names nothing.
  if (cell.header === undefined || isEmpty(cell)) return element('td', { colspan, ...passage(cell) }, html);
  const scope = cell.header === 'column' ? 'col' : 'row';
  return element('th', { scope, colspan, ...passage(cell) }, html);
}

function isEmpty(cell: TableCell): boolean {
  return !walkNode(cell).some(
    (node) => node.kind === 'figure' || (node.kind === 'text' && /\S/.test(node.text)),
  );
}
