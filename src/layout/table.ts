import type { Points } from '../base/units.js';
import type { Table, TableRow } from '../document/node.js';
import { flowHeight, type FlowItem, type Mark, type ParallelColumn } from './flow.js';
import {
  addParallel,
  addRange,
  addSpace,
  addTrailer,
  createFlowBuilder,
  type FlowBuilder,
} from './flow-builder.js';
import { enter, indent, type FlowContext } from './flow-context.js';
import { cellColumn } from './table-cell.js';
import { tableColumnWidths } from './table-columns.js';
import { addTextBlock } from './text-block.js';

/** Adds a table. Its head is repeated on every page it reaches; a row is divided only when it is taller than a page. */
export function addTable(builder: FlowBuilder, table: Table, context: FlowContext): void {
  const style = context.theme.table;
  const widths = tableColumnWidths(table, context);
  addSpace(builder, style.before);
  addCaption(builder, table, context);
  const head = createFlowBuilder();
  table.head.forEach((row, index) => {
    const line = index === table.head.length - 1 ? style.headLine : style.rowLine;
    addRow(head, { row, line, widths, isHead: true }, context);
  });
  addRange(builder, { grounds: [], head: joinAll(head.items), foot: 0 }, () => {
    adopt(builder, head.items);
    for (const [index, row] of table.body.entries()) {
      // A row alone under a repeated head looks lost, so the last one takes the one before it along.
      if (index > 0 && index === table.body.length - 1) builder.linesToKeep = 1;
      addRow(builder, { row, line: style.rowLine, widths, isHead: false }, context);
    }
  });
  addSpace(builder, style.after);
}

function addCaption(builder: FlowBuilder, table: Table, context: FlowContext): void {
  if (table.caption.length === 0) return;
  const { after } = context.blocks.headings[3];
  const style = { ...context.blocks.caption, after };
  addTextBlock(
    builder,
    { id: table.id, ...(table.at && { at: table.at }), children: table.caption, style },
    context,
  );
  builder.linesToKeep = 1;
}

function joinAll(items: readonly FlowItem[]): readonly FlowItem[] {
  return items.map((item) => ({ ...item, bond: 'firm' }));
}

/** Takes over the head's rows; the first row of the body stays with them. */
function adopt(builder: FlowBuilder, items: readonly FlowItem[]): void {
  items.forEach((item, index) => {
    if (index > 0) builder.items.push({ ...item, bond: 'firm' });
    else if (item.kind === 'parallel') addParallel(builder, item);
  });
  if (items.length > 0) builder.linesToKeep = 1;
}

type Row = Readonly<{
  row: TableRow;
  widths: readonly Points[];
  /** Drawn below the row. */
  line: FlowContext['theme']['table']['rowLine'];
  isHead: boolean;
}>;

function addRow(builder: FlowBuilder, { row, widths, line, isHead }: Row, context: FlowContext): void {
  const inner = enter(context, row);
  const columns: ParallelColumn[] = [];
  let column = 0;
  let offset = 0;
  for (const cell of row.cells) {
    const width = sum(widths.slice(column, column + cell.columnSpan));
    columns.push(cellColumn(cell, isHead, { ...enter(indent(inner, offset), cell), measure: width }));
    column += cell.columnSpan;
    offset += width;
  }
  addParallel(builder, {
    columns,
    height: Math.max(0, ...columns.map(({ flow }) => flowHeight(flow))),
    keep: { name: 'table row', ...(row.at && { at: row.at }) },
  });
  const box = { start: context.start, top: 0, width: sum(widths), height: line.thickness };
  const mark: Mark = { kind: 'shape', box, radius: 0, fill: line.colour };
  addTrailer(builder, line.thickness, [mark]);
}

function sum(widths: readonly Points[]): Points {
  return widths.reduce((total, width) => total + width, 0);
}
