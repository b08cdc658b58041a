import { paperSizes, type PaperName } from '../../base/paper.js';
import type { Size } from '../../base/geometry.js';
import type { CheckedHandout } from '../../check/check-handout.js';

declare const printable: unique symbol;

/**
 * A PDF that may be printed. It is made only from checked handouts, so that printing an unchecked one does not compile.
 */
export type PrintableDocument = Readonly<{
  [printable]: true;
  pdf: Uint8Array;
  pageCount: number;
  paper: PaperName;
  /** The size of its pages, in points. */
  pageSize: Size;
  /** What the job is called at the printer; it holds nothing about a patient. */
  jobName: string;
}>;

/** Several checked handouts in one PDF. */
export type Pack = Readonly<{
  /** What the pack is made of; there is at least one. */
  handouts: readonly [CheckedHandout, ...CheckedHandout[]];
  pdf: Uint8Array;
  pageCount: number;
  /** Such as `new-patient`. */
  name: string;
}>;

/** Makes a checked handout ready to be printed. It must have been made as PDF. */
export function printableHandout(handout: CheckedHandout): PrintableDocument {
  const { pdf, pageCount } = handout;
  return printablePack({ handouts: [handout], pdf, pageCount, name: handout.id });
}

/** Makes a PDF of several checked handouts ready to be printed. All have the paper of the first, and are booklets if it is one. */
export function printablePack({ handouts: [first], pdf, pageCount, name }: Pack): PrintableDocument {
  const { paper, lang, variants } = first;
  const { width, height } = paperSizes[paper];
  // The sheets of a booklet lie on their sides.
  const pageSize = variants.includes('booklet') ? { width: height, height: width } : { width, height };
  const document = { pdf, pageCount, paper, pageSize, jobName: `${name} (${lang})` };
  return document as PrintableDocument;
}
