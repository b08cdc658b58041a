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
const REFERENCE = /(\d{1,10}) \d{1,5} R(?![A-Za-z])/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const NAME = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const WORD = /[A-Za-z'"][A-Za-z0-9*'"]*/y;
const HEX_STRING = /[0-9A-Fa-f\s]*>/y;
const PLAIN_STRING = /[^()\\\r]*/y;
const ESCAPE = /\\(?:([0-7]{1,3})|(\r\n|[^]))/y;

/** Starts reading a text at an offset. */
export function openSyntax(source: string, start = 0): SyntaxReader {
  let place = start;
  let depth = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = place;
    const match = pattern.exec(source);
    if (match) place += match[0].length;
    return match;
  };

  const skipBlank = (): void => {
    for (; place < source.length; place++) {
      const code = source.charCodeAt(place);
      if (code === 0x25) while (place + 1 < source.length && !isLineEnd(source.charCodeAt(place + 1))) place++;
      else if (!isWhite(code)) return;
    }
  };

  const nested = <Value>(read: () => Value): Value => {
    depth += 1;
    if (depth > DEEPEST) throw new PdfError('pdf/unreadable', `Values are nested too deeply at byte ${String(place)}.`);
    const value = read();
    depth -= 1;
    return value;
  };

  const read = (): PdfValue => {
    skipBlank();
    const character = source.charCodeAt(place);
    switch (character) {
      case 0x2f: // A slash.
        place += 1;
        return { kind: 'name', name: unescapeName(take(NAME)![0]) };
      case 0x28: // (
        place += 1;
        return { kind: 'string', bytes: readString() };
      case 0x5b: // [
        place += 1;
        return nested(readArray);
      case 0x3c: // <
        if (source.charCodeAt(place + 1) !== 0x3c) return readHex();
        place += 2;
        return nested(readDictionary);
      default:
        return isNumberStart(character) ? readNumber(character) : readWord();
    }
  };

  const fail = (): never => {
    throw new PdfError('pdf/unreadable', `There is no PDF value at byte ${String(place)}.`);
  };

  const readNumber = (first: number): PdfValue => {
    const reference = isDigit(first) ? take(REFERENCE) : null;
    if (reference) return { kind: 'reference', number: Number(reference[1]) };
    return Number((take(NUMBER) ?? fail())[0]);
  };

  const readWord = (): PdfValue => {
    const [word] = take(WORD) ?? fail();
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { kind: 'operator', name: word };
  };

  const readHex = (): PdfValue => {
    place += 1;
    const [digits] = take(HEX_STRING) ?? fail();
    return { kind: 'string', bytes: hexBytes(digits.slice(0, -1)) };
  };

  const readArray = (): PdfValue => {
    const values: PdfValue[] = [];
    for (skipBlank(); source.charCodeAt(place) !== 0x5d; skipBlank()) values.push(read());
    place += 1;
    return values;
  };

  const readDictionary = (): PdfValue => {
    const entries = new Map<string, PdfValue>();
    for (skipBlank(); !source.startsWith('>>', place); skipBlank()) {
      const key = read();
      if (!isName(key)) throw new PdfError('pdf/unreadable', `A dictionary has a key that is no name at byte ${String(place)}.`);
      if (entries.has(key.name)) throw new PdfError('pdf/unreadable', `A dictionary has two entries /${key.name}.`);
      entries.set(key.name, read());
    }
    place += 2;
    return entries;
  };

  const readString = (): string => {
    let bytes = '';
    for (let open = 1; ;) {
      bytes += take(PLAIN_STRING)![0];
      const character = source[place];
      if (character === undefined) throw new PdfError('pdf/unreadable', 'A string has no end.');
      if (character === '\\') {
        const [, octal, other] = take(ESCAPE) ?? fail();
        bytes += octal === undefined ? unescape(other!) : String.fromCharCode(parseInt(octal, 8) & 255);
        continue;
      }
      place += 1;
      if (character === '(') open += 1;
      if (character === ')' && --open === 0) return bytes;
      if (character === '\r') {
        // A line end in a string is a line feed, however it is written.
        bytes += '\n';
        if (source[place] === '\n') place += 1;
      } else bytes += character;
    }
  };

  return {
    offset: () => place,
    isAtEnd: () => {
      skipBlank();
      return place >= source.length;
    },
    read,
  };
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
export function isReference(value: PdfValue | undefined): value is Readonly<{ kind: 'reference'; number: number }> {
  return isKind(value, 'reference');
}

/** Whether a value is an operator. */
export function isOperator(value: PdfValue | undefined): value is Readonly<{ kind: 'operator'; name: string }> {
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
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isNumberStart(code: number): boolean {
  return isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e;
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
