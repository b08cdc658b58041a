import type { HtmlElement } from './html.js';
import type { Block, Inline, Table, TableCell, TableRow } from './node.js';
import { readInlines } from './read-inlines.js';
import { nodeFields, reportAt, type NodeFields, type Reading } from './reading.js';
import { checkElement } from './vocabulary.js';

const SCOPES = { col: 'column', row: 'row' } as const;

/** What a table is read with: the blocks of a cell are read by whoever reads blocks. */
export type TableReading = Readonly<{
  reading: Reading;
  readFlow: (cell: HtmlElement, reading: Reading) => readonly Block[];
}>;

/**
 * Reads `<table>`: perhaps a `<caption>`, perhaps a `<thead>`, then `<tbody>`. Every row has cells for the same number of
 * columns. Reports `document/misplaced-element`, `document/missing-attribute`, `document/bad-attribute`,
 * `document/uneven-table` and `document/empty-element`.
 */
export function readTable(element: HtmlElement, fields: NodeFields, context: TableReading): Table {
  const { reading } = context;
  let caption: readonly Inline[] = [];
  const head: TableRow[] = [];
  const body: TableRow[] = [];
  for (const child of expectChildren(element, ['caption', 'thead', 'tbody'], reading)) {
    if (child.name === 'caption') caption = readInlines(child, reading);
    else (child.name === 'thead' ? head : body).push(...readRows(child, context));
  }
  if (body.length === 0) {
    reportAt(reading, element, {
      code: 'document/empty-element',
      message: '<table> has no rows in <tbody>.',
    });
  }
  checkWidths(element, [...head, ...body], reading);
  return { kind: 'table', ...fields, caption, head, body };
}

function readRows(group: HtmlElement, context: TableReading): readonly TableRow[] {
  const { reading } = context;
  return expectChildren(group, ['tr'], reading).map((row) => {
    const fields = nodeFields(row, reading);
    const cells = expectChildren(row, ['th', 'td'], reading).map((cell) => readCell(cell, context));
    return { kind: 'table-row', ...fields, cells };
  });
}

function readCell(cell: HtmlElement, { reading, readFlow }: TableReading): TableCell {
  const fields = nodeFields(cell, reading);
  const scope = cell.attributes.get('scope');
  const header = scope === 'col' || scope === 'row' ? SCOPES[scope] : undefined;
  if (cell.name === 'th' && !header) {
    const hint = 'Write scope="col" above a column, or scope="row" beside a row.';
    const message =
      scope === undefined ? '<th> needs the attribute scope.' : `<th> can't have scope="${scope}".`;
    const code = scope === undefined ? 'document/missing-attribute' : 'document/bad-attribute';
    reportAt(reading, cell, { code, message, hint });
  }
  const written = cell.attributes.get('colspan') ?? '1';
  const columnSpan = /^[1-9]\d?$/.test(written) ? Number(written) : 1;
  if (String(columnSpan) !== written) {
    const message = `colspan="${written}" isn't a whole number from 1 to 99.`;
    reportAt(reading, cell, { code: 'document/bad-attribute', message });
  }
  return {
    kind: 'table-cell',
    ...fields,
    ...(header ? { header } : {}),
    columnSpan,
    children: readFlow(cell, reading),
  };
}

function checkWidths(table: HtmlElement, rows: readonly TableRow[], reading: Reading): void {
  const widths = rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.columnSpan, 0));
  const expected = widths[0];
  const uneven = widths.findIndex((width) => width !== expected);
  if (uneven === -1) return;
  const message = `Row ${uneven + 1} of the table has ${widths[uneven]} columns, the first row ${expected}.`;
  const hint = 'Give every row as many cells, or join cells with colspan.';
  reportAt(
    reading,
    { ...table, at: rows[uneven]!.at ?? table.at },
    { code: 'document/uneven-table', message, hint },
  );
}

function expectChildren(
  parent: HtmlElement,
  names: readonly string[],
  reading: Reading,
): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  for (const node of parent.children) {
    if (node.kind === 'text' && node.text.trim() === '') continue;
    if (node.kind === 'element' && !checkElement(node, reading)) continue;
    if (node.kind === 'element' && names.includes(node.name)) {
      found.push(node);
    } else {
      const allowed = names.map((name) => `<${name}>`).join(' and ');
      const what = node.kind === 'element' ? `<${node.name}>` : 'text';
      const message = `<${parent.name}> holds ${allowed}, not ${what}.`;
      reportAt(reading, node.kind === 'element' ? node : parent, {
        code: 'document/misplaced-element',
        message,
      });
    }
  }
  return found;
}
