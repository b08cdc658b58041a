/** What keeps a file from being read any further. */
export type PdfErrorCode = 'pdf/unreadable' | 'pdf/cross-reference' | 'pdf/damaged-stream';

/** Damage that keeps a PDF file from being read any further; caught where the file is judged. Its message is a full sentence. */
export class PdfError extends Error {
  readonly code: PdfErrorCode;

  constructor(code: PdfErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PdfError';
    this.code = code;
  }
}
