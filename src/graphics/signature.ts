/** A form of picture that handouts can show. */
export type PictureFormat = 'png' | 'jpeg' | 'svg';

/** What the first bytes of a file say it is: a form that can be shown, or the name of one that can't. */
export type Signature =
  Readonly<{ known: true; format: PictureFormat }> | Readonly<{ known: false; name: string | undefined }>;

type Mark = Readonly<{ name: string; offset: number; bytes: readonly number[] }>;

const PNG: Mark = {
  name: 'PNG',
  offset: 0,
  bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};
const JPEG: Mark = { name: 'JPEG', offset: 0, bytes: [0xff, 0xd8, 0xff] };
const UTF8_MARK: Mark = { name: 'UTF-8', offset: 0, bytes: [0xef, 0xbb, 0xbf] };

const OTHERS: readonly Mark[] = [
  { name: 'a GIF picture', offset: 0, bytes: codes('GIF8') },
  { name: 'a WebP picture', offset: 8, bytes: codes('WEBP') },
  { name: 'a HEIC or AVIF picture', offset: 4, bytes: codes('ftyp') },
  { name: 'a TIFF picture', offset: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'a TIFF picture', offset: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: 'a BMP picture', offset: 0, bytes: codes('BM') },
  { name: 'a PDF file', offset: 0, bytes: codes('%PDF') },
  { name: 'a PostScript file', offset: 0, bytes: codes('%!PS') },
  { name: 'a compressed file (.svgz or .gz)', offset: 0, bytes: [0x1f, 0x8b] },
  { name: 'a UTF-16 text', offset: 0, bytes: [0xff, 0xfe] },
  { name: 'a UTF-16 text', offset: 0, bytes: [0xfe, 0xff] },
];

/**
 * Tells the form of a picture from its first bytes, never from its name. A text that begins with `<`, after white
 * space or a UTF-8 byte order mark, counts as SVG: what it really is, the SVG reader says with a line and a column.
 */
export function signatureOf(bytes: Uint8Array): Signature {
  if (carries(bytes, PNG)) return { known: true, format: 'png' };
  if (carries(bytes, JPEG)) return { known: true, format: 'jpeg' };
  if (beginsWithTag(bytes)) return { known: true, format: 'svg' };
  return { known: false, name: OTHERS.find((mark) => carries(bytes, mark))?.name };
}

function beginsWithTag(bytes: Uint8Array): boolean {
  let index = carries(bytes, UTF8_MARK) ? UTF8_MARK.bytes.length : 0;
  while (isSpace(bytes[index])) index += 1;
  return bytes[index] === 0x3c;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function carries(bytes: Uint8Array, mark: Mark): boolean {
  return mark.bytes.every((byte, index) => bytes[mark.offset + index] === byte);
}

function codes(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
