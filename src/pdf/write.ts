import type { LaidOutDocument, Page } from '../layout/page.js';
import type { Glyph } from '../text/paragraph.js';
import { writeBookmarks } from './bookmark.js';
import { latin1Bytes, openPdfFileFactory, packStream, reference } from './file.js';
import type { DocumentInfo, ObjectNumber, PdfFile, StreamBytes } from './file.js';
import { createFontBook } from './font-book.js';
import type { FontBook } from './font-book.js';
import { createRunPainter } from './glyph-run.js';
import type { PaintedRun } from './glyph-run.js';
import { annotationEntry, writeLinkAnnotations } from './link.js';
import { readColourProfile, writeMetadata, writeOutputIntent } from './metadata.js';
import { paintDocument, type PaintedDocument } from './paint-document.js';
import { createPaintedBlocks } from './page-content.js';
import type { PageContent, PagePainting, PaintedBlocks, PageStream } from './page-content.js';
import { createPicturePainter } from './picture.js';
import type { PictureBook, PictureMemory } from './picture.js';
import type { StructureElement } from './structure.js';
import { writeStructure } from './structure-writer.js';
import { pdfNumber } from './syntax.js';

/** Facts about the file that don't stand on its pages. */
export type PdfFacts = Readonly<{
  author: string;
  /** The date of the handout's version, at midnight UTC; never the clock's. */
  date: Date;
}>;

/** What personalised copies share with the general handout: fonts, pictures, and runs and blocks as painted. */
export type PdfEdition = Readonly<{
  book: FontBook;
  pictures: PictureBook;
  runs: WeakMap<readonly Glyph[], PaintedRun>;
  blocks: PaintedBlocks;
  streams: ContentStreams;
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
  /** Writes several documents one after another into one file, each a part of its structure. */
  writeBundle(parts: readonly LaidOutDocument[], facts: BundleFacts): Uint8Array;
}>;

/** Facts about a file of several documents. */
export type BundleFacts = PdfFacts & Readonly<{ title: string }>;

const CREATOR = 'Handout';
const PRODUCER = 'Handout, pdfkit';
/** Page contents compressed at this level; more costs time and saves little. */
const CONTENT_LEVEL = 2;
const MAXIMUM_KEPT_STREAMS = 128;

/** Packed content that copies share, by its key. */
type ContentStreams = Map<string, StreamBytes>;

type Session = Readonly<{
  createFile: (info: DocumentInfo) => PdfFile;
  colourProfile: Uint8Array;
  pictures: PictureMemory;
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
  };
  return {
    writeGeneral(laidOut, facts) {
      const { edition, painting } = startEdition(session);
      const bytes = writePdf([laidOut], factsOf(laidOut, facts), painting);
      return { bytes, edition };
    },
    writeCopy(laidOut, facts, { book, pictures, runs, blocks, streams }) {
      const run = createRunPainter(createFontBook(book), { general: runs, isGeneral: false });
      const picture = createPicturePainter(new Map(pictures), session.pictures);
      const painting = { session, painters: { run, picture }, blocks, streams };
      return writePdf([laidOut], factsOf(laidOut, facts), painting);
    },
    writeBundle(parts, facts) {
      const { painting } = startEdition(session);
      return writePdf(parts, facts, painting);
    },
  };
}

function factsOf({ document: { title } }: LaidOutDocument, facts: PdfFacts): BundleFacts {
  return { ...facts, title };
}

/** Starts what a new file is written with; copies go on with it. */
function startEdition(session: Session): Readonly<{ edition: PdfEdition; painting: Writing }> {
  const edition: PdfEdition = {
    book: createFontBook(),
    pictures: new Map(),
    runs: new WeakMap<readonly Glyph[], PaintedRun>(),
    blocks: createPaintedBlocks(),
    streams: new Map(),
  };
  const run = createRunPainter(edition.book, { general: edition.runs, isGeneral: true });
  const picture = createPicturePainter(edition.pictures, session.pictures);
  const { blocks, streams } = edition;
  return { edition, painting: { session, painters: { run, picture }, blocks, streams } };
}

type Writing = PagePainting & Readonly<{ session: Session; streams: ContentStreams }>;

