import { createRequire } from 'node:module';
import { zlibSync } from 'fflate';

/** The number of an object in a PDF file. */
export type ObjectNumber = number;

/** What stands in the document information dictionary; the same facts stand in the XMP metadata. */
export type DocumentInfo = Readonly<{
  Title: string;
  Author: string;
  Creator: string;
  Producer: string;
  CreationDate: Date;
  ModDate: Date;
}>;

/** A PDF file being written, object by object. Objects may refer to each other before they are written. */
export type PdfFile = Readonly<{
  /** Entries of the catalog, each already in PDF syntax. */
  catalog: Map<string, string>;
  /** Takes the next object number. */
  reserve(): ObjectNumber;
  /** Writes an object with a body in PDF syntax. */
  write(number: ObjectNumber, body: string): void;
  /** Writes a stream; `entries` is the inside of its dictionary, without the length. */
  writeStream(number: ObjectNumber, entries: string, bytes: Uint8Array): void;
  /** The object that holds all pages. */
  pages: ObjectNumber;
  addPage(number: ObjectNumber): void;
  /** Writes what is left and returns the whole file. Every reserved object must have been written. */
  finish(): Uint8Array;
}>;

/** Makes PDF files. */
export type PdfFileFactory = (info: DocumentInfo) => PdfFile;

/** Writes a reference to an object. */
export function reference(number: ObjectNumber): string {
  return `${number} 0 R`;
}

/** A stream that is shorter gains less by being compressed than it costs. */
const WORTH_COMPRESSING_BYTES = 2048;

/** A stream as it stands in a file, and the entry of its dictionary that says how to read it. */
export type StreamBytes = Readonly<{ bytes: Uint8Array; filter: string }>;

/** Compresses a stream if that is worth while. */
export function packStream(bytes: Uint8Array, level: CompressionLevel = 9): StreamBytes {
  if (bytes.length < WORTH_COMPRESSING_BYTES) return { bytes, filter: '' };
  return { bytes: deflate(bytes, level), filter: '/Filter/FlateDecode' };
}

/** 2 is quick, 9 is small. */
export type CompressionLevel = 2 | 6 | 9;

/**
 * Compresses a stream. `fflate` gives the same bytes on every machine and every version of Node, which zlib doesn't.
 */
export function deflate(bytes: Uint8Array, level: CompressionLevel): Uint8Array {
  return zlibSync(bytes, { level });
}

/** Turns a string of PDF syntax, all of it Latin-1, into bytes. */
export function latin1Bytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

type PdfkitReference = { readonly id: number; data: unknown; offset: number };

type PdfkitDocument = {
  _root: { data: Record<string, unknown> };
  _offset: number;
  chunks?: (string | Uint8Array)[];
  ref(data: object): PdfkitReference;
  _write(data: string | Uint8Array): void;
  _refEnd(object: PdfkitReference): void;
  push(chunk: unknown): boolean;
  initOutline(): void;
  endOutline(): void;
  endMetadata(): void;
  endMarkings(): void;
  end(): void;
};

type PdfkitConstructor = new (options: object) => PdfkitDocument;

/** Opens pdfkit, whose object writing, cross-reference table and trailer every file uses. */
export function openPdfFileFactory(): PdfFileFactory {
  const CollectingDocument = collecting(requirePdfkit());
  return (info) => createFile(CollectingDocument, info);
}

/**
 * Loads pdfkit without the parts that read fonts and pictures: they are never used here, and loading them takes longer
 * than making a handout.
 */
function requirePdfkit(): PdfkitConstructor {
  const require = createRequire(import.meta.url);
  const pdfkitPath = require.resolve('pdfkit');
  const resolve = createRequire(pdfkitPath).resolve;
  const unused = ['fontkit', 'linebreak', 'png-js'].map((name) => resolve(name));
  const loadedBefore = unused.map((path) => require.cache[path]);
  for (const path of unused) {
    require.cache[path] = {
      ...require.cache[path],
      id: path,
      filename: path,
      loaded: true,
      exports: {},
    } as NodeModule;
  }
  try {
    return require(pdfkitPath) as PdfkitConstructor;
  } finally {
    for (const [index, path] of unused.entries()) {
      const before = loadedBefore[index];
      if (before === undefined) delete require.cache[path];
      else require.cache[path] = before;
    }
    delete require.cache[pdfkitPath];
  }
}

