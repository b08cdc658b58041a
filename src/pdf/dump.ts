import type { LaidOutDocument } from '../layout/page.js';
import { openPdfFileFactory } from './file.js';
import { createFontBook } from './font-book.js';
import { createRunPainter } from './glyph-run.js';
import { createPaintedBlocks } from './page-content.js';
import { paintDocument } from './paint-document.js';
import { createPicturePainter } from './picture.js';
import type { StructureElement } from './structure.js';

/** Writes the structure tree that the PDF of a document has, an element to a line with its words, for people to read. */
export function dumpStructure(laidOut: LaidOutDocument): string {
  const epoch = new Date(0);
  const info = { Title: '', Author: '', Creator: '', Producer: '', CreationDate: epoch, ModDate: epoch };
  const file = openPdfFileFactory()(info);
  const picture = createPicturePainter(new Map(), { drawings: new WeakMap(), compressed: new WeakMap() });
  const run = createRunPainter(createFontBook(), { general: new WeakMap(), isGeneral: true });
  const { structure } = paintDocument(file, laidOut, {
    painters: { run, picture },
    blocks: createPaintedBlocks(),
    ...{ role: 'Document', firstPage: 0 },
  });
  return dumpElement(structure.root, '');
}

function dumpElement({ role, entries, kids }: StructureElement, indent: string): string {
  const inner = kids.map((kid) => {
    if ('role' in kid) return dumpElement(kid, `${indent}  `);
    if ('annotation' in kid) return `${indent}  (annotation on page ${kid.page + 1})\n`;
    return `${indent}  page ${kid.page + 1} ${JSON.stringify(kid.text)}\n`;
  });
  return `${indent}${role}${entries === '' ? '' : ` ${readable(entries)}`}\n${inner.join('')}`;
}

/** Texts that aren't ASCII stand in the entries in UTF-16, as hexadecimal digits. */
function readable(entries: string): string {
  return entries.replace(/<feff([0-9a-f]*)>/g, (_, digits: string) => {
    const units = digits.match(/.{4}/g) ?? [];
    return JSON.stringify(String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
  });
}
