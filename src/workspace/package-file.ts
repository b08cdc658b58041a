import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Reads a file of an installed package, such as a font.
 * @param path inside the package
 * @throws Error with the code `MODULE_NOT_FOUND` when the package isn't installed, or of the file system
 */
export function readPackageFile(packageName: string, path: string): Uint8Array {
  return readFileSync(join(packageFolder(packageName), path));
}

function packageFolder(packageName: string): string {
  const folder = require.resolve
    .paths(packageName)
    ?.map((parent) => join(parent, packageName))
    .find((candidate) => isPackage(candidate));
  return folder ?? dirname(require.resolve(`${packageName}/package.json`));
}

function isPackage(folder: string): boolean {
  try {
    readFileSync(join(folder, 'package.json'));
    return true;
  } catch {
    return false;
  }
}
