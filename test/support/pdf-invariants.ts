import { readParts } from './pdf-document.js';
import { outlineFaults } from './pdf-outline.js';
import { contentFaults } from './pdf-rules-content.js';
import { fileFaults } from './pdf-rules-file.js';
import { treeFaults } from './pdf-rules-tree.js';

/**
 * Checks a written PDF file against what every handout must keep, including what veraPDF doesn't see: marked content
 * that nothing lists, a parent tree that leads elsewhere, orphan elements, annotations on another page than their
 * element says, lists without numbering, figures without alternative text or box.
 * @returns every rule that is broken, as a sentence each; empty for a sound file
 */
export function pdfFaults(bytes: Uint8Array): readonly string[] {
  const parts = readParts(bytes);
  return [...fileFaults(parts), ...treeFaults(parts), ...contentFaults(parts), ...outlineFaults(parts)];
}

/** Throws an error that lists every broken rule, one a line. */
export function assertPdfInvariants(bytes: Uint8Array): void {
  const faults = pdfFaults(bytes);
  if (faults.length > 0)
    throw new Error(`The PDF breaks ${String(faults.length)} rules:\n- ${faults.join('\n- ')}`);
}
