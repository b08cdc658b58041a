import { createTypesetter } from '../../src/text/typesetter.js';
import type { MainTypesetter } from '../../src/text/typesetter.js';
import { createFontLibrary } from '../../src/text/font-library.js';
import type { TextStyle } from '../../src/style/text-style.js';
import type { ParagraphInput, TextSpan } from '../../src/text/paragraph.js';
import { readPackageFile } from '../../src/workspace/package-file.js';

/** A typesetter with the packaged fonts. */
export function openTypesetter(): MainTypesetter {
  return createTypesetter(createFontLibrary(readPackageFile));
}

/** Twelve-point text in black. */
export const plainStyle: TextStyle = {
  size: 12,
  typeface: 'source-sans',
  weight: 400,
  italic: false,
  colour: '#000000',
  tabularFigures: false,
  underline: false,
};

/** A paragraph of one span. */
export function paragraphOf(
  text: string,
  changes: Partial<ParagraphInput> & Partial<Pick<TextSpan, 'noBreak'>> = {},
): ParagraphInput {
  const { lang = 'en', dir = 'ltr', purpose = 'body', noBreak = false } = changes;
  return { lang, dir, purpose, spans: changes.spans ?? [{ text, style: plainStyle, lang, noBreak, tag: 1 }] };
}
