import { inflateSync } from 'node:zlib';
import { numberAt, readPdfSyntax } from './pdf-syntax.js';
import type { PdfDictionary, PdfStream, PdfValue } from './pdf-syntax.js';

/** The objects of a PDF file, read by following its cross-reference table as a reader would. */
export type PdfFile = Readonly<{
  trailer: PdfDictionary;
  /** Every object in use, by number. */
  objects: ReadonlyMap<number, PdfValue>;
  /** Follows references to what they stand for; null for nothing. */
  resolve: (value: PdfValue | undefined) => PdfValue;
  /** The dictionary a value is, or a stream has; empty for anything else. */
  dictionary: (value: PdfValue | undefined) => PdfDictionary;
  /** The elements of an array; a single value that is not null counts as an array of one, as in /K. */
  list: (value: PdfValue | undefined) => readonly PdfValue[];
  name: (value: PdfValue | undefined) => string | undefined;
  number: (value: PdfValue | undefined) => number | undefined;
  /** A text string: UTF-16 with a byte order mark, UTF-8 with one, or Latin. */
  text: (value: PdfValue | undefined) => string | undefined;
  /** A stream's data after its filters; undefined for what is no stream. */
  data: (value: PdfValue | undefined) => Buffer | undefined;
}>;

type Entry =
  Readonly<{ kind: 'offset'; offset: number }> | Readonly<{ kind: 'packed'; stream: number; index: number }>;

/**
 * Reads a PDF file's objects: cross-reference tables and streams, object streams, updates in sequence.
 * @throws Error when an entry of the cross-reference doesn't lead to its object
 */
export function openPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { entries, trailer } = readCrossReferences(source);
  const objects = new Map<number, PdfValue>();
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null;
    for (let step = 0; step < 20 && isReference(current); step++)
      current = objects.get(current.number) ?? null;
    return current;
  };
  const direct = [...entries].filter(([, entry]) => entry.kind === 'offset');
  for (const [number, entry] of direct) {
    if (entry.kind === 'offset')
      objects.set(number, readObject(source, number, entry.offset, lengthFinder(source, entries)));
  }
  for (const [number, entry] of entries) {
    if (entry.kind === 'packed')
      objects.set(number, readPacked(resolve(objects.get(entry.stream)), entry.index, resolve));
  }
  return { trailer, objects, resolve, ...readers(resolve) };
}

/** Whether a value is a reference to an object. */
export function isReference(
  value: PdfValue | undefined,
): value is Readonly<{ kind: 'reference'; number: number }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'reference';
}

/** Whether a value is a dictionary and not a stream. */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'stream';
}

function readers(resolve: PdfFile['resolve']): Omit<PdfFile, 'trailer' | 'objects' | 'resolve'> {
  return {
    dictionary: (value) => {
      const found = resolve(value);
      if (isStream(found)) return found.dictionary;
      return isDictionary(found) ? found : new Map();
    },
    list: (value) => {
      const found = resolve(value);
      if (found === null) return [];
      return Array.isArray(found) ? found : [value!];
    },
    name: (value) => {
      const found = resolve(value);
      return typeof found === 'object' && found && 'kind' in found && found.kind === 'name'
        ? found.name
        : undefined;
    },
    number: (value) => {
      const found = resolve(value);
      return typeof found === 'number' ? found : undefined;
    },
    text: (value) => {
      const found = resolve(value);
      const isString = typeof found === 'object' && found && 'kind' in found && found.kind === 'string';
      return isString ? decodeText(found.bytes) : undefined;
    },
    data: (value) => {
      const found = resolve(value);
      return isStream(found) ? streamData(found, resolve) : undefined;
    },
  };
}

function decodeText(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff')) return buffer.subarray(2).swap16().toString('utf16le');
  if (bytes.startsWith('\xef\xbb\xbf')) return buffer.subarray(3).toString('utf8');
  return bytes;
}

function readCrossReferences(source: string): {
  entries: ReadonlyMap<number, Entry>;
  trailer: PdfDictionary;
} {
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-200))?.[1];
  if (start === undefined) throw new Error('The file does not end with startxref, a number and %%EOF.');
  const entries = new Map<number, Entry | undefined>();
  let trailer: PdfDictionary | undefined;
  let offset: number | undefined = Number(start);
  for (let section = 0; section < 20 && offset !== undefined; section++) {
    const part: Section = source.startsWith('xref', offset)
      ? readTable(source, offset)
      : readCrossReferenceStream(source, offset);
    for (const [number, entry] of part.entries) if (!entries.has(number)) entries.set(number, entry);
    trailer ??= part.trailer;
    const previous: PdfValue | undefined = part.trailer.get('Prev');
    offset = typeof previous === 'number' ? previous : undefined;
  }
  const used = new Map([...entries].filter((pair): pair is [number, Entry] => pair[1] !== undefined));
  return { entries: used, trailer: trailer ?? new Map() };
}

type Section = { entries: Map<number, Entry | undefined>; trailer: PdfDictionary };

function readTable(source: string, offset: number): Section {
  const entries = new Map<number, Entry | undefined>();
  const trailerStart = source.indexOf('trailer', offset);
  const lines = source
    .slice(offset + 4, trailerStart)
    .trim()
    .split(/\r\n|\n|\r/);
  for (let line = 0; line < lines.length;) {
    const [first = 0, count = 0] = lines[line]!.trim().split(' ').map(Number);
    for (let index = 0; index < count; index++) {
      const [place, , use] = lines[line + 1 + index]!.trim().split(' ');
      entries.set(first + index, use === 'n' ? { kind: 'offset', offset: Number(place) } : undefined);
    }
    line += count + 1;
  }
  const trailer = readPdfSyntax(source, trailerStart + 'trailer'.length).value;
  if (!isDictionary(trailer)) throw new Error('The trailer is no dictionary.');
  return { entries, trailer };
}

