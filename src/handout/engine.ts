import type { PdfWriter } from '../pdf/write.js';
import { openPdfWriter } from '../pdf/write.js';
import { createFontLibrary } from '../text/font-library.js';
import { createTypesetter } from '../text/typesetter.js';
import type { MainTypesetter } from '../text/typesetter.js';
import { readPackageFile } from '../workspace/package-file.js';

/** The parts of the pipeline that don't depend on a workspace: fonts, what has been set with them, and PDF writing. */
export type Engine = Readonly<{ typesetter: MainTypesetter; writer: PdfWriter }>;

/** Starts an engine. A process needs one, and every workspace may use it. */
export function startEngine(): Engine {
  return {
    typesetter: createTypesetter(createFontLibrary(readPackageFile)),
    writer: openPdfWriter(readPackageFile),
  };
}
