import type { EmailConfig } from '../../workspace/email-config.js';
import { findColumns, type ColumnPlaces } from './columns.js';
import { readVisits, type ReadVisits, type VisitContext } from './read-visits.js';
import { isTableFault, readTable, type Delimiter, type TableFault } from './table.js';

/** What a list comes to, or what is wrong with all of it. */
export type ReadList = ReadVisits | Readonly<{ whole: TableFault }>;

const DELIMITERS: Readonly<Record<NonNullable<EmailConfig['list']['delimiter']>, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
};

/** Reads a list of visits. */
export function readList(bytes: Uint8Array, context: VisitContext): ReadList {
  const { columns, delimiter } = context.workspace.config.email.list;
  const table = readTable(bytes, delimiter && DELIMITERS[delimiter]);
  if (isTableFault(table)) return { whole: table };
  const places = findColumns(table, columns);
  if (isFault(places)) return { whole: places };
  return readVisits(table, places, context);
}

function isFault(value: ColumnPlaces | TableFault): value is TableFault {
  return 'message' in value;
}
