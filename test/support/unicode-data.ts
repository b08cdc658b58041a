import { readFileSync } from 'node:fs';
import { isMissingFile } from './tools.js';

const FOLDER = '/usr/share/unicode';

/** Tells whether a file of the Unicode Character Database is missing; see `isMissing` for what follows. */
export function isMissingUnicodeData(name: string): boolean {
  return isMissingFile(`${FOLDER}/${name}`, 'It comes with the Debian package unicode-data.');
}

/** The lines of a file of the Unicode Character Database that hold data, without their comments. */
export function readUnicodeData(name: string): readonly string[] {
  return readFileSync(`${FOLDER}/${name}`, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/** The text that stands in a test file as hexadecimal code points with spaces between. */
export function fromCodePoints(codePoints: string): string {
  return String.fromCodePoint(...codePoints.split(' ').map((digits) => Number.parseInt(digits, 16)));
}
