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

/** The number that a dictionary has directly under a key. */
export function numberAt(dictionary: PdfDictionary, key: string): number | undefined {
  const value = dictionary.get(key);
  return typeof value === 'number' ? value : undefined;
}

type Read = Readonly<{ value: PdfValue; end: number }>;

const BLANK = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const REFERENCE = /(\d+) \d+ R(?![A-Za-z])/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const WORD = /[A-Za-z'"*][A-Za-z0-9*'"]*/y;
const HEX_STRING = /<([0-9A-Fa-f\s]*)>/y;

/**
 * Reads one value, or one operator, at an offset of a text whose characters are bytes.
 * @throws Error when there is none
 */
export function readPdfSyntax(source: string, offset: number): Read {
  const start = skipBlank(source, offset);
  if (source.startsWith('<<', start)) return readDictionary(source, start + 2);
  const character = source[start];
  if (character === '[') return readArray(source, start + 1);
  if (character === '(') return readString(source, start + 1);
  const name = matchAt(NAME, source, start);
  if (name) return { value: { kind: 'name', name: unescapeName(name[1]!) }, end: start + name[0].length };
  const hex = matchAt(HEX_STRING, source, start);
  if (hex) return { value: { kind: 'string', bytes: hexBytes(hex[1]!) }, end: start + hex[0].length };
  const reference = matchAt(REFERENCE, source, start);
  if (reference) {
    return { value: { kind: 'reference', number: Number(reference[1]) }, end: start + reference[0].length };
  }
  const number = matchAt(NUMBER, source, start);
  if (number) return { value: Number(number[0]), end: start + number[0].length };
  const word = matchAt(WORD, source, start);
  if (word) return { value: wordValue(word[0]), end: start + word[0].length };
  throw new Error(
    `There is no PDF value at byte ${String(start)}: ${JSON.stringify(source.slice(start, start + 20))}.`,
  );
}

/** The offset of the next character that is neither white space nor part of a comment. */
export function skipBlank(source: string, offset: number): number {
  return offset + (matchAt(BLANK, source, offset)?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, source: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(source);
}

function wordValue(word: string): PdfValue {
  if (word === 'true' || word === 'false') return word === 'true';
  return word === 'null' ? null : { kind: 'operator', name: word };
}

function readArray(source: string, start: number): Read {
  const values: PdfValue[] = [];
  let offset = skipBlank(source, start);
  while (source[offset] !== ']') {
    const { value, end } = readPdfSyntax(source, offset);
    values.push(value);
    offset = skipBlank(source, end);
  }
  return { value: values, end: offset + 1 };
}

function readDictionary(source: string, start: number): Read {
  const entries = new Map<string, PdfValue>();
  let offset = skipBlank(source, start);
  while (!source.startsWith('>>', offset)) {
    const key = readPdfSyntax(source, offset);
    if (typeof key.value !== 'object' || !key.value || !('kind' in key.value) || key.value.kind !== 'name') {
      throw new Error(`The dictionary has a key that is no name at byte ${String(offset)}.`);
    }
    const entry = readPdfSyntax(source, key.end);
    if (entries.has(key.value.name)) throw new Error(`The dictionary has two entries ${key.value.name}.`);
    entries.set(key.value.name, entry.value);
    offset = skipBlank(source, entry.end);
  }
  return { value: entries, end: offset + 2 };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readString(source: string, start: number): Read {
  let bytes = '';
  let depth = 1;
  let offset = start;
  for (; offset < source.length; offset++) {
    const character = source[offset]!;
    if (character === '\\') {
      const escape = /\\(?:([0-7]{1,3})|(\r\n|[^]))/y;
      const match = matchAt(escape, source, offset)!;
      bytes += match[1] ? String.fromCharCode(parseInt(match[1], 8) & 255) : unescape(match[2]!);
      offset += match[0].length - 1;
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')' && --depth === 0) return { value: { kind: 'string', bytes }, end: offset + 1 };
    bytes += character;
  }
  throw new Error(`The string at byte ${String(start)} has no end.`);
}

function unescape(character: string): string {
  return /[\r\n]/.test(character) ? '' : (ESCAPES[character] ?? character);
}

function unescapeName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function hexBytes(digits: string): string {
  const compact = digits.replace(/\s/g, '');
  return Buffer.from(compact.length % 2 === 0 ? compact : `${compact}0`, 'hex').toString('latin1');
}
