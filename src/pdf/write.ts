import type { LaidOutDocument, Page } from '../layout/page.js';
import type { Glyph } from '../text/paragraph.js';
import { writeBookmarks } from './bookmark.js';
import { deflate, latin1Bytes, openPdfFileFactory, reference } from './file.js';
import type { DocumentInfo, ObjectNumber, PdfFile } from './file.js';
import { createFontBook } from './font-book.js';
import type { FontBook } from './font-book.js';
import { createRunPainter } from './glyph-run.js';
import type { PaintedRun } from './glyph-run.js';
import { annotationEntry, writeLinkAnnotations } from './link.js';
import { readColourProfile, writeMetadata, writeOutputIntent } from './metadata.js';
import { paintDocument } from './paint-document.js';
import type { Painting } from './paint-document.js';
import type { PageContent } from './page-content.js';
import { createPicturePainter } from './picture.js';
import type { PictureBook, PictureMemory } from './picture.js';
import type { PaintedPage } from './repeat-page.js';
import { writeStructure } from './structure-writer.js';
import { pdfNumber } from './syntax.js';

/** Facts about the file that don't stand on its pages. */
export type PdfFacts = Readonly<{
  author: string;
  /** The date of the handout's version, at midnight UTC; never the clock's. */
  date: Date;
}>;

/** What personalised copies share with the general handout: fonts, pictures, runs as painted, and whole pages. */
export type PdfEdition = Readonly<{
  book: FontBook;
  pictures: PictureBook;
  runs: WeakMap<readonly Glyph[], PaintedRun>;
  pages: readonly PaintedPage[];
}>;

/** Writes PDFs that are PDF/UA-1 and PDF/A-2a at once. */
export type PdfWriter = Readonly<{
  /** Writes the general handout. Its edition is what personalised copies are then written with. */
  writeGeneral(
    laidOut: LaidOutDocument,
    facts: PdfFacts,
  ): Readonly<{ bytes: Uint8Array; edition: PdfEdition }>;
  /** Writes a personalised copy with the fonts of the general handout, and letters of its own beside them. */
  writeCopy(laidOut: LaidOutDocument, facts: PdfFacts, edition: PdfEdition): Uint8Array;
}>;

const CREATOR = 'Handout';
const PRODUCER = 'Handout, pdfkit';
/** Page contents compressed at this level; more costs time and saves little. */
const CONTENT_LEVEL = 2;
const MAXIMUM_KEPT_PAGES = 64;

type Session = Readonly<{
  createFile: (info: DocumentInfo) => PdfFile;
  colourProfile: Uint8Array;
  pictures: PictureMemory;
  /** Compressed contents of pages, by their operators: the page without a name on it is the same in every copy. */
  pages: Map<string, Uint8Array>;
}>;

/**
 * Opens a writer, which keeps what several files share.
 * @param readPackageFile reads a file of an installed package
 */
export function openPdfWriter(readPackageFile: (packageName: string, path: string) => Uint8Array): PdfWriter {
  const session: Session = {
    createFile: openPdfFileFactory(),
    colourProfile: readColourProfile(readPackageFile),
    pictures: { drawings: new WeakMap(), compressed: new WeakMap() },
    pages: new Map(),
  };
  return {
    writeGeneral(laidOut, facts) {
      const book = createFontBook();
      const runs = new WeakMap<readonly Glyph[], PaintedRun>();
      const pictures: PictureBook = new Map();
      const run = createRunPainter(book, { general: runs, isGeneral: true });
      const picture = createPicturePainter(pictures, session.pictures);
      const { bytes, contents } = writePdf(laidOut, facts, { session, painters: { run, picture } });
      const pages = contents.map((content, index) => ({ page: laidOut.pages[index]!, content }));
      return { bytes, edition: { book, pictures, runs, pages } };
    },
    writeCopy(laidOut, facts, { book, pictures, runs, pages }) {
      const run = createRunPainter(createFontBook(book), { general: runs, isGeneral: false });
      const picture = createPicturePainter(new Map(pictures), session.pictures);
      return writePdf(laidOut, facts, { session, painters: { run, picture }, general: pages }).bytes;
    },
  };
}

