import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { TextBlock } from './content.js';

/**
 * The same handout as pdfkit alone sets it: its own `text()` wraps and shapes, and the structure is tagged as its guide
 * shows. The fonts are opened once for all documents, which is the best that it offers.
 */

/** A font as fontkit opens it. */
type OpenFont = Readonly<{ layout: unknown }>;

/** The fonts of the baseline, open. */
export type BaselineFonts = Readonly<{ regular: OpenFont; bold: OpenFont }>;

/** A finished document of the baseline. */
export type BaselineDocument = Readonly<{ bytes: number; pageCount: number }>;

const SIZES: Readonly<Record<TextBlock['kind'], number>> = {
  h1: 24,
  h2: 15,
  h3: 12.5,
  p: 12,
  li: 12,
  td: 12,
};
const MARGIN = 45;

/** Opens the fonts that the handouts are set in. */
export function openBaselineFonts(): BaselineFonts {
  const require = createRequire(import.meta.url);
  const fontkit = require('fontkit') as { create(bytes: Uint8Array): OpenFont };
  const open = (weight: string): OpenFont =>
    fontkit.create(
      readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`)),
    );
  return { regular: open('400Regular'), bold: open('700Bold') };
}

/** Sets one handout. */
export function setBaseline(blocks: readonly TextBlock[], fonts: BaselineFonts): Promise<BaselineDocument> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    // Its types lag behind what it writes.
    subset: 'PDF/UA' as unknown as 'PDF/A-2',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    bufferPages: true,
    info: { Title: blocks[0]?.text ?? '', CreationDate: new Date(0) },
  });
  const finished = collect(doc);
  // Its types know bytes and paths; the code takes an open font too.
  doc.registerFont('regular', fonts.regular as unknown as Buffer);
  doc.registerFont('bold', fonts.bold as unknown as Buffer);
  setBlocks(doc, blocks);
  const pageCount = setFooters(doc);
  doc.end();
  return finished.then((bytes) => ({ bytes, pageCount }));
}

function setBlocks(doc: PDFKit.PDFDocument, blocks: readonly TextBlock[]): void {
  const root = doc.struct('Document');
  doc.addStructure(root);
  let list: PDFKit.PDFStructureElement | undefined;
  for (const { kind, text } of blocks) {
    doc.font(kind.startsWith('h') ? 'bold' : 'regular').fontSize(SIZES[kind]);
    if (kind !== 'li') list = undefined;
    if (kind === 'li') {
      if (list === undefined) {
        list = doc.struct('L');
        root.add(list);
      }
      list.add(listItem(doc, text));
    } else {
      root.add(doc.struct(kind === 'td' ? 'P' : kind.toUpperCase(), {}, () => doc.text(text)));
    }
    doc.moveDown(0.25);
  }
  root.end();
}

function listItem(doc: PDFKit.PDFDocument, text: string): PDFKit.PDFStructureElement {
  const label = doc.struct('Lbl', {}, () => {
    doc.text('• ', MARGIN, doc.y, { continued: true });
  });
  const body = doc.struct('LBody', {}, () => {
    doc.text(text);
  });
  return doc.struct('LI', {}, [label, body]);
}

function setFooters(doc: PDFKit.PDFDocument): number {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index);
    doc.page.margins = { ...doc.page.margins, bottom: 0 };
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(9);
    doc.text(`Page ${String(index + 1)} of ${String(count)}`, MARGIN, doc.page.height - 34, {
      lineBreak: false,
    });
    doc.endMarkedContent();
  }
  return count;
}

function collect(doc: PDFKit.PDFDocument): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    doc.on('data', (chunk: Uint8Array) => (bytes += chunk.length));
    doc.on('end', () => {
      resolve(bytes);
    });
    doc.on('error', reject);
  });
}
