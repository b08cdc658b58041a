/**
 * Divides a font file into its tables.
 * @returns the tables by their four-letter tags; they share memory with `bytes`
 * @throws Error when the file's table directory is damaged, or when the file isn't a single sfnt font
 * @see OpenType specification, “Organization of an OpenType Font”
 */
export function readTables(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const file = viewOf(bytes);
  if (bytes.length < DIRECTORY_START) throw new Error('The font file is shorter than its header.');
  const signature = file.getUint32(0);
  if (signature !== TRUETYPE_SIGNATURE && signature !== APPLE_SIGNATURE) {
    throw new Error('The font file is not a TrueType font.');
  }
  const count = file.getUint16(4);
  if (bytes.length < DIRECTORY_START + count * RECORD_LENGTH) {
    throw new Error('The font file is shorter than its table directory.');
  }
  const tables = new Map<string, DataView>();
  for (let index = 0; index < count; index++) {
    const record = DIRECTORY_START + index * RECORD_LENGTH;
    const start = file.getUint32(record + 8);
    const length = file.getUint32(record + 12);
    const tag = tagAt(file, record);
    if (start + length > bytes.length)
      throw new Error(`The font's table ${tag} runs past the end of the file.`);
    tables.set(tag, viewOf(bytes.subarray(start, start + length)));
  }
  return tables;
}

/**
 * Writes a TrueType font file from its tables, with its checksums.
 * @param tables contents by tag; `head` must be among them and is written with its `checkSumAdjustment` filled in
 * @returns the file; the same tables always give the same bytes
 */
export function writeTables(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  let start = DIRECTORY_START + tags.length * RECORD_LENGTH;
  const total = tags.reduce((length, tag) => length + padded(tables.get(tag)!.length), start);
  const bytes = new Uint8Array(total);
  const file = viewOf(bytes);
  let headStart = 0;
  writeDirectoryHeader(file, tags.length);
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag)!;
    bytes.set(table, start);
    if (tag === 'head') file.setUint32(start + CHECKSUM_ADJUSTMENT, 0);
    const record = DIRECTORY_START + index * RECORD_LENGTH;
    for (let letter = 0; letter < 4; letter++) file.setUint8(record + letter, tag.charCodeAt(letter));
    file.setUint32(record + 4, checksum(file, start, start + padded(table.length)));
    file.setUint32(record + 8, start);
    file.setUint32(record + 12, table.length);
    if (tag === 'head') headStart = start;
    start += padded(table.length);
  }
  file.setUint32(headStart + CHECKSUM_ADJUSTMENT, CHECKSUM_MAGIC - checksum(file, 0, total));
  return bytes;
}

/** Looks at bytes as numbers, without a copy. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const TRUETYPE_SIGNATURE = 0x00010000;
const APPLE_SIGNATURE = 0x74727565;
const DIRECTORY_START = 12;
const RECORD_LENGTH = 16;
/** Where `checkSumAdjustment` stands in the table `head`. */
const CHECKSUM_ADJUSTMENT = 8;
const CHECKSUM_MAGIC = 0xb1b0afba;

function tagAt(file: DataView, offset: number): string {
  const letters = [0, 1, 2, 3].map((index) => file.getUint8(offset + index));
  return String.fromCharCode(...letters);
}

function writeDirectoryHeader(file: DataView, count: number): void {
  const exponent = Math.floor(Math.log2(count));
  const searchRange = RECORD_LENGTH * 2 ** exponent;
  file.setUint32(0, TRUETYPE_SIGNATURE);
  file.setUint16(4, count);
  file.setUint16(6, searchRange);
  file.setUint16(8, exponent);
  file.setUint16(10, count * RECORD_LENGTH - searchRange);
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function checksum(file: DataView, start: number, end: number): number {
  let sum = 0;
  for (let offset = start; offset < end; offset += 4) sum = (sum + file.getUint32(offset)) | 0;
  return sum >>> 0;
}