function readCrossReferenceStream(source: string, offset: number): Section {
  const stream = readObject(source, undefined, offset, () => undefined);
  if (!isStream(stream)) throw new Error(`There is no cross-reference at byte ${String(offset)}.`);
  const resolve = (value: PdfValue | undefined): PdfValue => value ?? null;
  const data = streamData(stream, resolve);
  const trailer = stream.dictionary;
  const widths = numbers(trailer.get('W'));
  const size = numberAt(trailer, 'Size') ?? 0;
  const ranges = trailer.has('Index') ? numbers(trailer.get('Index')) : [0, size];
  const entries = new Map<number, Entry | undefined>();
  let place = 0;
  for (let range = 0; range < ranges.length; range += 2) {
    for (let index = 0; index < ranges[range + 1]!; index++) {
      const fields = widths.map((width) => {
        const value = width === 0 ? undefined : data.readUIntBE(place, width);
        place += width;
        return value;
      });
      entries.set(ranges[range]! + index, streamEntry(fields));
    }
  }
  return { entries, trailer };
}

function streamEntry([type = 1, second = 0, third = 0]: readonly (number | undefined)[]): Entry | undefined {
  if (type === 1) return { kind: 'offset', offset: second };
  return type === 2 ? { kind: 'packed', stream: second, index: third } : undefined;
}

function numbers(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}

function readObject(
  source: string,
  number: number | undefined,
  offset: number,
  lengthOf: (reference: number) => number | undefined,
): PdfValue {
  const head = /\s*(\d+) \d+ obj/y;
  head.lastIndex = offset;
  const match = head.exec(source);
  if (!match || (number !== undefined && Number(match[1]) !== number)) {
    throw new Error(
      `Object ${String(number)} is not at byte ${String(offset)}, where the cross-reference says.`,
    );
  }
  const { value, end } = readPdfSyntax(source, head.lastIndex);
  const keyword = /\s*stream\r?\n/y;
  keyword.lastIndex = end;
  if (!isDictionary(value) || !keyword.test(source)) return value;
  const length = value.get('Length');
  const size = isReference(length) ? lengthOf(length.number) : numberAt(value, 'Length');
  if (size === undefined) throw new Error(`The stream ${String(number)} has no length.`);
  const dataEnd = keyword.lastIndex + size;
  if (!/^\s*endstream/.test(source.slice(dataEnd, dataEnd + 20))) {
    throw new Error(`The stream ${String(number)} does not end where its length says.`);
  }
  return {
    kind: 'stream',
    dictionary: value,
    raw: Buffer.from(source.slice(keyword.lastIndex, dataEnd), 'latin1'),
  };
}

/** Finds the length of a stream that stands in an object of its own, which may come after the stream. */
function lengthFinder(
  source: string,
  entries: ReadonlyMap<number, Entry>,
): (reference: number) => number | undefined {
  return (reference) => {
    const entry = entries.get(reference);
    if (entry?.kind !== 'offset') return undefined;
    const value = readObject(source, reference, entry.offset, () => undefined);
    return typeof value === 'number' ? value : undefined;
  };
}

function readPacked(stream: PdfValue, index: number, resolve: PdfFile['resolve']): PdfValue {
  if (!isStream(stream)) throw new Error('An object is said to be packed in what is no stream.');
  const text = streamData(stream, resolve).toString('latin1');
  const first = numberAt(stream.dictionary, 'First') ?? 0;
  const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
  return readPdfSyntax(text, first + heads[index * 2 + 1]!).value;
}

function streamData(stream: PdfStream, resolve: PdfFile['resolve']): Buffer {
  const filter = resolve(stream.dictionary.get('Filter'));
  const filters = (Array.isArray(filter) ? filter : filter === null ? [] : [filter]).map((value) => {
    const found = resolve(value);
    return typeof found === 'object' && found && 'kind' in found && found.kind === 'name' ? found.name : '';
  });
  if (filters.length === 0 || filters[0] === 'DCTDecode') return stream.raw;
  if (filters.length > 1 || filters[0] !== 'FlateDecode')
    throw new Error(`The filter ${filters.join(' ')} is not known.`);
  const data = inflateSync(stream.raw);
  const parameters = resolve(stream.dictionary.get('DecodeParms'));
  const predictor = isDictionary(parameters) ? (numberAt(parameters, 'Predictor') ?? 1) : 1;
  if (!isDictionary(parameters) || predictor < 10) return data;
  if ((numberAt(parameters, 'Colors') ?? 1) !== 1) return data;
  return undoUpPredictor(data, numberAt(parameters, 'Columns') ?? 1);
}

/** Undoes PNG's filters 0 and 2, the two that cross-reference streams use. */
function undoUpPredictor(data: Buffer, columns: number): Buffer {
  const rows = Math.floor(data.length / (columns + 1));
  const output = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const isUp = data[row * (columns + 1)] === 2;
    for (let column = 0; column < columns; column++) {
      const above = isUp && row > 0 ? output[(row - 1) * columns + column]! : 0;
      output[row * columns + column] = data[row * (columns + 1) + 1 + column]! + above;
    }
  }
  return output;
}
