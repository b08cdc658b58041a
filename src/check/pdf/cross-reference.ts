import { PdfError } from './pdf-error.js';
import { streamData } from './stream.js';
import { isArray, isDictionary, isReference, isStream, openSyntax, readValue } from './syntax.js';
import type { PdfDictionary, PdfValue } from './syntax.js';

/** Where an object stands: at a byte of the file, or in a stream that packs several. */
export type Entry =
  Readonly<{ kind: 'offset'; offset: number }> | Readonly<{ kind: 'packed'; stream: number; index: number }>;

/** The bytes of a file, also as a text whose characters are bytes. */
export type Source = Readonly<{ bytes: Buffer; text: string }>;

/** Every object in use, and the trailer. */
export type CrossReferences = Readonly<{
  entries: ReadonlyMap<number, Entry>;
  trailer: PdfDictionary;
  /** Where its tables and streams stand, the latest first. */
  sections: readonly number[];
}>;

/** An object as it stands in the file, and the byte after it. */
export type PlacedObject = Readonly<{ value: PdfValue; end: number }>;

type Section = Readonly<{ entries: ReadonlyMap<number, Entry | undefined>; trailer: PdfDictionary }>;

/** More updates than this are no handout. */
const MOST_SECTIONS = 20;
const MOST_OBJECTS = 1_000_000;

/**
 * Reads the cross-reference of a file: tables and streams, and updates in sequence.
 * @throws {PdfError} `pdf/unreadable` or `pdf/cross-reference`
 * @see ISO 32000-1, 7.5.4, 7.5.5 and 7.5.8
 */
export function readCrossReferences(source: Source): CrossReferences {
  const start = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(source.text.slice(-200))?.[1];
  if (start === undefined) {
    throw new PdfError('pdf/unreadable', 'The file does not end with startxref, a number and %%EOF.');
  }
  const entries = new Map<number, Entry | undefined>();
  let trailer: PdfDictionary | undefined;
  const sections: number[] = [];
  let offset: number | undefined = Number(start);
  for (let section = 0; section < MOST_SECTIONS && offset !== undefined; section++) {
    const part: Section = source.text.startsWith('xref', offset)
      ? readTable(source.text, offset)
      : readStream(source, offset);
    sections.push(offset);
    for (const [number, entry] of part.entries) if (!entries.has(number)) entries.set(number, entry);
    trailer ??= part.trailer;
    const previous: PdfValue | undefined = part.trailer.get('Prev');
    offset = typeof previous === 'number' ? previous : undefined;
  }
  const used = new Map([...entries].filter((pair): pair is [number, Entry] => pair[1] !== undefined));
  return { entries: used, trailer: trailer ?? new Map(), sections };
}

function readTable(text: string, offset: number): Section {
  const entries = new Map<number, Entry | undefined>();
  const trailerStart = text.indexOf('trailer', offset);
  if (trailerStart < 0) throw new PdfError('pdf/unreadable', 'The file has no trailer.');
  const lines = text
    .slice(offset + 4, trailerStart)
    .trim()
    .split(/\r\n|\n|\r/);
  for (let line = 0; line < lines.length;) {
    const [first = NaN, count = NaN] = lines[line]!.trim().split(' ').map(Number);
    if (!(first >= 0 && count >= 0 && line + count < lines.length)) throw badTable();
    for (let index = 0; index < count; index++) {
      const [, place, use] = /^(\d{10}) \d{5} ([nf])$/.exec(lines[line + 1 + index]!.trim()) ?? [];
      if (place === undefined) throw badTable();
      entries.set(first + index, use === 'n' ? { kind: 'offset', offset: Number(place) } : undefined);
    }
    line += count + 1;
  }
  const trailer = readValue(text, trailerStart + 'trailer'.length);
  if (!isDictionary(trailer)) throw new PdfError('pdf/unreadable', 'The trailer is no dictionary.');
  return { entries, trailer };
}