function writePdf(
  parts: readonly LaidOutDocument[],
  facts: BundleFacts,
  { session, streams, ...painting }: Writing,
): Uint8Array {
  const { lang, dir } = parts[0]!.document;
  const info: DocumentInfo = {
    Title: facts.title,
    Author: facts.author,
    Creator: CREATOR,
    Producer: PRODUCER,
    CreationDate: facts.date,
    ModDate: facts.date,
  };
  const file = session.createFile(info);
  const painted = paintParts(file, parts, painting);
  const contents = painted.flatMap((part) => part.contents);
  const annotations = painted.flatMap((part) => part.annotations);
  const resources = writeResources(file, contents);
  const pages = parts.flatMap((part) => part.pages);
  const numbers = pages.map((page, index) => {
    const annots = annotationEntry(annotations, index);
    return writePage(file, { page, index, annots, content: contents[index]!, resources, streams });
  });
  let keyOffset = pages.length;
  const annotationElements = painted.flatMap((part) => {
    const placing = { elements: part.structure.links, keyOffset, pageHeight: part.pageHeight };
    keyOffset += part.annotations.length;
    return writeLinkAnnotations(file, part.annotations, placing);
  });
  writeStructure(file, { root: rootOf(file, painted), pages: numbers, annotationElements });
  writeBookmarks(
    file,
    painted.map((part) => ({ ...part, pages: numbers.slice(part.firstPage) })),
  );
  writeMetadata(file, info, lang);
  writeOutputIntent(file, session.colourProfile);
  const reading = dir === 'rtl' ? '/Direction/R2L' : '';
  file.catalog.set('ViewerPreferences', `<</DisplayDocTitle true${reading}>>`);
  return file.finish();
}

/** A document of a file, as painted, and where it stands there. */
type PaintedPart = PaintedDocument & LaidOutDocument & Readonly<{ firstPage: number; pageHeight: number }>;

function paintParts(
  file: PdfFile,
  parts: readonly LaidOutDocument[],
  painting: PagePainting,
): readonly PaintedPart[] {
  const [first] = parts;
  let firstPage = 0;
  return parts.map((part) => {
    const { lang } = part.document;
    const role = parts.length === 1 ? 'Document' : 'Part';
    const place = { role, firstPage, ...(lang !== first!.document.lang && { lang }) } as const;
    const painted = paintDocument(file, part, { ...painting, ...place });
    firstPage += part.pages.length;
    const pageHeight = part.pages[0]?.size.height ?? 0;
    return { ...part, ...painted, firstPage: place.firstPage, pageHeight };
  });
}

/** The root of a file's structure: that of its one document, or an element that holds those of all. */
function rootOf(file: PdfFile, painted: readonly PaintedPart[]): StructureElement {
  const roots = painted.map(({ structure }) => structure.root);
  if (roots.length === 1) return roots[0]!;
  return { number: file.reserve(), role: 'Document', kids: roots, entries: '' };
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
  streams: ContentStreams;
}>;

function writePage(
  file: PdfFile,
  { page, index, annots, content, resources, streams: kept }: PageWriting,
): ObjectNumber {
  const streams = content.streams.map((stream) => reference(writeContent(file, stream, kept)));
  const number = file.reserve();
  const { width, height } = page.size;
  file.write(
    number,
    `<</Type/Page/Parent ${reference(file.pages)}/MediaBox[0 0 ${pdfNumber(width)} ${pdfNumber(height)}]` +
      `/Contents[${streams.join(' ')}]/Resources ${reference(resources)}/StructParents ${index}/Tabs/S${annots}>>`,
  );
  file.addPage(number);
  return number;
}

function writeContent(file: PdfFile, { key, operators }: PageStream, kept: ContentStreams): ObjectNumber {
  const number = file.reserve();
  const pack = () => packStream(latin1Bytes(operators()), CONTENT_LEVEL);
  const { bytes, filter } = key === undefined ? pack() : keep(kept, key, pack);
  file.writeStream(number, filter, bytes);
  return number;
}

/** Takes a value from those kept, which it makes the youngest of. */
function keep<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  if (kept.size >= MAXIMUM_KEPT_STREAMS) kept.delete(kept.keys().next().value!);
  kept.set(key, value);
  return value;
}
