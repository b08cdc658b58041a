import { basename, dirname } from 'node:path';

import { readBytes } from './folder.js';

/** A hundred thousand visits. */
const LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Reads a list of visits from wherever it lies.
 * @param path absolute
 * @returns undefined where there is none
 */
export function readVisitsFile(path: string): Uint8Array | undefined {
  return readBytes({ dir: dirname(path), label: '' }, basename(path), LIMIT_BYTES).value;
}
