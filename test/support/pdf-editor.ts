import { deflateSync, inflateSync } from 'node:zlib';
import { codesOf } from '../../src/check/pdf/font.js';
import type { PdfFont } from '../../src/check/pdf/font.js';
import { readParts } from '../../src/check/pdf/parts.js';
import { isArray, isName, isOperator, isString, openSyntax } from '../../src/check/pdf/syntax.js';

/** An object of a file that is being edited: its value in PDF syntax, and the unpacked data of a stream. */
type EditedObject = { body: string; data: string | undefined };

/** A written PDF file taken to pieces, to damage one of them and to put the rest together soundly again. */
export type PdfEditor = Readonly<{
  /** The number of the first object whose syntax the pattern finds; throws when there is none. */
  find(pattern: RegExp): number;
  /** The numbers of all objects whose syntax the pattern finds. */
  findAll(pattern: RegExp): readonly number[];
  /** The syntax of an object. */
  body(number: number): string;
  /** Replaces what the pattern finds in the syntax of the first object that has it. */
  replace(pattern: RegExp, to: string): void;
  /** Replaces what the pattern finds in the unpacked data of the first stream that has it. */
  replaceData(pattern: RegExp, to: string): void;
  /** Replaces words in the first painted array of glyphs that holds them, in codes of its font. */
  repaint(from: string, to: string): void;
  /** Adds an object and gives its number. */
  add(body: string, data?: string): number;
  set(number: number, body: string): void;
  remove(number: number): void;
  /** Replaces what the pattern finds in the trailer. */
  replaceTrailer(pattern: RegExp, to: string): void;
}>;

/** Changes a file object by object; all that is not changed stays sound, the cross-reference too. */
export function editPdf(pdf: Uint8Array, change: (editor: PdfEditor) => void): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const { objects, trailer } = takeApart(text);
  const file = { objects, trailer };
  change(openEditor(pdf, file));
  return new Uint8Array(Buffer.from(putTogether(file), 'latin1'));
}

function takeApart(text: string): { objects: Map<number, EditedObject>; trailer: string } {
  const start = text.lastIndexOf('\nxref\n') + 1;
  const rows = text.slice(start).matchAll(/^(\d{10}) \d{5} [nf] $/gm);
  const objects = new Map<number, EditedObject>();
  [...rows].forEach(([, offset], number) => {
    if (number > 0) objects.set(number, readObject(text, Number(offset)));
  });
  const trailer = /trailer\s+([^]*?)\s+startxref/.exec(text.slice(start))![1]!;
  return { objects, trailer };
}

function readObject(text: string, offset: number): EditedObject {
  const start = text.indexOf('obj', offset) + 4;
  const syntax = openSyntax(text, start);
  syntax.read();
  const body = text.slice(start, syntax.offset());
  const length = /\/Length (\d+)>>$/.exec(body)?.[1];
  if (length === undefined) return { body, data: undefined };
  const dataStart = text.indexOf('stream', syntax.offset()) + 7;
  const raw = text.slice(dataStart, dataStart + Number(length));
  const data = body.includes('/FlateDecode')
    ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
    : raw;
  return { body: body.replace(/\/Length \d+>>$/, '>>'), data };
}

function putTogether({
  objects,
  trailer,
}: Readonly<{ objects: Map<number, EditedObject>; trailer: string }>): string {
  let text = '%PDF-1.7\n%\xff\xff\xff\xff\n';
  const offsets = new Map<number, number>();
  for (const [number, { body, data }] of objects) {
    offsets.set(number, text.length);
    text += `${String(number)} 0 obj\n${data === undefined ? body : streamOf(body, data)}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const entries = trailer.replace(/\/Size \d+/, `/Size ${String(size)}`);
  return `${text}xref\n0 ${String(size)}\n${rows.join('')}trailer\n${entries}\nstartxref\n${String(text.length)}\n%%EOF\n`;
}

function streamOf(body: string, data: string): string {
  const packed = body.includes('/FlateDecode')
    ? deflateSync(Buffer.from(data, 'latin1')).toString('latin1')
    : data;
  return `${body.replace(/>>$/, `/Length ${String(packed.length)}>>`)}\nstream\n${packed}\nendstream`;
}

function openEditor(
  pdf: Uint8Array,
  file: { readonly objects: Map<number, EditedObject>; trailer: string },
): PdfEditor {
  const { objects } = file;
  const find = (pattern: RegExp): number => {
    for (const [number, { body }] of objects) if (pattern.test(body)) return number;
    throw new Error(`No object has ${String(pattern)}.`);
  };
  const findData = (pattern: RegExp): EditedObject => {
    for (const object of objects.values()) if (pattern.test(object.data ?? '')) return object;
    throw new Error(`No stream has ${String(pattern)}.`);
  };
  return {
    find,
    findAll: (pattern) => [...objects].flatMap(([number, { body }]) => (pattern.test(body) ? [number] : [])),
    body: (number) => objects.get(number)!.body,
    replace: (pattern, to) => {
      const object = objects.get(find(pattern))!;
      object.body = object.body.replace(pattern, to);
    },
    replaceData: (pattern, to) => {
      const object = findData(pattern);
      object.data = object.data!.replace(pattern, to);
    },
    repaint: (from, to) => {
      const { fonts } = readParts(pdf).pages[0]!;
      for (const object of objects.values()) {
        const painted = / Tf\n/.test(object.data ?? '')
          ? repainted(object.data!, fonts, [from, to])
          : undefined;
        if (painted === undefined) continue;
        object.data = painted;
        return;
      }
      throw new Error(`No array of glyphs paints “${from}”.`);
    },
    add: (body, data) => {
      const number = Math.max(...objects.keys()) + 1;
      objects.set(number, { body, data });
      return number;
    },
    set: (number, body) => void objects.set(number, { body, data: undefined }),
    remove: (number) => void objects.delete(number),
    replaceTrailer: (pattern, to) => {
      if (!pattern.test(file.trailer)) throw new Error(`The trailer has no ${String(pattern)}.`);
      file.trailer = file.trailer.replace(pattern, to);
    },
  };
}

/** A page's content with words replaced; undefined where they aren't painted. */
function repainted(
  content: string,
  fonts: ReadonlyMap<string, PdfFont>,
  [from, to]: readonly [string, string],
): string | undefined {
  const syntax = openSyntax(content);
  let font: PdfFont | undefined;
  let name = '';
  while (!syntax.isAtEnd()) {
    const start = syntax.offset();
    const value = syntax.read();
    if (isName(value)) name = value.name;
    if (isOperator(value) && value.name === 'Tf') font = fonts.get(name);
    if (!isArray(value) || !font?.texts) continue;
    const { texts } = font;
    const codes = value.flatMap((part) => (isString(part) ? codesOf(font!, part.bytes) : []));
    const text = codes.map((code) => texts.get(code) ?? '').join('');
    if (!text.includes(from)) continue;
    const codeOf = new Map([...texts].map(([code, character]) => [character, code]));
    const digits = Array.from(text.replace(from, to), (character) =>
      codeOf.get(character)!.toString(16).padStart(4, '0'),
    );
    return `${content.slice(0, start)}[<${digits.join('')}>]${content.slice(syntax.offset())}`;
  }
  return undefined;
}
