import { readParts } from '../../src/check/pdf/parts.js';
import type { PdfFile } from '../../src/check/pdf/objects.js';
import { isReference } from '../../src/check/pdf/syntax.js';
import type { PdfValue } from '../../src/check/pdf/syntax.js';

/** UTF-16 text among the operators of a page: what a stretch of it is read as. */
const ACTUAL_TEXT = /<feff((?:[0-9a-f]{4})*)>/gi;

/**
 * Every text of a file, wherever a reader may come across it: text strings of all objects, what each character code
 * stands for, what stretches of pages are read as, and the metadata.
 */
export function everyText(bytes: Uint8Array): readonly string[] {
  const { file, pages, xmp = '' } = readParts(bytes);
  const texts = [xmp];
  for (const object of file.objects.values()) collect(file, object, texts);
  for (const { dictionary, fonts } of pages) {
    for (const font of fonts.values()) texts.push(...(font.texts?.values() ?? []));
    for (const stream of file.list(dictionary.get('Contents'))) {
      const operators = file.data(stream)?.toString('latin1') ?? '';
      texts.push(...Array.from(operators.matchAll(ACTUAL_TEXT), ([, digits]) => fromUtf16(digits!)));
    }
  }
  return texts;
}

function collect(file: PdfFile, value: PdfValue, texts: string[]): void {
  // What a reference leads to is visited by itself.
  if (isReference(value)) return;
  const text = file.text(value);
  if (text !== undefined) texts.push(text);
  else if (Array.isArray(value)) value.forEach((each: PdfValue) => collect(file, each, texts));
  else file.dictionary(value).forEach((each) => collect(file, each, texts));
}

function fromUtf16(digits: string): string {
  return digits.replace(/..../g, (unit) => String.fromCharCode(parseInt(unit, 16)));
}
