import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import { failureInWords } from './failure.js';
import type { Workspace } from './workspace.js';
import { writeWhole } from './write-whole.js';

/** The name of a language's review ledger in its own folder, as sources and problems know it. */
export function ledgerName(lang: string): string {
  return `locales/${lang}/review.json`;
}

/**
 * Writes the review ledger of a language into the clinic's folder, or into the built-in one where there is no other. The file is
 * written whole or not at all.
 * @throws {OutsideError} `workspace/cannot-write` where the system doesn't let us write
 */
export function writeLedgerFile({ roots }: Pick<Workspace, 'roots'>, lang: string, text: string): void {
  const path = join(roots.at(-1)!, ledgerName(lang));
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text);
  } catch (error) {
    const message = `“${path}” can't be written: ${failureInWords(error)}.`;
    throw new OutsideError('workspace/cannot-write', message, { cause: error });
  }
}
