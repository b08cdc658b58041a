import type { Points } from '../base/units.js';
import type { Table } from '../document/node.js';
import { contentWidth } from './content-width.js';
import { enter, type FlowContext } from './flow-context.js';
import { cellBlocks } from './table-cell.js';

/**
 * Chooses the widths of a table's columns: every column at least as wide as its longest word, and the rest of the
 * measure shared by how much more each could use. Reports `layout/overflow` when even the longest words don't fit.
 * @see CSS 2.2, automatic table layout
 */
export function tableColumnWidths(table: Table, context: FlowContext): readonly Points[] {
  const { minimums, maximums } = measureColumns(table, context);
  const minimum = sum(minimums);
  const maximum = sum(maximums);
  const { measure } = context;
  if (minimum > measure) {
    context.report({
      code: 'layout/overflow',
      severity: 'error',
      message:
        `The table needs ${Math.ceil(minimum)} pt for its longest words and sticks out of its column, ` +
        `which is ${measure.toFixed(0)} pt wide.`,
      ...(table.at && { at: table.at }),
      hint: 'Use fewer columns or shorter words.',
    });
    return minimums;
  }
  if (maximum <= measure) {
    return maximums.map(
      (width) => width + ((measure - maximum) * (width || 1)) / (maximum || maximums.length),
    );
  }
  return minimums.map(
    (width, index) => width + ((measure - minimum) * (maximums[index]! - width)) / (maximum - minimum),
  );
}

type ColumnWidths = Readonly<{ minimums: Points[]; maximums: Points[] }>;

function measureColumns(table: Table, context: FlowContext): ColumnWidths {
  const minimums: Points[] = [];
  const maximums: Points[] = [];
  const { padding } = context.theme.table;
  for (const row of [...table.head, ...table.body]) {
    let column = 0;
    for (const cell of row.cells) {
      const blocks = cellBlocks(cell, table.head.includes(row), context);
      const content = contentWidth(cell.children, { ...enter(enter(context, row), cell), blocks });
      const spanned = { from: column, to: column + cell.columnSpan };
      // A hundredth of a point keeps rounding from cutting the widest word.
      const around = padding.start + padding.end + 0.01;
      widen(minimums, spanned, content.minimum + around);
      widen(maximums, spanned, content.maximum + around);
      column += cell.columnSpan;
    }
  }
  return { minimums, maximums };
}

/** Makes the spanned columns together at least this wide. */
function widen(widths: Points[], { from, to }: Readonly<{ from: number; to: number }>, needed: Points): void {
  while (widths.length < to) widths.push(0);
  const missing = needed - sum(widths.slice(from, to));
  if (missing <= 0) return;
  for (let column = from; column < to; column++) widths[column]! += missing / (to - from);
}

function sum(widths: readonly Points[]): Points {
  return widths.reduce((total, width) => total + width, 0);
}
