import { readPageContent } from './pdf-content.js';
import type { PageContent } from './pdf-content.js';
import { readFont } from './pdf-font.js';
import type { PdfFont } from './pdf-font.js';
import { isDictionary, isReference, openPdf } from './pdf-objects.js';
import type { PdfFile } from './pdf-objects.js';
import { readStructure } from './pdf-structure.js';
import type { PdfStructure } from './pdf-structure.js';
import type { PdfDictionary, PdfValue } from './pdf-syntax.js';

/** An annotation on a page. */
export type PdfAnnotation = Readonly<{
  /** The number of its object; 0 when it stands directly in the page. */
  object: number;
  page: number;
  type: string;
  contents: string | undefined;
  uri: string | undefined;
  /** Whether it goes to a place in the file. */
  isInternal: boolean;
  structParent: number | undefined;
  /** The bits of /F. */
  flags: number;
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

/** Reads a PDF file into its parts. */
export function readParts(bytes: Uint8Array): PdfParts {
  const file = openPdf(bytes);
  const catalog = file.dictionary(file.trailer.get('Root'));
  const references = pageReferences(file, catalog.get('Pages'));
  const pageOf = new Map(
    references.map((reference, index) => [isReference(reference) ? reference.number : -1, index]),
  );
  const info = [...file.dictionary(file.trailer.get('Info'))].map(
    ([key, value]) => [key, file.text(value) ?? ''] as const,
  );
  return {
    file,
    catalog,
    pages: references.map((reference, index) => readPage(file, file.dictionary(reference), index)),
    pageOf,
    structure: readStructure(file, pageOf),
    info: new Map(info),
    xmp: file.data(catalog.get('Metadata'))?.toString('utf8'),
  };
}

function pageReferences(file: PdfFile, node: PdfValue | undefined): readonly PdfValue[] {
  const dictionary = file.dictionary(node);
  if (file.name(dictionary.get('Type')) === 'Page') return [node!];
  return file.list(dictionary.get('Kids')).flatMap((kid) => pageReferences(file, kid));
}

function readPage(file: PdfFile, dictionary: PdfDictionary, index: number): PdfPage {
  const resources = file.dictionary(inherited(file, dictionary, 'Resources'));
  const fonts = file.dictionary(resources.get('Font'));
  return {
    dictionary,
    mediaBox: file
      .list(inherited(file, dictionary, 'MediaBox'))
      .map((side) => file.number(side) ?? Number.NaN),
    structParents: file.number(dictionary.get('StructParents')),
    tabs: file.name(dictionary.get('Tabs')),
    content: readPageContent(file, dictionary, resources),
    annotations: file
      .list(dictionary.get('Annots'))
      .map((annotation) => readAnnotation(file, annotation, index)),
    fonts: new Map([...fonts].map(([name, font]) => [name, readFont(file, file.dictionary(font))])),
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
  const action = file.dictionary(dictionary.get('A'));
  return {
    object: isReference(value) ? value.number : 0,
    page,
    type: file.name(dictionary.get('Subtype')) ?? '',
    contents: file.text(dictionary.get('Contents')),
    uri: file.text(action.get('URI')),
    isInternal: dictionary.has('Dest') || file.name(action.get('S')) === 'GoTo',
    structParent: file.number(dictionary.get('StructParent')),
    flags: file.number(dictionary.get('F')) ?? 0,
    rectangle: file.list(dictionary.get('Rect')).map((side) => file.number(side) ?? Number.NaN),
  };
}

/** Every dictionary of a file, those inside others included. */
export function everyDictionary(file: PdfFile): readonly PdfDictionary[] {
  const found: PdfDictionary[] = [];
  const visit = (value: PdfValue): void => {
    if (Array.isArray(value)) for (const part of value as readonly PdfValue[]) visit(part);
    else if (isDictionary(value)) {
      found.push(value);
      for (const part of value.values()) visit(part);
    } else if (typeof value === 'object' && value && 'kind' in value && value.kind === 'stream')
      visit(value.dictionary);
  };
  for (const value of file.objects.values()) visit(value);
  return found;
}
