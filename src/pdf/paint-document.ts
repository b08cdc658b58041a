import type { NodeId } from '../document/node.js';
import type { LaidOutDocument } from '../layout/page.js';
import type { PdfFile } from './file.js';
import { findLinkAnnotations } from './link.js';
import type { LinkAnnotation } from './link.js';
import { paintPage } from './page-content.js';
import type { PageContent, Painters } from './page-content.js';
import { repeatPage } from './repeat-page.js';
import type { PaintedPage } from './repeat-page.js';
import { buildStructure } from './structure.js';
import type { StructureTree } from './structure.js';

/** A document as painted: the operators of each page, and the structure that names what they show. */
export type PaintedDocument = Readonly<{
  contents: readonly PageContent[];
  annotations: readonly LinkAnnotation[];
  structure: StructureTree;
}>;

/** What a document is painted with. */
export type Painting = Readonly<{
  painters: Painters;
  /** The pages of the general handout, some of which may be taken as they are. */
  general?: readonly PaintedPage[];
}>;

/** Paints every page of a document and builds its structure tree. Nothing is written yet. */
export function paintDocument(
  file: PdfFile,
  { document, pages }: LaidOutDocument,
  { painters, general = [] }: Painting,
): PaintedDocument {
  const contents = pages.map(
    (page, index) => repeatPage(page, general[index]) ?? paintPage(page, index, painters),
  );
  const areas = contents.flatMap((content) => content.areas);
  const annotations = findLinkAnnotations(file, document, areas);
  const links = new Map<NodeId, LinkAnnotation[]>();
  for (const each of annotations) links.set(each.link.id, [...(links.get(each.link.id) ?? []), each]);
  const marked = contents.flatMap((content) => content.marked);
  const pageHeight = pages[0]?.size.height ?? 0;
  const structure = buildStructure(file, { document, marked, areas, pageHeight, links });
  return { contents, annotations, structure };
}
