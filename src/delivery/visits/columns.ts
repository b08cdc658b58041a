import { nearestName } from '../../base/nearest.js';
import { visitFields, type VisitField } from '../../workspace/email-config.js';
import type { Table, TableFault } from './table.js';

/** The columns that a clinic's lists have, where they are called otherwise. */
export type ColumnNames = Readonly<Partial<Record<VisitField, string>>>;

/** Where each field stands in a row, from 0, and what its column is called in the list. */
export type ColumnPlaces = ReadonlyMap<VisitField, Readonly<{ index: number; name: string }>>;

/** Names that need no setting, besides those of the fields. */
const USUAL_NAMES: Readonly<Partial<Record<VisitField, readonly string[]>>> = {
  to: ['email', 'email address'],
  lang: ['language'],
  treatments: ['treatment'],
  variant: ['variants'],
  visit: ['visit id', 'visit number'],
};

/**
 * Finds the columns of the fields. Capitals, spaces, hyphens and underscores in names make no difference; other columns are left alone.
 * @returns a fault for a column that is missing or stands there twice
 */
export function findColumns(
  { columns }: Pick<Table, 'columns'>,
  named: ColumnNames,
): ColumnPlaces | TableFault {
  const plain = columns.map(plainName);
  const places = new Map<VisitField, Readonly<{ index: number; name: string }>>();
  for (const field of visitFields) {
    const own = named[field];
    const wanted = (own === undefined ? [field, ...(USUAL_NAMES[field] ?? [])] : [own]).map(plainName);
    const found = plain.flatMap((name, index) => (wanted.includes(name) ? [index] : []));
    const [index] = found;
    if (found.length > 1) return twice(field);
    if (index !== undefined) places.set(field, { index, name: columns[index]!.trim() });
    else if (own !== undefined || field === 'to') return missing(own ?? 'email', columns);
  }
  return places;
}

function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

function twice(field: VisitField): TableFault {
  return {
    line: 1,
    message: `Two columns could be “${field}”.`,
    hint: `Rename one of them, or name the one that counts in handout.yaml: email.list.columns.${field}.`,
  };
}

/** A list without names of columns starts with a patient, so of its first line only what is all but the wanted name is repeated. */
function missing(wanted: string, columns: readonly string[]): TableFault {
  if (columns.some((name) => name.includes('@')))
    return {
      line: 1,
      message: 'The first line is a visit.',
      hint: 'Put a line with the names of the columns before it.',
    };
  const nearest = nearestName(
    wanted,
    columns.map((name) => name.trim()),
  );
  return {
    line: 1,
    message: `There is no column “${wanted}”.`,
    hint:
      nearest === undefined
        ? 'Rename a column, or say in handout.yaml what it is called: email.columns.'
        : `Did you mean “${nearest}”? Rename it, or say so in handout.yaml: email.list.columns.`,
  };
}