/** A pdfkit document that keeps what it writes in a list, rather than pushing it through a stream piece by piece. */
function collecting(Pdfkit: PdfkitConstructor): PdfkitConstructor {
  return class extends Pdfkit {
    override _write(data: string | Uint8Array): void {
      const chunk = typeof data === 'string' ? `${data}\n` : data;
      const chunks = (this.chunks ??= []);
      const last = chunks.at(-1);
      // Many small strings are turned into bytes at once.
      if (typeof chunk === 'string' && typeof last === 'string') chunks[chunks.length - 1] = last + chunk;
      else chunks.push(chunk);
      this._offset += chunk.length;
    }
    override push(): boolean {
      // Nobody reads the stream, and its end would wait in the queue of the next tick with the whole document.
      return true;
    }
    override initOutline(): void {
      // The bookmarks are written by bookmark.ts, so a root for them would be reached from nowhere.
    }
    override endOutline(): void {
      // As above.
    }
    override endMetadata(): void {
      // The metadata stream is written by metadata.ts, which escapes what it is given.
    }
    override endMarkings(): void {
      // The structure tree is written by structure-writer.ts, in fewer and smaller objects.
    }
  };
}

/** What pdfkit would write in an object that `PdfFile.write` writes instead. */
const NO_DATA = {};

function createFile(Document: PdfkitConstructor, info: DocumentInfo): PdfFile {
  const pdfkit = new Document({ pdfVersion: '1.7', compress: false, autoFirstPage: false, font: null, info });
  const pages = pdfkit._root.data['Pages'] as PdfkitReference & { data: { Kids: unknown[]; Count: number } };
  const open = new Map<ObjectNumber, PdfkitReference>();
  const raw = rawSyntax(Object.getPrototypeOf(Object.getPrototypeOf(pages)) as object);
  const catalog = new Map<string, string>();
  const write = (number: ObjectNumber, body: string, bytes?: Uint8Array) => {
    const object = open.get(number);
    if (object === undefined) throw new Error(`Object ${number} is not open.`);
    open.delete(number);
    object.offset = pdfkit._offset;
    if (bytes === undefined) {
      pdfkit._write(`${number} 0 obj\n${body}\nendobj`);
    } else {
      pdfkit._write(`${number} 0 obj\n${body}\nstream`);
      pdfkit._write(bytes);
      pdfkit._write('\nendstream\nendobj');
    }
    pdfkit._refEnd(object);
  };
  return {
    catalog,
    pages: pages.id,
    reserve: () => {
      const object = pdfkit.ref(NO_DATA);
      open.set(object.id, object);
      return object.id;
    },
    write,
    writeStream: (number, entries, bytes) => write(number, `<<${entries}/Length ${bytes.length}>>`, bytes),
    addPage: (number) => {
      pages.data.Kids.push(raw(reference(number)));
      pages.data.Count += 1;
    },
    finish: () => {
      if (open.size > 0) throw new Error(`Objects ${[...open.keys()].join(', ')} were never written.`);
      for (const [key, value] of catalog) pdfkit._root.data[key] = raw(value);
      pdfkit.end();
      return joinChunks(pdfkit.chunks ?? [], pdfkit._offset);
    },
  };
}

/**
 * Makes values that pdfkit writes as they are: it asks any of its reference objects for its text. It also ends some
 * entries of the catalog, which are already written here.
 */
function rawSyntax(referencePrototype: object): (syntax: string) => object {
  return (syntax) => {
    const value = Object.create(referencePrototype) as { toString(): string; end(): void };
    value.toString = () => syntax;
    value.end = () => undefined;
    return value;
  };
}

function joinChunks(chunks: readonly (string | Uint8Array)[], length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let offset = 0;
  for (const chunk of chunks) {
    if (typeof chunk === 'string') bytes.write(chunk, offset, 'latin1');
    else bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
