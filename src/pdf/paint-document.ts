import type { NodeId } from '../document/node.js';
import type { LaidOutDocument } from '../layout/page.js';
import type { PdfFile } from './file.js';
import { findLinkAnnotations } from './link.js';
import type { LinkAnnotation } from './link.js';
import { paintPage } from './page-content.js';
import type { PageContent, PagePainting } from './page-content.js';
import { buildStructure } from './structure.js';
import type { StructureTree } from './structure.js';

/** A document as painted: the operators of each page, and the structure that names what they show. */
export type PaintedDocument = Readonly<{
  contents: readonly PageContent[];
  annotations: readonly LinkAnnotation[];
  structure: StructureTree;
}>;

/** Where a document stands in its file: alone, or as a part that begins at a page, counted from 0. */
export type PlaceInFile = Readonly<{ role: 'Document' | 'Part'; lang?: string; firstPage: number }>;

/** Paints every page of a document and builds its structure tree. Nothing is written yet. */
export function paintDocument(
  file: PdfFile,
  { document, pages }: LaidOutDocument,
  { firstPage, role, lang, ...painting }: PagePainting & PlaceInFile,
): PaintedDocument {
  const contents = pages.map((page, index) => paintPage(page, firstPage + index, painting));
  const areas = contents.flatMap((content) => content.areas);
  const annotations = findLinkAnnotations(file, document, areas);
  const links = new Map<NodeId, LinkAnnotation[]>();
  for (const each of annotations) links.set(each.link.id, [...(links.get(each.link.id) ?? []), each]);
  const marked = contents.flatMap((content) => content.marked);
  // Only the pages of a booklet don't stand in the order in which they are read.
  marked.sort((one, other) => one.leaf - other.leaf);
  const pageHeight = pages[0]?.size.height ?? 0;
  const structure = buildStructure(file, { document, role, lang, marked, areas, pageHeight, links });
  return { contents, annotations, structure };
}
