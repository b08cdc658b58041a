import { describe, expect, it } from 'vitest';

import { findColumns } from '../../../src/delivery/visits/columns.js';

describe('findColumns', () => {
  it('finds columns by their usual names, however they are spelt, and leaves others alone', () => {
    const places = findColumns(
      { columns: ['Insurance', 'First_Name', ' E-Mail ', 'LANGUAGE', 'treatment date'] },
      {},
    );
    expect(places).toEqual(
      new Map([
        ['to', { index: 2, name: 'E-Mail' }],
        ['lang', { index: 3, name: 'LANGUAGE' }],
        ['first-name', { index: 1, name: 'First_Name' }],
        ['treatment-date', { index: 4, name: 'treatment date' }],
      ]),
    );
  });

  it('finds columns by the names of the settings alone', () => {
    const places = findColumns(
      { columns: ['email', 'Patientenpost', 'Sprache'] },
      { to: 'patientenpost', lang: 'Sprache' },
    );
    expect(places).toEqual(
      new Map([
        ['to', { index: 1, name: 'Patientenpost' }],
        ['lang', { index: 2, name: 'Sprache' }],
      ]),
    );
  });

  it.each([
    [['emial', 'lang'], {}, 'There is no column “email”.', 'Did you mean “emial”?'],
    [['email', 'Sprahce'], { lang: 'Sprache' }, 'There is no column “Sprache”.', 'Did you mean “Sprahce”?'],
    [['name', 'date'], {}, 'There is no column “email”.', 'Rename a column, or say in handout.yaml'],
    [['email', 'to'], {}, 'Two columns could be “to”.', 'Rename one of them'],
    [['email', 'Email'], {}, 'Two columns could be “to”.', 'email.list.columns.to'],
    [['ada@example.org', 'en'], {}, 'The first line is a visit.', 'Put a line with the names'],
  ])('tells what is wrong with the first line %j', (columns, named, message, hint) => {
    expect(findColumns({ columns }, named)).toEqual({
      line: 1,
      message,
      hint: expect.stringContaining(hint) as string,
    });
  });
});
