import type { DocumentNode, Heading, NodeId } from '../document/node.js';
import { plainText, walkDocument } from '../document/walk.js';
import type { HeadingPlace } from '../layout/page.js';
import { reference } from './file.js';
import type { ObjectNumber, PdfFile } from './file.js';
import { pdfNumber, pdfText } from './syntax.js';

type Bookmark = {
  readonly number: ObjectNumber;
  readonly level: number;
  readonly entries: string;
  kids: Bookmark[];
};

/**
 * Writes a bookmark for every heading, nested by level, and names them in the catalog.
 * @see ISO 32000-1, 12.3.3
 */
export function writeBookmarks(
  file: PdfFile,
  {
    document,
    headings,
    pages,
    pageHeight,
  }: Readonly<{
    document: DocumentNode;
    headings: readonly HeadingPlace[];
    pages: readonly ObjectNumber[];
    pageHeight: number;
  }>,
): void {
  if (headings.length === 0) return;
  const nodes = new Map<NodeId, Heading>();
  for (const node of walkDocument(document)) if (node.kind === 'heading') nodes.set(node.id, node);
  const top: Bookmark[] = [];
  const path: Bookmark[] = [];
  for (const { node, page, y } of headings) {
    const heading = nodes.get(node);
    if (heading === undefined) continue;
    const target = `[${reference(pages[page]!)}/XYZ 0 ${pdfNumber(pageHeight - y)} null]`;
    const entries = `/Title${pdfText(plainText(heading.children))}/Dest${target}`;
    const bookmark: Bookmark = { number: file.reserve(), level: heading.level, entries, kids: [] };
    while (path.length > 0 && path.at(-1)!.level >= bookmark.level) path.pop();
    (path.at(-1)?.kids ?? top).push(bookmark);
    path.push(bookmark);
  }
  const root = file.reserve();
  file.write(root, `<</Type/Outlines${kidEntries(file, root, top)}>>`);
  file.catalog.set('Outlines', reference(root));
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
