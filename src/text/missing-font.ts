import type { Problem } from '../base/problem.js';
import { openFontCatalogue } from './font-catalogue.js';
import type { ReadPackageFile } from './font-file.js';

/** Scripts that are written in the characters of several others. */
const MIXED: Readonly<Record<string, string>> = {
  Jpan: 'Hani',
  Kore: 'Hang',
  Hans: 'Hani',
  Hant: 'Hani',
  Aran: 'Arab',
};

/**
 * Tells whether the fonts for a language's usual script are installed.
 * @param lang BCP 47 tag
 * @returns `text/missing-font`, or nothing when all is there
 */
export function missingFontOf(lang: string, read: ReadPackageFile): Problem | undefined {
  const script = new Intl.Locale(lang).maximize().script ?? 'Latn';
  const serving = MIXED[script] ?? script;
  const catalogue = openFontCatalogue(read);
  if (catalogue.serves(serving)) return undefined;
  return missingFont(script, catalogue.missingPackage(serving));
}

/**
 * Words the problem of a script without a font: which package to add, or that none is known.
 * @param script ISO 15924 code
 */
export function missingFont(script: string, packageName: string | undefined): Problem {
  const name = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'code' }).of(script) ?? script;
  return {
    code: 'text/missing-font',
    severity: 'error',
    message: `The font for the ${name} script is not installed.`,
    hint:
      packageName === undefined
        ? 'No package with a font for it is known to this program.'
        : `Add the package: npm install ${packageName}`,
  };
}
