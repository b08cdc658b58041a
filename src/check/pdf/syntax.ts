import { PdfError } from './pdf-error.js';

/**
 * Reading of PDF syntax, independent of the code that writes it.
 * @see ISO 32000-1, 7.2 and 7.3
 */

/** A value as PDF writes it. Dictionaries are maps. */
export type PdfValue =
  | null
  | boolean
  | number
  | Readonly<{ kind: 'name'; name: string }>
  /** The bytes of a string, one character each. */
  | Readonly<{ kind: 'string'; bytes: string }>
  | Readonly<{ kind: 'reference'; number: number }>
  /** An operator of a content stream. */
  | Readonly<{ kind: 'operator'; name: string }>
  | PdfStream
  | readonly PdfValue[]
  | PdfDictionary;

/** A dictionary, by key without its slash. */
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** A stream before its filters are undone. */
export type PdfStream = Readonly<{ kind: 'stream'; dictionary: PdfDictionary; raw: Buffer }>;

/** Reads values one after another from a text whose characters are bytes. */
export type SyntaxReader = Readonly<{
  /** The offset of the next byte to be read. */
  offset(): number;
  /** Whether nothing but white space and comments is left. */
  isAtEnd(): boolean;
  /**
   * Reads one value, or one operator.
   * @throws {PdfError} `pdf/unreadable` when there is none
   */
  read(): PdfValue;
}>;

