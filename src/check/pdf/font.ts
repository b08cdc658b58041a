import type { PdfFile } from './objects.js';
import { utf16Text } from './objects.js';
import { PdfError } from './pdf-error.js';
import { isArray, isString, openSyntax } from './syntax.js';
import type { PdfDictionary, PdfValue } from './syntax.js';

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
export function codesOf({ codeLength }: PdfFont, shown: string): readonly number[] {
  const codes: number[] = [];
  if (codeLength === 1)
    for (let index = 0; index < shown.length; index++) codes.push(shown.charCodeAt(index));
  else {
    for (let index = 0; index + 1 < shown.length; index += 2)
      codes.push((shown.charCodeAt(index) << 8) | shown.charCodeAt(index + 1));
  }
  return codes;
}

const MOST_CODES = 0x10000;

/**
 * Reads the mappings of a ToUnicode CMap.
 * @see ISO 32000-1, 9.10.3
 */
function readCodeMap(source: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, body = ''] of source.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    const values = valuesOf(body);
    for (let index = 0; index + 1 < values.length; index += 2) {
      texts.set(codeOf(values[index]), textOf(values[index + 1]));
    }
  }
  for (const [, body = ''] of source.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    const values = valuesOf(body);
    for (let index = 0; index + 2 < values.length; index += 3)
      readRange(values.slice(index, index + 3), texts);
  }
  return texts;
}

function readRange([first, last, target]: readonly PdfValue[], texts: Map<number, string>): void {
  const start = codeOf(first);
  const end = Math.min(codeOf(last), start + MOST_CODES);
  for (let code = start; code <= end; code++) {
    if (isArray(target)) texts.set(code, textOf(target[code - start]));
    else texts.set(code, stepped(textOf(target), code - start));
  }
}

/** The text of a later code of a range: its last character moved on. */
function stepped(text: string, steps: number): string {
  if (steps === 0) return text;
  const characters = [...text];
  const last = (characters.pop()?.codePointAt(0) ?? 0) + steps;
  return last > 0x10ffff ? '' : characters.join('') + String.fromCodePoint(last);
}

function valuesOf(body: string): readonly PdfValue[] {
  const values: PdfValue[] = [];
  const syntax = openSyntax(body);
  while (!syntax.isAtEnd()) values.push(syntax.read());
  return values;
}

function codeOf(value: PdfValue | undefined): number {
  let code = 0;
  for (const byte of bytesOf(value)) code = code * 256 + byte.charCodeAt(0);
  return code;
}

function textOf(value: PdfValue | undefined): string {
  return utf16Text(bytesOf(value));
}

function bytesOf(value: PdfValue | undefined): string {
  if (isString(value)) return value.bytes;
  throw new PdfError('pdf/unreadable', 'A map of character codes maps what is no string.');
}
