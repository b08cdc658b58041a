import { basename, dirname } from 'node:path';
import type { Staged } from '../base/problem.js';
import type { Source } from '../base/source.js';
import { readBytes } from './folder.js';

/** Ten times what all texts of the built-in workspace take in the longest format. */
const LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * Reads a file of translations from wherever it lies.
 * @param path absolute
 * @param name what problems call it
 * @returns undefined where there is no such file; reports what `readBytes` does and `workspace/not-text`
 */
export function readExchangeFile(path: string, name: string): Staged<Source | undefined> {
  const folder = { dir: dirname(path), label: '' };
  const { value: bytes, problems } = readBytes(folder, basename(path), LIMIT_BYTES);
  if (bytes === undefined) return { value: undefined, problems };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { value: { file: name, text }, problems: [] };
  } catch {
    const at = { file: name, line: 1, column: 1 };
    const message = `“${name}” is not a text file in UTF-8.`;
    const hint = 'Save it as plain text in UTF-8.';
    return {
      value: undefined,
      problems: [{ code: 'workspace/not-text', severity: 'error', message, at, hint }],
    };
  }
}
