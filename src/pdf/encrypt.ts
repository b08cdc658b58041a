import { randomBytes } from 'node:crypto';

import { latin1Bytes } from './file.js';
import { withoutArchiveClaim } from './metadata.js';
import { createStandardSecurity, hexadecimal, type RandomBytes } from './standard-security.js';

/**
 * Locks a file that this program has written with a password: every string and every stream in it is encrypted. It is still
 * PDF/UA, and whoever opens it may do all with it, but no PDF/A any more, which forbids encryption, and says so no more.
 * @param pdf as `PdfWriter` gives it, with one plain cross-reference table
 * @param random drawn from the system's source without it
 * @see ISO 32000-2, 7.6; ISO 14289-1, 7.16
 */
export function encryptPdf(pdf: Uint8Array, password: string, random: RandomBytes = randomBytes): Uint8Array {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const { offsets, trailer, tableOffset } = readTable(source);
  const security = createStandardSecurity(password, random);
  const writing: Writing = { chunks: [], length: 0, offsets: offsets.map(() => 0) };
  const inOrder = [...offsets.entries()]
    .filter(([number]) => number > 0)
    .sort(([, one], [, other]) => one - other);
  append(writing, source.subarray(0, inOrder[0]?.[1] ?? tableOffset));
  for (const [index, [number, offset]] of inOrder.entries()) {
    writing.offsets[number] = writing.length;
    const end = inOrder[index + 1]?.[1] ?? tableOffset;
    append(writing, encryptObject(source.subarray(offset, end), security.encrypt));
  }
  const number = offsets.length;
  writing.offsets.push(writing.length);
  append(writing, latin1Bytes(`${number} 0 obj\n${security.dictionary}\nendobj\n`));
  append(writing, latin1Bytes(endOfFile(writing, trailer)));
  return Buffer.concat(writing.chunks);
}

type Writing = { readonly chunks: Uint8Array[]; length: number; readonly offsets: number[] };

function append(writing: Writing, bytes: Uint8Array): void {
  writing.chunks.push(bytes);
  writing.length += bytes.byteLength;
}

type Table = Readonly<{
  /** Where each object begins, by its number. */
  offsets: readonly number[];
  /** The entries of the trailer. */
  trailer: string;
  tableOffset: number;
}>;

function readTable(source: Buffer): Table {
  const end = source.subarray(-64).toString('latin1');
  const tableOffset = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
  const table = /^xref\n0 (\d+)\n([\d nf\n]+)trailer\n<<\n([^]*)\n>>\nstartxref/.exec(
    source.subarray(tableOffset).toString('latin1'),
  );
  if (table === null) throw new Error('The file has no plain cross-reference table.');
  const offsets = table[2]!.match(/\d{10}(?= \d{5} )/g)!.map(Number);
  return { offsets, trailer: table[3]!, tableOffset };
}

function endOfFile({ offsets, length }: Writing, trailer: string): string {
  const rows = offsets.map((offset, number) =>
    number === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  const entries = trailer.replace(
    /\/Size \d+/,
    `/Size ${offsets.length}\n/Encrypt ${offsets.length - 1} 0 R`,
  );
  return `xref\n0 ${offsets.length}\n${rows.join('')}trailer\n<<\n${entries}\n>>\nstartxref\n${length}\n%%EOF\n`;
}

type Encrypt = (bytes: Uint8Array) => Uint8Array;

/** Encrypts the strings of an object, and its stream if it has one. */
function encryptObject(object: Buffer, encrypt: Encrypt): Uint8Array {
  const start = object.indexOf('\nstream\n');
  const head = object.subarray(0, start < 0 ? undefined : start).toString('latin1');
  // In a stream's dictionary only its own length stands by itself.
  const length = start < 0 ? undefined : /\/Length (\d+)(?= *[/>])/.exec(head)?.[1];
  if (length === undefined) return latin1Bytes(encryptStrings(extended(head), encrypt));
  const from = start + '\nstream\n'.length;
  const plain = object.subarray(from, from + Number(length));
  const bytes = encrypt(head.includes('/Type/Metadata') ? withoutArchiveClaim(plain) : plain);
  const written = head.replace(/\/Length \d+(?= *[/>])/, `/Length ${bytes.byteLength}`);
  return Buffer.concat([
    latin1Bytes(`${encryptStrings(written, encrypt)}\nstream\n`),
    bytes,
    object.subarray(from + Number(length)),
  ]);
}

/** Says in the catalog that the file uses what came after PDF 1.7. @see Adobe Supplement to ISO 32000, extension level 8 */
function extended(object: string): string {
  if (!/\/Type ?\/Catalog\b/.test(object)) return object;
  return object.replace('<<', '<<\n/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>');
}

/** Strings in brackets, with brackets and escapes in them, and in hexadecimal digits; a dictionary begins with two of those signs. */
const STRING = /\((?:[^()\\]|\\[^])*\)|<<|<([0-9A-Fa-f\s]*)>/g;

function encryptStrings(syntax: string, encrypt: Encrypt): string {
  return syntax.replace(STRING, (written, digits: string | undefined) => {
    if (written === '<<') return written;
    const bytes =
      digits === undefined
        ? literalBytes(written.slice(1, -1))
        : Buffer.from(digits.replace(/\s/g, ''), 'hex');
    return hexadecimal(encrypt(bytes));
  });
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** @see ISO 32000-1, 7.3.4.2; neither this program nor pdfkit writes octal escapes or ends a line inside a string */
function literalBytes(text: string): Uint8Array {
  return latin1Bytes(text.replace(/\\([^])/g, (_, character: string) => ESCAPES[character] ?? character));
}
