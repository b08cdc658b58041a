import { CsvError, parse } from 'csv-parse/sync';

/** What is wrong with a list of visits as a whole. It never repeats what stands in the list. */
export type TableFault = Readonly<{ line?: number; message: string; hint: string }>;

/** A line of a table: where it starts, counted from 1, and its fields. */
export type TableRow = Readonly<{ line: number; fields: readonly string[] }>;

/** A table with the names of its columns. */
export type Table = Readonly<{ columns: readonly string[]; rows: readonly TableRow[] }>;

/** What may stand between fields. */
export type Delimiter = ',' | ';' | '\t';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];
const LONGEST_ROW_CHARACTERS = 4 * 1024 * 1024;

/**
 * Reads a table of comma-, semicolon- or tab-separated values in UTF-8, the first line of which names the columns. Ends of lines may be of
 * any kind, and fields are data, whatever they begin with.
 * @param delimiter what stands between fields; without it, what the first line has most of
 * @see RFC 4180
 */
export function readTable(bytes: Uint8Array, delimiter?: Delimiter): Table | TableFault {
  const text = decode(bytes);
  if (typeof text !== 'string') return text;
  let lastLine = 0;
  try {
    const records = parse(text, {
      delimiter: delimiter ?? likelyDelimiter(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW_CHARACTERS,
      on_record: (record: unknown, { lines }) => {
        lastLine = lines;
        return record as string[];
      },
    }) as unknown as readonly Readonly<{ record: readonly string[]; info: Readonly<{ lines: number }> }>[];
    const [head, ...rows] = records.map(({ record, info }) => ({
      // The library tells where a row ends.
      line: info.lines - record.reduce((sum, field) => sum + countNewlines(field), 0),
      fields: record,
    }));
    if (head === undefined)
      return { message: 'The list is empty.', hint: 'Its first line names the columns.' };
    const isEmpty = ({ fields }: TableRow): boolean => fields.every((field) => field.trim() === '');
    return { columns: head.fields, rows: rows.filter((row) => !isEmpty(row)) };
  } catch (error) {
    if (error instanceof CsvError) return describe(error, lastLine + 1);
    throw error;
  }
}

/** Tells a fault from a table. */
export function isTableFault(value: Table | TableFault): value is TableFault {
  return 'message' in value;
}

/** What spreadsheets write: UTF-8 with or without a mark at its start. Every end of a line becomes a newline. */
function decode(bytes: Uint8Array): string | TableFault {
  const hint = 'Save it as “CSV UTF-8”.';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]))
    return { message: 'The list is a spreadsheet, not a table of separated values.', hint };
  if (
    startsWith(bytes, [0xff, 0xfe]) ||
    startsWith(bytes, [0xfe, 0xff]) ||
    bytes.subarray(0, 4096).includes(0)
  )
    return { message: 'The list is in UTF-16, or no text.', hint };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return { message: 'The list is not text in UTF-8.', hint };
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** A name of a column holds none of them, unless it is in quotation marks. */
function likelyDelimiter(text: string): Delimiter {
  const first = /^(?:"[^"]*"|[^"\n])*/.exec(text.trimStart())?.[0].replace(/"[^"]*"/g, '') ?? '';
  const count = (delimiter: string): number => first.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

function countNewlines(text: string): number {
  return text.split('\n').length - 1;
}

/**
 * The library's own messages repeat what stands in the list, and its line is that where it gave up.
 * @param line the one after the last that was right
 */
function describe({ code }: CsvError, line: number): TableFault {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        line,
        message: 'A quotation mark that opens a field is never closed.',
        hint: 'Close it, or double it where it is part of the text.',
      };
    case 'CSV_MAX_RECORD_SIZE':
      return {
        line,
        message: 'A line is longer than 4 million characters.',
        hint: 'Look for a quotation mark that isn’t closed.',
      };
    default:
      return {
        line,
        message: 'A quotation mark stands inside a field.',
        hint: 'Put the field in quotation marks, and double those inside it.',
      };
  }
}
