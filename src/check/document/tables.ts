import type { Problem } from '../../base/problem.js';
import type { Table } from '../../document/node.js';
import { wordsOfNode } from '../spoken.js';
import type { DocumentScene } from './scene.js';

/** Judges the headings of tables. Reports `document/table-without-headings` and `document/empty-table-heading`. */
export function judgeTables({ nodes }: DocumentScene): readonly Problem[] {
  return nodes.flatMap(({ node }) => (node.kind === 'table' ? judgeTable(node) : []));
}

function judgeTable(table: Table): readonly Problem[] {
  const cells = [...table.head, ...table.body].flatMap((row) => row.cells);
  const headings = cells.filter(({ header }) => header !== undefined);
  if (headings.length === 0) {
    return [
      {
        code: 'document/table-without-headings',
        severity: 'error',
        message: 'The table has no heading of a column or a row.',
        ...(table.at && { at: table.at }),
        hint: 'Write <th scope="col"> above the columns, or <th scope="row"> before the rows.',
      },
    ];
  }
  return headings
    .filter((cell) => !/[\p{L}\p{N}]/u.test(wordsOfNode(cell)))
    .map(({ at }) => ({
      code: 'document/empty-table-heading',
      severity: 'error',
      message: 'A heading of the table has no word in it.',
      ...(at && { at }),
      hint: 'Say what its column or row holds; an empty corner is a <td>.',
    }));
}
