import type { PdfParts } from './pdf-document.js';
import { isReference } from './pdf-objects.js';
import type { PdfFile } from './pdf-objects.js';
import type { PdfDictionary, PdfValue } from './pdf-syntax.js';

/** A bookmark. */
export type PdfBookmark = Readonly<{
  title: string;
  /** The index of the page it goes to; undefined when it goes nowhere. */
  page: number | undefined;
  children: readonly PdfBookmark[];
}>;

/** Reads the bookmarks of a file. */
export function readOutline({ file, catalog, pageOf }: PdfParts): readonly PdfBookmark[] {
  return readSiblings(file, file.dictionary(catalog.get('Outlines')), pageOf);
}

/** What is wrong with the bookmarks, as sentences. */
export function outlineFaults(parts: PdfParts): readonly string[] {
  const visit = (bookmark: PdfBookmark): readonly string[] => [
    ...(bookmark.page === undefined ? [`The bookmark “${bookmark.title}” goes to no page.`] : []),
    ...(bookmark.title.trim() === '' ? ['A bookmark has no title.'] : []),
    ...bookmark.children.flatMap(visit),
  ];
  return readOutline(parts).flatMap(visit);
}

function readSiblings(
  file: PdfFile,
  parent: PdfDictionary,
  pageOf: ReadonlyMap<number, number>,
): readonly PdfBookmark[] {
  const bookmarks: PdfBookmark[] = [];
  let item = parent.get('First');
  for (let step = 0; step < 1_000 && item !== undefined; step++) {
    const dictionary = file.dictionary(item);
    const page = destinationPage(file, dictionary);
    bookmarks.push({
      title: file.text(dictionary.get('Title')) ?? '',
      page: isReference(page) ? pageOf.get(page.number) : undefined,
      children: readSiblings(file, dictionary, pageOf),
    });
    item = dictionary.get('Next');
  }
  return bookmarks;
}

function destinationPage(file: PdfFile, item: PdfDictionary): PdfValue | undefined {
  const destination = file.resolve(item.get('Dest') ?? file.dictionary(item.get('A')).get('D'));
  return Array.isArray(destination) ? (destination as readonly PdfValue[])[0] : undefined;
}
