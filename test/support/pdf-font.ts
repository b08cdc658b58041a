import type { PdfFile } from './pdf-objects.js';
import type { PdfDictionary } from './pdf-syntax.js';
import { readPdfSyntax, skipBlank } from './pdf-syntax.js';

/** A font of a PDF file. */
export type PdfFont = Readonly<{
  name: string;
  type: string;
  isEmbedded: boolean;
  /** The text of each code, from /ToUnicode; undefined when the font has none. */
  texts: ReadonlyMap<number, string> | undefined;
  /** How many bytes a code has. */
  codeLength: 1 | 2;
}>;

/** Reads a font dictionary. */
export function readFont(file: PdfFile, font: PdfDictionary): PdfFont {
  const type = file.name(font.get('Subtype')) ?? '';
  const descendant = file.dictionary(file.list(font.get('DescendantFonts'))[0]);
  const descriptor = file.dictionary((type === 'Type0' ? descendant : font).get('FontDescriptor'));
  const program = ['FontFile', 'FontFile2', 'FontFile3']
    .map((key) => file.data(descriptor.get(key)))
    .find(Boolean);
  const codeMap = file.data(font.get('ToUnicode'))?.toString('latin1');
  return {
    name: file.name(font.get('BaseFont')) ?? '',
    type,
    isEmbedded: type === 'Type3' || (program !== undefined && program.length > 0),
    texts: codeMap === undefined ? undefined : readCodeMap(codeMap),
    codeLength: type === 'Type0' ? 2 : 1,
  };
}

/** The codes of a shown string. */
export function codesOf(font: PdfFont, shown: string): readonly number[] {
  const bytes = Buffer.from(shown, 'latin1');
  if (font.codeLength === 1) return [...bytes];
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2));
}

/**
 * Reads the mappings of a ToUnicode CMap.
 * @see ISO 32000-1, 9.10.3
 */
function readCodeMap(source: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, body = ''] of source.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    const values = stringsOf(body);
    for (let index = 0; index + 1 < values.length; index += 2) {
      texts.set(codeOf(values[index]), textOf(values[index + 1]));
    }
  }
  for (const [, body = ''] of source.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    const values = stringsOf(body);
    for (let index = 0; index + 2 < values.length; index += 3)
      readRange(values.slice(index, index + 3), texts);
  }
  return texts;
}

type MapValue = string | readonly string[];

function readRange([first, last, target]: readonly MapValue[], texts: Map<number, string>): void {
  const start = codeOf(first);
  for (let code = start; code <= codeOf(last); code++) {
    if (Array.isArray(target)) texts.set(code, textOf(target[code - start] as string | undefined));
    else texts.set(code, stepped(textOf(target), code - start));
  }
}

/** The text of a later code of a range: its last character moved on. */
function stepped(text: string, steps: number): string {
  const characters = [...text];
  const last = characters.pop() ?? '';
  return characters.join('') + String.fromCodePoint((last.codePointAt(0) ?? 0) + steps);
}

function stringsOf(body: string): readonly MapValue[] {
  const values: MapValue[] = [];
  for (let offset = skipBlank(body, 0); offset < body.length;) {
    const { value, end } = readPdfSyntax(body, offset);
    if (Array.isArray(value)) values.push(value.map(bytesOf));
    else values.push(bytesOf(value));
    offset = skipBlank(body, end);
  }
  return values;
}

function bytesOf(value: unknown): string {
  const isString = typeof value === 'object' && value !== null && 'bytes' in value;
  if (!isString || typeof value.bytes !== 'string') throw new Error('A CMap maps what is no string.');
  return value.bytes;
}

function codeOf(bytes: MapValue | undefined): number {
  return Number.parseInt(Buffer.from(String(bytes ?? ''), 'latin1').toString('hex') || '0', 16);
}

function textOf(bytes: MapValue | undefined): string {
  return Buffer.from(String(bytes ?? ''), 'latin1')
    .swap16()
    .toString('utf16le');
}