function badTable(): PdfError {
  return new PdfError(
    'pdf/cross-reference',
    'The cross-reference table has a line that is none of its entries.',
  );
}

function readStream(source: Source, offset: number): Section {
  const none = new PdfError('pdf/cross-reference', `There is no cross-reference at byte ${String(offset)}.`);
  if (!/\s*\d+ \d+ obj/y.test(source.text.slice(offset, offset + 40))) throw none;
  const stream = readObject(source, { number: undefined, offset, lengthOf: () => undefined }).value;
  if (!isStream(stream)) throw none;
  const data = streamData(stream, (value) => value ?? null);
  const trailer = stream.dictionary;
  const widths = numbers(trailer.get('W'));
  const size = numberAt(trailer, 'Size') ?? 0;
  const ranges = trailer.has('Index') ? numbers(trailer.get('Index')) : [0, size];
  const entries = new Map<number, Entry | undefined>();
  const rowLength = widths.reduce((sum, width) => sum + width, 0);
  let place = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let index = 0; index < Math.min(ranges[range + 1]!, MOST_OBJECTS); index++) {
      if (rowLength === 0 || place + rowLength > data.length) throw none;
      const fields = widths.map((width) => {
        const value = width === 0 ? undefined : data.readUIntBE(place, Math.min(width, 6));
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
  return isArray(value) ? value.map((each) => (typeof each === 'number' ? Math.max(0, each) : 0)) : [];
}

/** The number that a dictionary has directly under a key. */
export function numberAt(dictionary: PdfDictionary, key: string): number | undefined {
  const value = dictionary.get(key);
  return typeof value === 'number' ? value : undefined;
}

/** Which object is looked for, where, and how long streams are whose length is an object of its own. */
export type ObjectPlace = Readonly<{
  /** Undefined where it has no entry, as for a cross-reference stream. */
  number: number | undefined;
  offset: number;
  lengthOf: (reference: number) => number | undefined;
}>;

/**
 * Reads the object that the cross-reference says is at an offset.
 * @throws {PdfError} `pdf/cross-reference` when it isn't there, `pdf/damaged-stream` when a stream doesn't end where it says
 */
export function readObject({ bytes, text }: Source, { number, offset, lengthOf }: ObjectPlace): PlacedObject {
  const head = /\s*(\d+) \d+ obj/y;
  head.lastIndex = offset;
  const match = head.exec(text);
  if (!match || (number !== undefined && Number(match[1]) !== number)) {
    const message = `Object ${String(number)} is not at byte ${String(offset)}, where the cross-reference says.`;
    throw new PdfError('pdf/cross-reference', message);
  }
  const syntax = openSyntax(text, head.lastIndex);
  const value = syntax.read();
  const end = syntax.offset();
  const keyword = /\s*stream\r?\n/y;
  keyword.lastIndex = end;
  if (!isDictionary(value) || !keyword.test(text)) return { value, end: endOf(text, end, number) };
  const length = value.get('Length');
  const size = isReference(length) ? lengthOf(length.number) : numberAt(value, 'Length');
  const start = keyword.lastIndex;
  const dataEnd = start + (size ?? NaN);
  if (size === undefined || size < 0 || !/^\s*endstream/.test(text.slice(dataEnd, dataEnd + 20))) {
    const message = `The stream ${String(number)} does not end where its length says.`;
    throw new PdfError('pdf/damaged-stream', message);
  }
  const raw = bytes.subarray(start, dataEnd);
  const after = text.indexOf('endstream', dataEnd) + 'endstream'.length;
  return { value: { kind: 'stream', dictionary: value, raw }, end: endOf(text, after, number) };
}

function endOf(text: string, offset: number, number: number | undefined): number {
  const keyword = /\s*endobj\s*/y;
  keyword.lastIndex = offset;
  if (!keyword.test(text)) {
    throw new PdfError('pdf/unreadable', `The object ${String(number)} does not end with endobj.`);
  }
  return keyword.lastIndex;
}
