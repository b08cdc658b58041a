import type { Typeface } from '../base/typeface.js';
import type { FontWeight } from '../style/text-style.js';

/** First and last code point of a stretch of characters. */
export type CodePointRange = readonly [first: number, last: number];

/** A font file in an installed package. */
export type FontFile = Readonly<{
  /** Names the file's face in messages, for instance `NotoSansThai-Bold`. */
  name: string;
  /** Files of one name are slices of one design; a PDF embeds them as one font. */
  embedName: string;
  package: string;
  /** Path of the file inside the package. */
  path: string;
  weight: FontWeight;
  format: 'ttf' | 'woff2';
  /** Where to pin a variable font before it is used. */
  axes?: Readonly<{ wght: number }>;
  /** The characters that the file is meant for, in order of code points; all that it has when absent. */
  ranges?: readonly CodePointRange[];
}>;

/** What a text wants of a font. */
export type FaceRequest = Readonly<{
  /** ISO 15924 code. */
  script: string;
  /** BCP 47 tag; it decides between the national forms of Chinese characters, for instance. */
  lang: string;
  /** The face of Latin text. */
  typeface: Typeface;
  weight: FontWeight;
  italic: boolean;
}>;

/** Reads a file of an installed package. */
export type ReadPackageFile = (packageName: string, path: string) => Uint8Array;

/** Tells whether a code point lies in one of the ranges, which stand in order. */
export function inRanges(ranges: readonly CodePointRange[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle]!;
    if (codePoint < first) high = middle;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
