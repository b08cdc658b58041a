import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Finds a program in the folders that a machine looks for programs in.
 * @param path the variable PATH
 * @returns its path, or undefined where there is none
 */
export function findProgram(name: string, path: string | undefined): string | undefined {
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)])
    .find((candidate) => existsSync(candidate));
}
