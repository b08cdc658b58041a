import type { DocumentNode, Link, NodeId } from '../document/node.js';
import { plainText, walkDocument } from '../document/walk.js';
import { reference } from './file.js';
import type { ObjectNumber, PdfFile } from './file.js';
import type { PaintedArea } from './page-content.js';
import type { AnnotationKid, StructureElement } from './structure.js';
import { pdfNumber, pdfText } from './syntax.js';

/** A link annotation before it is written. */
export type LinkAnnotation = AnnotationKid & Readonly<{ link: Link; area: PaintedArea }>;

/** Finds the painted parts of every link; each becomes an annotation. */
export function findLinkAnnotations(
  file: PdfFile,
  document: DocumentNode,
  areas: readonly PaintedArea[],
): readonly LinkAnnotation[] {
  const links = new Map<NodeId, Link>();
  for (const node of walkDocument(document)) if (node.kind === 'link') links.set(node.id, node);
  if (links.size === 0) return [];
  return areas.flatMap((area) => {
    const link = links.get(area.node);
    return link === undefined || area.width === 0
      ? []
      : [{ annotation: file.reserve(), page: area.page, link, area }];
  });
}

/**
 * Writes the annotations.
 * @param keyOffset key of the first annotation in the parent tree
 * @returns the element that holds each annotation, in order
 */
export function writeLinkAnnotations(
  file: PdfFile,
  annotations: readonly LinkAnnotation[],
  {
    elements,
    keyOffset,
    pageHeight,
  }: Readonly<{
    elements: ReadonlyMap<NodeId, StructureElement>;
    keyOffset: number;
    pageHeight: number;
  }>,
): readonly StructureElement[] {
  return annotations.map(({ annotation, link, area }, index) => {
    const bottom = pageHeight - area.y - area.height;
    const corners = [area.x, bottom, area.x + area.width, bottom + area.height].map((value) =>
      pdfNumber(value),
    );
    file.write(
      annotation,
      `<</Type/Annot/Subtype/Link/Rect[${corners.join(' ')}]/Border[0 0 0]/F 4` +
        `/Contents${pdfText(plainText(link.children))}/A<</S/URI/URI${pdfText(encodeURI(decodeSafely(link.href)))}>>` +
        `/StructParent ${keyOffset + index}>>`,
    );
    return elements.get(link.id)!;
  });
}

/** References to the annotations of one page. */
export function annotationEntry(annotations: readonly LinkAnnotation[], page: number): string {
  const here: ObjectNumber[] = annotations
    .filter((each) => each.page === page)
    .map((each) => each.annotation);
  return here.length === 0 ? '' : `/Annots[${here.map(reference).join(' ')}]`;
}

/** URIs in a PDF are ASCII; one that is percent-encoded already stays as it is. */
function decodeSafely(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
