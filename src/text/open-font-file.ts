import type { FontFile, ReadPackageFile } from './font-file.js';
import { startInstancer, type FontInstancer } from './instance.js';
import { decodeWoff2 } from './woff2.js';

/** Reads font files as static TrueType, whatever form they are stored in. */
export type FontReader = Readonly<{ readFont: (file: FontFile) => Uint8Array }>;

/**
 * Makes a reader of font files. A woff2 file is unpacked and a variable font pinned to its weight on every call, so keep
 * what you are given.
 * @param read reads a file of an installed package; HarfBuzz's subsetter is read when the first variable font is
 */
export function createFontReader(read: ReadPackageFile): FontReader {
  let instancer: FontInstancer | undefined;
  return {
    readFont: (file) => {
      const stored = read(file.package, file.path);
      const font = file.format === 'woff2' ? decodeWoff2(stored) : stored;
      if (file.axes === undefined) return font;
      instancer ??= startInstancer(read('harfbuzzjs', 'dist/harfbuzz-subset.wasm'));
      return instancer.pinWeight(font, file.axes.wght);
    },
  };
}
