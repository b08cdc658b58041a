import type { CheckedHandout } from '../../src/check/check-handout.js';
import { printableHandout, type PrintableDocument } from '../../src/delivery/print/printable.js';
import { tinyPdf } from './tiny-pdf.js';

/** A small document that nobody has checked, for printers; its job is called `series/topic (en)`. */
export function tinyPrintable(change: Partial<CheckedHandout> = {}): PrintableDocument {
  const handout = { pdf: tinyPdf(), pageCount: 1, paper: 'a4', lang: 'en', id: 'series/topic', variants: [] };
  return printableHandout({ ...handout, ...change } as unknown as CheckedHandout);
}
