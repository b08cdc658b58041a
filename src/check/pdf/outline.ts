import type { PdfFile } from './objects.js';
import type { PdfParts } from './parts.js';
import { isArray, isReference } from './syntax.js';
import type { PdfDictionary, PdfValue } from './syntax.js';

/** A bookmark. */
export type PdfBookmark = Readonly<{
  title: string;
  /** The index of the page it goes to; undefined when it goes nowhere. */
  page: number | undefined;
  children: readonly PdfBookmark[];
}>;

const MOST_SIBLINGS = 1000;
const DEEPEST = 10;

/**
 * Reads the bookmarks of a file.
 * @see ISO 32000-1, 12.3.3
 */
export function readOutline({ file, catalog, pageOf }: PdfParts): readonly PdfBookmark[] {
  return readSiblings(file.dictionary(catalog.get('Outlines')), { file, pageOf, depth: 0 });
}

type Context = Readonly<{ file: PdfFile; pageOf: ReadonlyMap<number, number>; depth: number }>;

function readSiblings(parent: PdfDictionary, context: Context): readonly PdfBookmark[] {
  const { file, pageOf, depth } = context;
  const bookmarks: PdfBookmark[] = [];
  const met = new Set<PdfDictionary>();
  let item = file.dictionary(parent.get('First'));
  while (item.size > 0 && !met.has(item) && met.size < MOST_SIBLINGS && depth < DEEPEST) {
    met.add(item);
    const page = destinationPage(file, item);
    bookmarks.push({
      title: file.text(item.get('Title')) ?? '',
      page: isReference(page) ? pageOf.get(page.number) : undefined,
      children: readSiblings(item, { ...context, depth: depth + 1 }),
    });
    item = file.dictionary(item.get('Next'));
  }
  return bookmarks;
}

function destinationPage(file: PdfFile, item: PdfDictionary): PdfValue | undefined {
  const destination = file.resolve(item.get('Dest') ?? file.dictionary(item.get('A')).get('D'));
  return isArray(destination) ? destination[0] : undefined;
}
