import type { Problem } from '../base/problem.js';
import { checkPdf } from './pdf/check-pdf.js';
import type { Subject } from './subject.js';

/**
 * Judges the PDF file of a finished handout from its bytes; does nothing where none was asked for. Reports what `checkPdf`
 * does.
 */
export function judgePdf({ handout: { pdf }, read: { document }, request }: Subject): readonly Problem[] {
  if (pdf.length === 0) return [];
  return checkPdf(pdf, {
    documents: [document],
    title: document.title,
    isBooklet: request.variants?.includes('booklet') ?? false,
    isPersonal: request.personal !== undefined,
  });
}
