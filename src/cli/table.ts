import type { Channel } from './terminal.js';
import { textWidth } from '../base/text-width.js';

/** A column of a table: its heading, and the side its cells keep to. */
export type Column = Readonly<{ heading: string; align: 'left' | 'right' }>;

/**
 * Sets rows in columns, two spaces apart.
 * @returns lines without spaces at their ends: the headings first, then one line per row
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const headings = columns.map((column) => column.heading);
  const widths = columns.map((_, index) =>
    Math.max(...[headings, ...rows].map((row) => textWidth(row[index] ?? ''))),
  );
  return [headings, ...rows].map((row) =>
    columns
      .map((column, index) => pad(row[index] ?? '', widths[index]!, column.align))
      .join('  ')
      .trimEnd(),
  );
}

/** Writes a table with its headings in bold. */
export function printedTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: Channel['paint'],
): string {
  const [headings = '', ...lines] = formatTable(columns, rows);
  return `${[paint('bold', headings), ...lines].join('\n')}\n`;
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(width - textWidth(text));
  return align === 'left' ? text + space : space + text;
}
