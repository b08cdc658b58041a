import { plainText, walkDocument } from '../document/walk.js';
import type { LaidOutDocument } from '../layout/page.js';
import { reference } from './file.js';
import type { ObjectNumber, PdfFile } from './file.js';
import { pdfNumber, pdfText } from './syntax.js';

type Bookmark = {
  readonly number: ObjectNumber;
  readonly level: number;
  readonly entries: string;
  kids: Bookmark[];
};

/** A document in a file, for its bookmarks: `pages` are the object numbers of its own pages. */
export type BookmarkedDocument = Pick<LaidOutDocument, 'document' | 'headings'> &
  Readonly<{ pages: readonly ObjectNumber[]; pageHeight: number }>;

/**
 * Writes a bookmark for every heading of every document, nested by level, and names them in the catalog.
 * @see ISO 32000-1, 12.3.3
 */
export function writeBookmarks(file: PdfFile, documents: readonly BookmarkedDocument[]): void {
  const top = documents.flatMap((each) => bookmarksOf(file, each));
  if (top.length === 0) return;
  const root = file.reserve();
  file.write(root, `<</Type/Outlines${kidEntries(file, root, top)}>>`);
  file.catalog.set('Outlines', reference(root));
}

function bookmarksOf(
  file: PdfFile,
  { document, headings, pages, pageHeight }: BookmarkedDocument,
): readonly Bookmark[] {
  const top: Bookmark[] = [];
  const path: Bookmark[] = [];
  for (const node of walkDocument(document)) {
    const place = headings.get(node.id);
    if (place === undefined || node.kind !== 'heading') continue;
    const target = `[${reference(pages[place.page]!)}/XYZ 0 ${pdfNumber(pageHeight - place.y)} null]`;
    const entries = `/Title${pdfText(plainText(node.children))}/Dest${target}`;
    const bookmark: Bookmark = { number: file.reserve(), level: node.level, entries, kids: [] };
    while (path.length > 0 && path.at(-1)!.level >= bookmark.level) path.pop();
    (path.at(-1)?.kids ?? top).push(bookmark);
    path.push(bookmark);
  }
  return top;
}

/** Writes the bookmarks under a parent, and gives the parent's entries about them. */
function kidEntries(file: PdfFile, parent: ObjectNumber, bookmarks: readonly Bookmark[]): string {
  if (bookmarks.length === 0) return '';
  for (const [index, { number, entries, kids }] of bookmarks.entries()) {
    const previous = index === 0 ? '' : `/Prev ${reference(bookmarks[index - 1]!.number)}`;
    const next = index === bookmarks.length - 1 ? '' : `/Next ${reference(bookmarks[index + 1]!.number)}`;
    file.write(
      number,
      `<<${entries}/Parent ${reference(parent)}${previous}${next}${kidEntries(file, number, kids)}>>`,
    );
  }
  const first = reference(bookmarks[0]!.number);
  return `/First ${first}/Last ${reference(bookmarks.at(-1)!.number)}/Count ${countAll(bookmarks)}`;
}

function countAll(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, { kids }) => sum + 1 + countAll(kids), 0);
}
