import { brotliDecompressSync } from 'node:zlib';
import { readBytes, type ByteReader } from './byte-reader.js';
import { joinOutlines } from './outline-table.js';
import { viewOf, writeTables } from './sfnt.js';
import { restoreOutlines } from './woff2-outlines.js';

/**
 * Unpacks a WOFF2 file to the TrueType font it holds.
 *
 * Written here, since it needs no more than Node's own Brotli and the reversal of one transform: it is synchronous, so
 * that a font can be opened in the middle of setting a line, and starts without a WebAssembly module.
 * @returns a font with the tables of the original; their order, padding and `loca` format may differ
 * @throws Error when the file is damaged, holds a collection, or has no TrueType outlines
 * @see W3C Recommendation “WOFF File Format 2.0”
 */
export function decodeWoff2(bytes: Uint8Array): Uint8Array {
  const header = readBytes(bytes);
  if (header.uint32() !== WOFF2_SIGNATURE) throw new Error('The file is not a WOFF2 font.');
  if (header.uint32() !== TRUETYPE_FLAVOUR) throw new Error('The WOFF2 file holds no TrueType outlines.');
  header.take(4);
  const tableCount = header.uint16();
  header.take(6);
  const compressedLength = header.uint32();
  header.take(24);
  const entries = Array.from({ length: tableCount }, () => readEntry(header));
  const contents = readBytes(brotliDecompressSync(header.take(compressedLength)));
  const stored = new Map(
    entries.map((entry) => [entry.tag, { ...entry, bytes: contents.take(entry.length) }]),
  );
  return writeTables(restoreTables(stored));
}

const WOFF2_SIGNATURE = 0x774f4632;
const TRUETYPE_FLAVOUR = 0x00010000;

/** One table as the file's directory lists it; `length` is that of its bytes in the file. */
type Entry = Readonly<{ tag: string; transformed: boolean; length: number }>;
type StoredTable = Entry & Readonly<{ bytes: Uint8Array }>;

function readEntry(header: ByteReader): Entry {
  const flags = header.uint8();
  const known = flags & 0x3f;
  const tag =
    known === ARBITRARY_TAG
      ? String.fromCharCode(...header.take(4))
      : KNOWN_TAGS.slice(known * 4, known * 4 + 4);
  const version = flags >> 6;
  const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
  const originalLength = readBase128(header);
  return { tag, transformed, length: transformed ? readBase128(header) : originalLength };
}

const ARBITRARY_TAG = 63;

/** The tags that the directory names by number, four letters each. */
const KNOWN_TAGS =
  'cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLTVDMXvheavmtxBASE' +
  'GDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvarfdscfeatfmtxfvargvarhstyjustlcar' +
  'mortmorxopbdproptrakZapfSilfGlatGlocFeatSill';

function readBase128(reader: ByteReader): number {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = reader.uint8();
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return value;
  }
  throw new Error('The WOFF2 file has a damaged length.');
}

function restoreTables(stored: ReadonlyMap<string, StoredTable>): ReadonlyMap<string, Uint8Array> {
  const tables = new Map([...stored].map(([tag, table]) => [tag, table.bytes]));
  const glyf = required(stored, 'glyf');
  if (!glyf.transformed) return tables;
  const glyphs = restoreOutlines(glyf.bytes);
  const joined = joinOutlines(glyphs);
  tables.set('glyf', joined.glyf);
  tables.set('loca', joined.loca);
  tables.set('head', withOffsetFormat(required(stored, 'head').bytes, joined.longOffsets));
  const hmtx = required(stored, 'hmtx');
  if (hmtx.transformed) {
    const fullCount = viewOf(required(stored, 'hhea').bytes).getUint16(34);
    tables.set('hmtx', restoreMetrics(readBytes(hmtx.bytes), fullCount, glyphs.map(leftEdge)));
  }
  return tables;
}

function required(stored: ReadonlyMap<string, StoredTable>, tag: string): StoredTable {
  const table = stored.get(tag);
  if (table === undefined) throw new Error(`The WOFF2 file has no table ${tag}.`);
  return table;
}

function withOffsetFormat(head: Uint8Array, longOffsets: boolean): Uint8Array {
  const copy = head.slice();
  viewOf(copy).setInt16(50, longOffsets ? 1 : 0);
  return copy;
}

function leftEdge(glyph: Uint8Array): number {
  return glyph.length === 0 ? 0 : viewOf(glyph).getInt16(2);
}

/** Puts back the left side bearings that were left out because they equal the outlines' left edges. */
function restoreMetrics(packed: ByteReader, fullCount: number, leftEdges: readonly number[]): Uint8Array {
  const flags = packed.uint8();
  const advances = Array.from({ length: fullCount }, () => packed.uint16());
  const table = new Uint8Array(fullCount * 4 + (leftEdges.length - fullCount) * 2);
  const view = viewOf(table);
  for (const [glyphId, edge] of leftEdges.entries()) {
    const advance = advances[glyphId];
    const omitted = (flags & (advance === undefined ? 2 : 1)) !== 0;
    const bearing = omitted ? edge : packed.int16();
    if (advance === undefined) {
      view.setInt16(fullCount * 4 + (glyphId - fullCount) * 2, bearing);
    } else {
      view.setUint16(glyphId * 4, advance);
      view.setInt16(glyphId * 4 + 2, bearing);
    }
  }
  return table;
}