/** What is nested more deeply than this is no file of ours, and would exhaust the stack. */
const DEEPEST = 60;
const SLASH = 0x2f;
const PERCENT = 0x25;
const POINT = 0x2e;
const SPACE = 0x20;
const REFERENCE = /(\d{1,10}) \d{1,5} R(?![A-Za-z])/y;
const NAME = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const WORD = /[A-Za-z'"][A-Za-z0-9*'"]*/y;
const HEX_STRING = /[0-9A-Fa-f\s]*>/y;
const PLAIN_STRING = /[^()\\\r]*/y;
const ESCAPE = /\\(?:([0-7]{1,3})|(\r\n|[^]))/y;

/** Where reading has come to. */
type Cursor = { readonly source: string; place: number; depth: number };

/** Starts reading a text at an offset. */
export function openSyntax(source: string, start = 0): SyntaxReader {
  const cursor: Cursor = { source, place: start, depth: 0 };
  return {
    offset: () => cursor.place,
    isAtEnd: () => {
      skipBlank(cursor);
      return cursor.place >= source.length;
    },
    read: () => read(cursor),
  };
}

function read(cursor: Cursor): PdfValue {
  skipBlank(cursor);
  const { source, place } = cursor;
  const character = source.charCodeAt(place);
  switch (character) {
    case SLASH:
      cursor.place += 1;
      return { kind: 'name', name: unescapeName(take(cursor, NAME)![0]) };
    case 0x28: // (
      cursor.place += 1;
      return { kind: 'string', bytes: readString(cursor) };
    case 0x5b: // [
      cursor.place += 1;
      return nested(cursor, readArray);
    case 0x3c: // <
      if (source.charCodeAt(place + 1) !== 0x3c) return readHex(cursor);
      cursor.place += 2;
      return nested(cursor, readDictionary);
    default:
      return isNumberStart(character) ? readNumber(cursor, character) : readWord(cursor);
  }
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.place;
  const match = pattern.exec(cursor.source);
  if (match) cursor.place += match[0].length;
  return match;
}

function skipBlank(cursor: Cursor): void {
  const { source } = cursor;
  let { place } = cursor;
  let isComment = false;
  for (; place < source.length; place++) {
    const code = source.charCodeAt(place);
    if (isLineEnd(code)) isComment = false;
    else if (code === PERCENT) isComment = true;
    else if (!isComment && !isWhite(code)) break;
  }
  cursor.place = place;
}

function nested(cursor: Cursor, inside: (cursor: Cursor) => PdfValue): PdfValue {
  cursor.depth += 1;
  if (cursor.depth > DEEPEST) throw unreadable(cursor, 'Values are nested too deeply');
  const value = inside(cursor);
  cursor.depth -= 1;
  return value;
}

function unreadable({ place }: Cursor, what: string): PdfError {
  return new PdfError('pdf/unreadable', `${what} at byte ${String(place)}.`);
}

/** Most of a page's content is numbers, so they are read without patterns. */
function readNumber(cursor: Cursor, first: number): PdfValue {
  const { source, place } = cursor;
  const start = isDigit(first) || first === POINT ? place : place + 1;
  const whole = endOfDigits(source, start);
  if (isDigit(first) && source.charCodeAt(whole) === SPACE && isDigit(source.charCodeAt(whole + 1))) {
    const reference = take(cursor, REFERENCE);
    if (reference) return { kind: 'reference', number: Number(reference[1]) };
  }
  const hasPoint = source.charCodeAt(whole) === POINT;
  const end = hasPoint ? endOfDigits(source, whole + 1) : whole;
  if (end - start === (hasPoint ? 1 : 0)) throw unreadable(cursor, 'There is no PDF value');
  cursor.place = end;
  return Number(source.slice(place, end));
}

function endOfDigits(source: string, start: number): number {
  let place = start;
  while (isDigit(source.charCodeAt(place))) place++;
  return place;
}

function readWord(cursor: Cursor): PdfValue {
  const word = take(cursor, WORD)?.[0];
  if (word === undefined) throw unreadable(cursor, 'There is no PDF value');
  if (word === 'true' || word === 'false') return word === 'true';
  return word === 'null' ? null : { kind: 'operator', name: word };
}

function readHex(cursor: Cursor): PdfValue {
  cursor.place += 1;
  const digits = take(cursor, HEX_STRING)?.[0];
  if (digits === undefined) throw unreadable(cursor, 'A string has no end');
  return { kind: 'string', bytes: hexBytes(digits.slice(0, -1)) };
}

function readArray(cursor: Cursor): PdfValue {
  const values: PdfValue[] = [];
  for (skipBlank(cursor); cursor.source.charCodeAt(cursor.place) !== 0x5d; skipBlank(cursor)) {
    values.push(read(cursor));
  }
  cursor.place += 1;
  return values;
}

function readDictionary(cursor: Cursor): PdfValue {
  const entries = new Map<string, PdfValue>();
  for (skipBlank(cursor); !cursor.source.startsWith('>>', cursor.place); skipBlank(cursor)) {
    const key = read(cursor);
    if (!isName(key)) throw unreadable(cursor, 'A dictionary has a key that is no name');
    if (entries.has(key.name)) throw unreadable(cursor, 'A dictionary has a key twice');
    entries.set(key.name, read(cursor));
  }
  cursor.place += 2;
  return entries;
}

function readString(cursor: Cursor): string {
  let bytes = '';
  for (let open = 1; ;) {
    bytes += take(cursor, PLAIN_STRING)![0];
    const character = cursor.source[cursor.place];
    if (character === '\\') {
      const [, octal, other = ''] = take(cursor, ESCAPE) ?? [];
      bytes += octal === undefined ? unescape(other) : String.fromCharCode(parseInt(octal, 8) & 255);
      if (other === '' && octal === undefined) throw unreadable(cursor, 'A string has no end');
      continue;
    }
    if (character === undefined) throw unreadable(cursor, 'A string has no end');
    cursor.place += 1;
    if (character === '(') open += 1;
    if (character === ')' && --open === 0) return bytes;
    // A line end in a string is a line feed, however it is written.
    bytes += character === '\r' ? '\n' : character;
    if (character === '\r' && cursor.source[cursor.place] === '\n') cursor.place += 1;
  }
}

/** Reads the one value at an offset. */
export function readValue(source: string, offset = 0): PdfValue {
  return openSyntax(source, offset).read();
}

/** Whether a value is a name. */
export function isName(value: PdfValue | undefined): value is Readonly<{ kind: 'name'; name: string }> {
  return isKind(value, 'name');
}

/** Whether a value is a string. */
export function isString(value: PdfValue | undefined): value is Readonly<{ kind: 'string'; bytes: string }> {
  return isKind(value, 'string');
}

/** Whether a value is a reference to an object. */
export function isReference(
  value: PdfValue | undefined,
): value is Readonly<{ kind: 'reference'; number: number }> {
  return isKind(value, 'reference');
}

/** Whether a value is an operator. */
export function isOperator(
  value: PdfValue | undefined,
): value is Readonly<{ kind: 'operator'; name: string }> {
  return isKind(value, 'operator');
}

/** Whether a value is a stream. */
export function isStream(value: PdfValue | undefined): value is PdfStream {
  return isKind(value, 'stream');
}

/** Whether a value is an array. */
export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** Whether a value is a dictionary and not a stream. */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

function isKind(value: PdfValue | undefined, kind: string): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

function isWhite(code: number): boolean {
  return code === SPACE || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isNumberStart(code: number): boolean {
  return isDigit(code) || code === 0x2b || code === 0x2d || code === POINT;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(character: string): string {
  return /[\r\n]/.test(character) ? '' : (ESCAPES[character] ?? character);
}

function unescapeName(name: string): string {
  if (!name.includes('#')) return name;
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function hexBytes(digits: string): string {
  const compact = digits.replace(/\s/g, '');
  return Buffer.from(compact.length % 2 === 0 ? compact : `${compact}0`, 'hex').toString('latin1');
}
