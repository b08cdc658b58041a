import { paperSizes, type PaperName } from '../../base/paper.js';
import type { Size } from '../../base/geometry.js';
import type { CheckedHandout } from '../../check/check-handout.js';
import type { CheckedPack } from '../../check/check-pack.js';
import type { Handout } from '../../handout/build.js';

declare const printable: unique symbol;

/** A PDF that may be printed. It is made only from checked handouts, so that printing an unchecked one does not compile. */
export type PrintableDocument = PrintableFile & Readonly<{ [printable]: true }>;

type PrintableFile = Readonly<{
  pdf: Uint8Array;
  pageCount: number;
  paper: PaperName;
  /** The size of its pages, in points. */
  pageSize: Size;
  /** What the job is called at the printer; it holds nothing about a patient. */
  jobName: string;
}>;

/** Makes a checked handout ready to be printed. It must have been made as PDF. */
export function printableHandout(handout: CheckedHandout): PrintableDocument {
  return printableFile(handout, handout, handout.id);
}

/**
 * Makes a checked pack ready to be printed. Its handouts have one paper, and are all booklets or none is.
 * @param name what the clinic calls the pack
 */
export function printablePack(pack: CheckedPack, name: string): PrintableDocument {
  return printableFile(pack, pack.handouts[0]!, name);
}

function printableFile(
  { pdf, pageCount }: Pick<Handout, 'pdf' | 'pageCount'>,
  { paper, lang, variants }: Handout,
  name: string,
): PrintableDocument {
  const { width, height } = paperSizes[paper];
  // The sheets of a booklet lie on their sides.
  const pageSize = variants.includes('booklet') ? { width: height, height: width } : { width, height };
  const file: PrintableFile = { pdf, pageCount, paper, pageSize, jobName: `${name} (${lang})` };
  return file as PrintableDocument;
}
