import { PdfError } from './pdf-error.js';
import { numberAt, readCrossReferences, readObject } from './cross-reference.js';
import type { Entry, PlacedObject, Source } from './cross-reference.js';
import { streamData } from './stream.js';
import { isArray, isDictionary, isName, isReference, isStream, isString, readValue } from './syntax.js';
import type { PdfDictionary, PdfValue } from './syntax.js';

/** The objects of a PDF file, read by following its cross-reference as a reader would. */
export type PdfFile = Readonly<{
  trailer: PdfDictionary;
  /** Every object in use, by number. */
  objects: ReadonlyMap<number, PdfValue>;
  /** The offsets of stretches that belong to no object, from the first object to the cross-reference. */
  gaps: readonly number[];
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

const MOST_STEPS = 20;
const NO_ENTRIES: PdfDictionary = new Map();

/**
 * Reads a PDF file's objects. Nothing is repaired: a file that other programs would mend is told as damaged.
 * @throws {PdfError} when an object isn't where the cross-reference says, or can't be read
 */
export function openPdf(file: Uint8Array): PdfFile {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const source: Source = { bytes, text: bytes.toString('latin1') };
  if (!/^%PDF-1\.[0-7][\r\n]/.test(source.text)) {
    throw new PdfError('pdf/unreadable', 'The file does not begin as a PDF file of version 1 does.');
  }
  const { entries, trailer, sections } = readCrossReferences(source);
  const objects = new Map<number, PdfValue>();
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null;
    for (let step = 0; step < MOST_STEPS && isReference(current); step++)
      current = objects.get(current.number) ?? null;
    return isReference(current) ? null : current;
  };
  const lengthOf = lengthFinder(source, entries);
  const spans: (readonly [start: number, end: number])[] = [];
  for (const [number, entry] of entries) {
    if (entry.kind !== 'offset') continue;
    const { value, end }: PlacedObject = readObject(source, { number, offset: entry.offset, lengthOf });
    objects.set(number, value);
    spans.push([entry.offset, end]);
  }
  readPackedObjects(entries, objects, resolve);
  return { trailer, objects, gaps: findGaps(spans, sections), resolve, ...readers(resolve) };
}

/** Finds the length of a stream that stands in an object of its own, which may come after the stream. */
function lengthFinder(
  source: Source,
  entries: ReadonlyMap<number, Entry>,
): (reference: number) => number | undefined {
  return (reference) => {
    const entry = entries.get(reference);
    if (entry?.kind !== 'offset') return undefined;
    const place = { number: reference, offset: entry.offset, lengthOf: () => undefined };
    const { value } = readObject(source, place);
    return typeof value === 'number' ? value : undefined;
  };
}

/** @see ISO 32000-1, 7.5.7 */
function readPackedObjects(
  entries: ReadonlyMap<number, Entry>,
  objects: Map<number, PdfValue>,
  resolve: PdfFile['resolve'],
): void {
  const texts = new Map<number, string>();
  for (const [number, entry] of entries) {
    if (entry.kind !== 'packed') continue;
    const stream = resolve(objects.get(entry.stream));
    const missing = new PdfError(
      'pdf/cross-reference',
      `Object ${String(number)} is not in the stream that should hold it.`,
    );
    if (!isStream(stream)) throw missing;
    const text = texts.get(entry.stream) ?? streamData(stream, resolve).toString('latin1');
    texts.set(entry.stream, text);
    const first = numberAt(stream.dictionary, 'First') ?? 0;
    const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
    const offset = heads[entry.index * 2 + 1];
    if (heads[entry.index * 2] !== number || offset === undefined) throw missing;
    objects.set(number, readValue(text, first + offset));
  }
}

/** Where an object ends and neither another one nor the cross-reference begins. */
function findGaps(
  spans: readonly (readonly [start: number, end: number])[],
  sections: readonly number[],
): readonly number[] {
  const starts = new Set([...spans.map(([start]) => start), ...sections]);
  return spans.flatMap(([, end]) => (starts.has(end) ? [] : [end]));
}

type Readers = Omit<PdfFile, 'trailer' | 'objects' | 'gaps' | 'resolve'>;

function readers(resolve: PdfFile['resolve']): Readers {
  return {
    dictionary: (value) => {
      const found = resolve(value);
      if (isStream(found)) return found.dictionary;
      return isDictionary(found) ? found : NO_ENTRIES;
    },
    list: (value) => {
      const found = resolve(value);
      if (found === null) return [];
      return isArray(found) ? found : [value!];
    },
    name: (value) => {
      const found = resolve(value);
      return isName(found) ? found.name : undefined;
    },
    number: (value) => {
      const found = resolve(value);
      return typeof found === 'number' ? found : undefined;
    },
    text: (value) => {
      const found = resolve(value);
      return isString(found) ? decodeText(found.bytes) : undefined;
    },
    data: (value) => {
      const found = resolve(value);
      return isStream(found) ? streamData(found, resolve) : undefined;
    },
  };
}

/** @see ISO 32000-1, 7.9.2.2; a text string without a mark is in PDFDocEncoding, of which handouts use what is ASCII. */
function decodeText(bytes: string): string {
  if (bytes.startsWith('\xfe\xff')) return utf16Text(bytes.slice(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes, 'latin1').subarray(3).toString('utf8');
  return bytes;
}

/** Decodes UTF-16BE whose bytes are characters; an odd byte at the end is left out. */
export function utf16Text(bytes: string): string {
  let text = '';
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    text += String.fromCharCode((bytes.charCodeAt(index) << 8) | bytes.charCodeAt(index + 1));
  }
  return text;
}
