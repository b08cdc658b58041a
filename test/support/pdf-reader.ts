import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import { readParts } from '../../src/check/pdf/parts.js';
import type { PdfAnnotation, PdfParts } from '../../src/check/pdf/parts.js';
import type { PdfFont } from '../../src/check/pdf/font.js';
import { readOutline } from '../../src/check/pdf/outline.js';
import type { PdfBookmark } from '../../src/check/pdf/outline.js';
import type { PdfElement, PdfKid } from '../../src/check/pdf/structure.js';
import { readXmp } from '../../src/check/pdf/xmp.js';
import type { XmpProperties } from '../../src/check/pdf/xmp.js';

/** What a person and a screen reader find in a PDF file. */
export type PdfReading = Readonly<{
  pages: readonly PdfPageReading[];
  /** The structure tree, an element a line, indented, with its attributes and the text of its own content. */
  structure: string;
  links: readonly PdfAnnotation[];
  outline: readonly PdfBookmark[];
  /** Each font once, by name. */
  fonts: readonly PdfFont[];
  info: ReadonlyMap<string, string>;
  xmp: XmpProperties | undefined;
  flags: PdfFlags;
}>;

/** One page of a file. */
export type PdfPageReading = Readonly<{
  width: number;
  height: number;
  /** Its text as pdf.js gives it, a line each. */
  lines: readonly string[];
  /** The ids of its marked content, in the order of painting. */
  mcids: readonly number[];
}>;

/** What a file declares of itself. */
export type PdfFlags = Readonly<{
  marked: boolean;
  lang: string | undefined;
  displaysTitle: boolean;
  /** The kind and the name of each output intent: `GTS_PDFA1 sRGB IEC61966-2.1`. */
  outputIntents: readonly string[];
}>;

/** Reads a PDF file back, its text through pdf.js and all else without a PDF library. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const parts = readParts(bytes);
  const texts = await readTexts(bytes);
  const fonts = new Map(
    parts.pages.flatMap((page) => [...page.fonts.values()]).map((font) => [font.name, font]),
  );
  return {
    pages: parts.pages.map(({ mediaBox, content }, index) => ({
      width: mediaBox[2]! - mediaBox[0]!,
      height: mediaBox[3]! - mediaBox[1]!,
      lines: texts[index]!.lines,
      mcids: content.marked.map(({ mcid }) => mcid),
    })),
    structure: parts.structure.roots.map((root) => printElement(root, '', { parts, texts })).join(''),
    links: parts.pages.flatMap((page) => page.annotations),
    outline: readOutline(parts),
    fonts: [...fonts.values()],
    info: parts.info,
    xmp: parts.xmp === undefined ? undefined : readXmp(parts.xmp),
    flags: readFlags(parts),
  };
}

/** The text of a page: its lines, and the text of each marked content. */
type PageText = Readonly<{ lines: readonly string[]; marked: ReadonlyMap<number, string> }>;

async function readTexts(bytes: Uint8Array): Promise<readonly PageText[]> {
  // pdf.js takes the buffer away, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const texts: PageText[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      texts.push(pageText(items));
    }
    return texts;
  } finally {
    await task.destroy();
  }
}

function pageText(items: readonly (TextItem | TextMarkedContent)[]): PageText {
  const marked = new Map<number, string>();
  const open: (number | undefined)[] = [];
  let text = '';
  for (const item of items) {
    if ('str' in item) {
      const part = item.hasEOL ? `${item.str}\n` : item.str;
      text += part;
      const mcid = open.findLast((id) => id !== undefined);
      if (mcid !== undefined) marked.set(mcid, (marked.get(mcid) ?? '') + part);
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else {
      const mcid = /_mc(\d+)$/.exec(item.id ?? '')?.[1];
      open.push(mcid === undefined ? undefined : Number(mcid));
    }
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return { lines, marked };
}

type PrintContext = Readonly<{ parts: PdfParts; texts: readonly PageText[] }>;

function printElement(element: PdfElement, indent: string, context: PrintContext): string {
  const words = [element.role];
  if (element.lang !== undefined) words.push(`lang=${element.lang}`);
  for (const [name, value] of [...element.attributes].sort()) words.push(`${name}=${value}`);
  if (element.alternative !== undefined) words.push(`alt=${JSON.stringify(element.alternative)}`);
  if (element.actualText !== undefined) words.push(`actual=${JSON.stringify(element.actualText)}`);
  const text = element.kids.map((kid) => kidText(kid, context)).join('');
  const own = text.replace(/\s+/g, ' ').trim();
  if (own !== '') words.push(JSON.stringify(own));
  for (const kid of element.kids) if (kid.kind === 'object') words.push(`→ ${printAnnotation(kid, context)}`);
  const kids = element.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
  return `${indent}${words.join(' ')}\n${kids.map((kid) => printElement(kid, `${indent}  `, context)).join('')}`;
}

function kidText(kid: PdfKid, { texts }: PrintContext): string {
  if (kid.kind !== 'content' || kid.page === undefined) return '';
  return texts[kid.page]?.marked.get(kid.mcid) ?? '';
}

function printAnnotation(kid: PdfKid & { kind: 'object' }, { parts }: PrintContext): string {
  const annotation = parts.pages[kid.page ?? 0]?.annotations.find(({ object }) => object === kid.object);
  return annotation
    ? `${annotation.uri ?? 'nowhere'} ${JSON.stringify(annotation.contents ?? '')}`
    : 'nothing';
}

function readFlags({ file, catalog }: PdfParts): PdfFlags {
  const preferences = file.dictionary(catalog.get('ViewerPreferences'));
  return {
    marked: file.resolve(file.dictionary(catalog.get('MarkInfo')).get('Marked')) === true,
    lang: file.text(catalog.get('Lang')),
    displaysTitle: file.resolve(preferences.get('DisplayDocTitle')) === true,
    outputIntents: file.list(catalog.get('OutputIntents')).map((value) => {
      const intent = file.dictionary(value);
      return `${file.name(intent.get('S')) ?? ''} ${file.text(intent.get('OutputConditionIdentifier')) ?? ''}`.trim();
    }),
  };
}
