import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What the program's own package.json says. */
export type PackageData = Readonly<{ version: string; dependencies: Readonly<Record<string, string>> }>;

/** Reads the program's own package.json, which lies two folders above both `src/cli` and `dist/cli`. */
export function readPackageData(): PackageData {
  return require('../../package.json') as PackageData;
}

/** Tells whether a package that the program depends on is installed. */
export function isInstalled(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
