import { checkPdf } from '../../src/check/pdf/check-pdf.js';

/** Throws an error that lists everything that is wrong with a written PDF file, one a line. */
export function assertPdfInvariants(bytes: Uint8Array): void {
  const problems = checkPdf(bytes);
  if (problems.length === 0) return;
  const lines = problems.map(({ code, message }) => `\n- ${code} ${message}`);
  throw new Error(`The PDF has ${String(problems.length)} faults:${lines.join('')}`);
}
