import { paperSizes } from '../../src/base/paper.js';
import type { DocumentNode } from '../../src/document/node.js';
import type { RasterImage } from '../../src/graphics/raster.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { layOut } from '../../src/layout/layout.js';
import type { LaidOutDocument } from '../../src/layout/page.js';
import { openPdfWriter } from '../../src/pdf/write.js';
import type { PdfFacts, PdfWriter } from '../../src/pdf/write.js';
import { createTheme } from '../../src/style/theme.js';
import { readPackageFile } from '../../src/workspace/package-file.js';
import { tokens } from '../style/tokens.js';
import { openTypesetter } from './setting.js';

/** Facts that any file may carry. */
export const facts: PdfFacts = { author: 'Clinic & <Sons>', date: new Date('2026-01-15T00:00:00Z') };

/** Lays documents out and writes them, with the packaged fonts. */
export type Printer = Readonly<{
  layOut(document: DocumentNode, images?: ReadonlyMap<string, VectorImage | RasterImage>): LaidOutDocument;
  print(document: DocumentNode, images?: ReadonlyMap<string, VectorImage | RasterImage>): Uint8Array;
  writer: PdfWriter;
}>;

/** Opens a printer. */
export function openPrinter(): Printer {
  const typesetter = openTypesetter();
  const writer = openPdfWriter(readPackageFile);
  const layOutA4: Printer['layOut'] = (document, images = new Map()) => {
    const theme = createTheme(tokens, { lang: document.lang, paper: 'a4' });
    return layOut(document, { theme, size: paperSizes.a4, typesetter, images }).value;
  };
  return {
    layOut: layOutA4,
    print: (document, images) => writer.writeGeneral(layOutA4(document, images), facts).bytes,
    writer,
  };
}
