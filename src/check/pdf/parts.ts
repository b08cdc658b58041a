import { readPageContent } from './content.js';
import type { PageContent } from './content.js';
import { readFont } from './font.js';
import type { PdfFont } from './font.js';
import { openPdf } from './objects.js';
import type { PdfFile } from './objects.js';
import { readStructure } from './structure.js';
import type { PdfStructure } from './structure.js';
import { isReference } from './syntax.js';
import type { PdfDictionary, PdfValue } from './syntax.js';

/** An annotation on a page. */
export type PdfAnnotation = Readonly<{
  /** The number of its object; 0 when it stands directly in the page. */
  object: number;
  page: number;
  type: string;
  contents: string | undefined;
  uri: string | undefined;
  structParent: number | undefined;
  /** The bits of /F. */
  flags: number;
  /** Left, bottom, right and top. */
  rectangle: readonly number[];
}>;

/** A page of a file. */
export type PdfPage = Readonly<{
  dictionary: PdfDictionary;
  /** Left, bottom, right and top. */
  mediaBox: readonly number[];
  structParents: number | undefined;
  tabs: string | undefined;
  content: PageContent;
  annotations: readonly PdfAnnotation[];
  /** By the name of the resource. */
  fonts: ReadonlyMap<string, PdfFont>;
}>;

/** A PDF file as its parts, read without any PDF library. */
export type PdfParts = Readonly<{
  file: PdfFile;
  catalog: PdfDictionary;
  pages: readonly PdfPage[];
  /** The index of each page by its object. */
  pageOf: ReadonlyMap<number, number>;
  structure: PdfStructure;
  /** The entries of /Info as text. */
  info: ReadonlyMap<string, string>;
  /** The XMP packet; undefined when there is none. */
  xmp: string | undefined;
}>;

/**
 * Reads a PDF file into its parts.
 * @throws {PdfError} when it is damaged so that it can't be read
 */
export function readParts(bytes: Uint8Array): PdfParts {
  const file = openPdf(bytes);
  const catalog = file.dictionary(file.trailer.get('Root'));
  const references = pageReferences(file, catalog.get('Pages'), new Set());
  const pageOf = new Map(
    references.map((reference, index) => [isReference(reference) ? reference.number : -1, index]),
  );
  const info = [...file.dictionary(file.trailer.get('Info'))].map(
    ([key, value]) => [key, file.text(value) ?? ''] as const,
  );
  const fontOf = openFonts(file);
  return {
    file,
    catalog,
    pages: references.map((reference, index) =>
      readPage(file.dictionary(reference), { file, index, fontOf }),
    ),
    pageOf,
    structure: readStructure(file, pageOf),
    info: new Map(info),
    xmp: file.data(catalog.get('Metadata'))?.toString('utf8'),
  };
}

/** @see ISO 32000-1, 7.7.3 */
function pageReferences(
  file: PdfFile,
  node: PdfValue | undefined,
  met: Set<PdfDictionary>,
): readonly PdfValue[] {
  const dictionary = file.dictionary(node);
  if (met.has(dictionary)) return [];
  met.add(dictionary);
  if (file.name(dictionary.get('Type')) === 'Page') return [node!];
  return file.list(dictionary.get('Kids')).flatMap((kid) => pageReferences(file, kid, met));
}

type FontReader = (value: PdfValue) => PdfFont;

/** Reads each font once, however many pages share it. */
function openFonts(file: PdfFile): FontReader {
  const known = new Map<PdfDictionary, PdfFont>();
  return (value) => {
    const dictionary = file.dictionary(value);
    const font = known.get(dictionary) ?? readFont(file, dictionary);
    known.set(dictionary, font);
    return font;
  };
}

type PageReading = Readonly<{ file: PdfFile; index: number; fontOf: FontReader }>;

function readPage(dictionary: PdfDictionary, { file, index, fontOf }: PageReading): PdfPage {
  const resources = file.dictionary(inherited(file, dictionary, 'Resources'));
  const entries = file.dictionary(resources.get('Font'));
  const fonts = new Map([...entries].map(([name, font]) => [name, fontOf(font)]));
  return {
    dictionary,
    mediaBox: numbersOf(file, inherited(file, dictionary, 'MediaBox')),
    structParents: file.number(dictionary.get('StructParents')),
    tabs: file.name(dictionary.get('Tabs')),
    content: readPageContent(file, dictionary.get('Contents'), {
      fonts,
      pictures: file.dictionary(resources.get('XObject')),
      properties: file.dictionary(resources.get('Properties')),
    }),
    annotations: file
      .list(dictionary.get('Annots'))
      .map((annotation) => readAnnotation(file, annotation, index)),
    fonts,
  };
}

function inherited(file: PdfFile, page: PdfDictionary, key: string): PdfValue | undefined {
  let node = page;
  for (let step = 0; step < 20 && !node.has(key) && node.has('Parent'); step++)
    node = file.dictionary(node.get('Parent'));
  return node.get(key);
}

function readAnnotation(file: PdfFile, value: PdfValue, page: number): PdfAnnotation {
  const dictionary = file.dictionary(value);
  return {
    object: isReference(value) ? value.number : 0,
    page,
    type: file.name(dictionary.get('Subtype')) ?? '',
    contents: file.text(dictionary.get('Contents')),
    uri: file.text(file.dictionary(dictionary.get('A')).get('URI')),
    structParent: file.number(dictionary.get('StructParent')),
    flags: file.number(dictionary.get('F')) ?? 0,
    rectangle: numbersOf(file, dictionary.get('Rect')),
  };
}

function numbersOf(file: PdfFile, value: PdfValue | undefined): readonly number[] {
  return file.list(value).map((side) => file.number(side) ?? Number.NaN);
}
