import { openFontFace } from './font.js';
import type { FontFace } from './font.js';
import { openFontCatalogue } from './font-catalogue.js';
import { inRanges } from './font-file.js';
import type { FaceRequest, FontFile, ReadPackageFile } from './font-file.js';
import { createFontReader } from './open-font-file.js';
import type { FontReader } from './open-font-file.js';

/** A face that may show a text, opened only when it is needed. */
export type Candidate = Readonly<{
  /** Whether the font's file is declared to hold the character; the opened face has the last word. */
  mayCover(codePoint: number): boolean;
  open(): FontFace;
}>;

/** The fonts of the process. */
export type FontLibrary = Readonly<{
  /** Faces for a text, best first: those of its script, then Latin, then symbols. The same list for the same request. */
  candidates(request: FaceRequest): readonly Candidate[];
  /** The package to add for a script (ISO 15924); undefined where its font is there, or none is known. */
  missingPackage(script: string): string | undefined;
}>;

/**
 * Opens the library of the packaged fonts. A font is read when a text first needs it, once.
 * @param read reads a file of an installed package
 */
export function createFontLibrary(read: ReadPackageFile): FontLibrary {
  const catalogue = openFontCatalogue(read);
  const reader = createFontReader(read);
  const lists = new WeakMap<readonly FontFile[], readonly Candidate[]>();
  const candidates = new Map<string, Candidate>();
  const candidateOf = (file: FontFile) => {
    let candidate = candidates.get(file.name);
    if (candidate === undefined) candidates.set(file.name, (candidate = createCandidate(file, reader)));
    return candidate;
  };
  return {
    missingPackage: catalogue.missingPackage,
    candidates(request) {
      const files = catalogue.fontFilesFor(request);
      let list = lists.get(files);
      if (list === undefined) lists.set(files, (list = files.map(candidateOf)));
      return list;
    },
  };
}

function createCandidate(file: FontFile, reader: FontReader): Candidate {
  let face: FontFace | undefined;
  return {
    mayCover: (codePoint) => file.ranges === undefined || inRanges(file.ranges, codePoint),
    open: () => (face ??= openFontFace(file, reader.readFont(file))),
  };
}