type Writing = Painting & Readonly<{ session: Session }>;

function writePdf(
  laidOut: LaidOutDocument,
  facts: PdfFacts,
  { session, ...painting }: Writing,
): Readonly<{ bytes: Uint8Array; contents: readonly PageContent[] }> {
  const { document, pages, headings } = laidOut;
  const info: DocumentInfo = {
    Title: document.title,
    Author: facts.author,
    Creator: CREATOR,
    Producer: PRODUCER,
    CreationDate: facts.date,
    ModDate: facts.date,
  };
  const file = session.createFile(info);
  const { contents, annotations, structure } = paintDocument(file, laidOut, painting);
  const pageHeight = pages[0]?.size.height ?? 0;
  const resources = writeResources(file, contents);
  const numbers = pages.map((page, index) => {
    const annots = annotationEntry(annotations, index);
    return writePage(file, { page, index, annots, content: contents[index]!, resources, session });
  });
  const placing = { elements: structure.links, keyOffset: pages.length, pageHeight };
  const annotationElements = writeLinkAnnotations(file, annotations, placing);
  writeStructure(file, { root: structure.root, pages: numbers, annotationElements });
  writeBookmarks(file, { document, headings, pages: numbers, pageHeight });
  writeMetadata(file, info, document.lang);
  writeOutputIntent(file, session.colourProfile);
  const reading = document.dir === 'rtl' ? '/Direction/R2L' : '';
  file.catalog.set('ViewerPreferences', `<</DisplayDocTitle true${reading}>>`);
  return { bytes: file.finish(), contents };
}

/** Writes the fonts and pictures of all pages, and the resource dictionary that the pages share. */
function writeResources(file: PdfFile, contents: readonly PageContent[]): ObjectNumber {
  const fonts = new Set(contents.flatMap((content) => [...content.fonts]));
  const pictures = new Set(contents.flatMap((content) => [...content.pictures]));
  const fontEntries = [...fonts].map(({ name, font }) => `/${name} ${reference(font.write(file))}`);
  const pictureEntries = [...pictures].map(({ name, write }) => `/${name} ${reference(write(file))}`);
  const number = file.reserve();
  const xobjects = pictureEntries.length === 0 ? '' : `/XObject<<${pictureEntries.join('')}>>`;
  file.write(number, `<</Font<<${fontEntries.join('')}>>${xobjects}>>`);
  return number;
}

type PageWriting = Readonly<{
  page: Page;
  index: number;
  annots: string;
  content: PageContent;
  resources: ObjectNumber;
  session: Session;
}>;

function writePage(
  file: PdfFile,
  { page, index, annots, content, resources, session }: PageWriting,
): ObjectNumber {
  const stream = file.reserve();
  file.writeStream(stream, '/Filter/FlateDecode', compressPage(content.operators, session.pages));
  const number = file.reserve();
  const { width, height } = page.size;
  file.write(
    number,
    `<</Type/Page/Parent ${reference(file.pages)}/MediaBox[0 0 ${pdfNumber(width)} ${pdfNumber(height)}]` +
      `/Contents ${reference(stream)}/Resources ${reference(resources)}/StructParents ${index}/Tabs/S${annots}>>`,
  );
  file.addPage(number);
  return number;
}

function compressPage(operators: string, kept: Map<string, Uint8Array>): Uint8Array {
  const known = kept.get(operators);
  kept.delete(operators);
  const compressed = known ?? deflate(latin1Bytes(operators), CONTENT_LEVEL);
  if (kept.size >= MAXIMUM_KEPT_PAGES) kept.delete(kept.keys().next().value!);
  kept.set(operators, compressed);
  return compressed;
}
