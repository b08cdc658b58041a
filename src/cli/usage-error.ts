import { nearestName } from '../base/nearest.js';

/** A mistake on the command line. The message is a full sentence and never repeats what was said about a patient. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** How to put it right; a full sentence. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/**
 * Makes the error for a name that doesn't exist.
 * @param what the kind of thing, such as `handout`
 * @param known the names that exist, listed in the hint when none of them is near
 */
export function unknownName(what: string, name: string, known: readonly string[]): UsageError {
  const nearest = nearestName(name, known);
  const message = `There is no ${what} “${printable(name)}”.`;
  if (nearest !== undefined) return new UsageError(message, `Did you mean “${nearest}”?`);
  return known.length === 0
    ? new UsageError(message)
    : new UsageError(message, `Choose from: ${known.join(', ')}.`);
}

/** Shortens a text of the command line and takes out what could steer a terminal. */
function printable(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}
