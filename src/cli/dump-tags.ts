import type { NodeId } from '../document/node.js';
import type { LaidOutDocument } from '../layout/page.js';
import { openPdfFileFactory } from '../pdf/file.js';
import { createFontBook } from '../pdf/font-book.js';
import { createRunPainter } from '../pdf/glyph-run.js';
import { findLinkAnnotations, type LinkAnnotation } from '../pdf/link.js';
import { paintPage } from '../pdf/page-content.js';
import { createPictureBook } from '../pdf/picture.js';
import { buildStructure, type StructureElement } from '../pdf/structure.js';

/** Writes the structure tree that the PDF will have: an element to a line, with its words. */
export function dumpTags({ document, pages }: LaidOutDocument): string {
  const epoch = new Date(0);
  const info = { Title: '', Author: '', Creator: '', Producer: '', CreationDate: epoch, ModDate: epoch };
  const file = openPdfFileFactory()(info);
  const pictures = createPictureBook({ drawings: new WeakMap(), compressed: new WeakMap() });
  const painters = { run: createRunPainter(createFontBook(), new WeakMap()), picture: pictures.paint };
  const contents = pages.map((page, index) => paintPage(page, index, painters));
  const areas = contents.flatMap((content) => content.areas);
  const links = new Map<NodeId, LinkAnnotation[]>();
  for (const found of findLinkAnnotations(file, document, areas)) {
    links.set(found.link.id, [...(links.get(found.link.id) ?? []), found]);
  }
  const marked = contents.flatMap((content) => content.marked);
  const pageHeight = pages[0]?.size.height ?? 0;
  return dumpElement(buildStructure(file, { document, marked, areas, pageHeight, links }).root, '');
}

function dumpElement({ role, entries, kids }: StructureElement, indent: string): string {
  const inner = kids.map((kid) => {
    if ('role' in kid) return dumpElement(kid, `${indent}  `);
    if ('annotation' in kid) return `${indent}  (annotation on page ${kid.page + 1})\n`;
    return `${indent}  page ${kid.page + 1} ${JSON.stringify(kid.text)}\n`;
  });
  return `${indent}${role}${entries === '' ? '' : ` ${readable(entries)}`}\n${inner.join('')}`;
}

/** Texts of the dictionary are in UTF-16 as hexadecimal digits. */
function readable(entries: string): string {
  return entries.replace(/<FEFF([0-9A-F]*)>/gi, (_, digits: string) => {
    const units = digits.match(/.{4}/g) ?? [];
    return JSON.stringify(String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
  });
}
