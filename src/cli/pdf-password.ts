import { resolve } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import { readSecretFile } from '../workspace/secret-file.js';
import type { Arguments, CommandContext } from './command.js';
import { UsageError } from './usage-error.js';

/** The variable of the environment that may hold the password. */
const VARIABLE = 'HANDOUT_PDF_PASSWORD';
const LEAST_CHARACTERS = 8;

/**
 * Reads the password that a PDF is to open with. It can't be given on the command line, which every user of the machine may see.
 * @returns undefined where the PDF isn't to be locked
 * @throws {UsageError} when there is none, or it is too short or can't be typed
 * @throws {OutsideError} `secret/*` when its file can't be read safely
 */
export function readPdfPassword(
  { flags, texts }: Arguments,
  { cwd, environment }: CommandContext,
): string | undefined {
  const file = texts.get('pdf-password-file');
  if (file === undefined && !flags.has('locked')) return undefined;
  const password = file === undefined ? environment[VARIABLE] : readPasswordFile(resolve(cwd, file));
  if (password === undefined || password === '') {
    throw new UsageError(
      '--locked needs a password.',
      `Set ${VARIABLE} in the environment, or add --pdf-password-file.`,
    );
  }
  if ([...password].length < LEAST_CHARACTERS) {
    throw new UsageError(`The password of the PDF is shorter than ${LEAST_CHARACTERS} characters.`);
  }
  if (!/^[\x20-\x7e]+$/.test(password)) {
    throw new UsageError(
      'The password of the PDF has other characters than those of an English keyboard.',
      'Not every program takes them for the same; use letters from a to z, digits and signs.',
    );
  }
  return password;
}

/** The file's name could be the patient's, so it isn't repeated. */
function readPasswordFile(path: string): string | undefined {
  try {
    return readSecretFile(path)[0];
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const words =
      error.code === 'secret/unsafe'
        ? 'Others can read the file of --pdf-password-file; make it your own with “chmod 600”.'
        : 'The file of --pdf-password-file cannot be read.';
    throw new OutsideError(error.code, words, { cause: error });
  }
}
