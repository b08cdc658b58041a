/**
 * A failure of something outside the program: a disk, and later a printer or a mail server. It is thrown, not
 * collected, and only the command line and the web server catch it. The message is a full sentence that a person
 * can act on and never holds anything about a patient.
 */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  /** A stable name for the kind of failure, such as `output/full`. */
  readonly code: string;

  constructor(code: string, message: string, options: Readonly<{ cause?: unknown }> = {}) {
    super(message, options);
    this.code = code;
  }
}
