import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isTableFault, readTable, type Delimiter } from '../../../src/delivery/visits/table.js';

function read(text: string, delimiter?: Delimiter): unknown {
  return readTable(new TextEncoder().encode(text), delimiter);
}

describe('readTable', () => {
  it('reads fields in quotation marks, with ends of lines of any kind', () => {
    expect(read('\uFEFFto,note\r\na,"x\r\ny ""z"""\r\n\r\n"b,c",\rd,e')).toEqual({
      columns: ['to', 'note'],
      rows: [
        { line: 2, fields: ['a', 'x\ny "z"'] },
        { line: 5, fields: ['b,c', ''] },
        { line: 6, fields: ['d', 'e'] },
      ],
    });
  });

  it.each([
    ['a;b,c;d\n1;2;3', ['a', 'b,c', 'd']],
    ['a\tb;c\td\n', ['a', 'b;c', 'd']],
    ['"a;b;c",d\n', ['a;b;c', 'd']],
    ['a\n1\n', ['a']],
  ])('finds what parts the fields of %j', (text, columns) => {
    expect(read(text)).toMatchObject({ columns });
  });

  it('takes the delimiter that it is told', () => {
    expect(read('a,b;c\n', ';')).toMatchObject({ columns: ['a,b', 'c'] });
  });

  it('leaves out lines without anything in them', () => {
    expect(read('a,b\n,\n  ,\n1,2\n')).toMatchObject({ rows: [{ line: 4, fields: ['1', '2'] }] });
  });

  it('takes what a spreadsheet would run for the text that it is', () => {
    const fields = ['=1+1', '+1', '@SUM(A1)', '-2', '\t=cmd'];
    expect(read(`a,b,c,d,e\n${fields.join(',')}\n`, ',')).toMatchObject({ rows: [{ line: 2, fields }] });
  });

  it('reads a field of a million characters', () => {
    const long = 'x'.repeat(1_000_000);
    expect(read(`a,b\n"${long}",2\n`)).toMatchObject({ rows: [{ line: 2, fields: [long, '2'] }] });
  });

  it.each([
    ['', 'The list is empty.'],
    ['a,b\n1,2\n3,"x\n4,y\n', 'A quotation mark that opens a field is never closed.'],
    ['a,b\n1,secret"x\n', 'A quotation mark stands inside a field.'],
    ['a,b\n"secret"x,1\n', 'A quotation mark stands inside a field.'],
    [`a,b\n1,"${'x'.repeat(5_000_000)}"\n`, 'A line is longer than 4 million characters.'],
    ['PK\u0003\u0004', 'The list is a spreadsheet, not a table of separated values.'],
    ['a\0,\0b\0', 'The list is in UTF-16, or no text.'],
  ])('refuses a broken list without repeating it', (text, message) => {
    const fault = read(text);
    expect(fault).toMatchObject({ message });
    expect(JSON.stringify(fault)).not.toMatch(/secret|xx/);
  });

  it('tells the line of a quotation mark that is never closed', () => {
    expect(read('a,b\n1,2\n3,"x\n4,y\n')).toMatchObject({ line: 3 });
  });

  it.each([
    Buffer.from('\uFEFFa,b\n', 'utf16le'),
    Buffer.from([0xfe, 0xff, 0, 0x61]),
    Buffer.from('a,b\n', 'utf16le'),
  ])('refuses UTF-16', (bytes) => {
    expect(readTable(bytes)).toMatchObject({
      message: 'The list is in UTF-16, or no text.',
      hint: 'Save it as “CSV UTF-8”.',
    });
  });

  it('refuses text in another encoding than UTF-8', () => {
    expect(readTable(Buffer.from('a,b\nM\xfcller,2\n', 'latin1'))).toMatchObject({
      message: 'The list is not text in UTF-8.',
    });
  });

  it('gives back what was written, and where it starts', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', '=', 'é') });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (written, newline) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\n', newline)}"`;
        const lines = written.map((fields) => fields.map(quote).join(','));
        const table = readTable(new TextEncoder().encode(['a,b', ...lines].join(newline)), ',');
        if (isTableFault(table)) throw new Error(table.message);
        let line = 2;
        const expected = written.flatMap((fields) => {
          const start = line;
          line += fields.join('').split('\n').length;
          return fields.every((text) => text.trim() === '') ? [] : [{ line: start, fields }];
        });
        expect(table.rows).toEqual(expected);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(readTable(bytes)).toBeTypeOf('object');
      }),
    );
  });
});
