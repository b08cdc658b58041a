import { checkPdf } from '../../src/check/pdf/check-pdf.js';

/** Everything that is wrong with a PDF file by itself, each as its code and its message. */
export function pdfFaults(bytes: Uint8Array): readonly string[] {
  return checkPdf(bytes).map(({ code, message }) => `${code} ${message}`);
}

/** Throws an error that lists everything that is wrong with a written PDF file, one a line. */
export function assertPdfInvariants(bytes: Uint8Array): void {
  const faults = pdfFaults(bytes);
  if (faults.length > 0)
    throw new Error(`The PDF has ${String(faults.length)} faults:\n- ${faults.join('\n- ')}`);
}
