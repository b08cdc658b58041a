import type { FontWeight } from '../style/text-style.js';
import type { FontFace } from './font.js';

/** What a text wants of a font. */
export type FaceRequest = Readonly<{
  /** ISO 15924 code. */
  script: string;
  /** BCP 47 tag; it decides between the national forms of Chinese characters, for instance. */
  lang: string;
  weight: FontWeight;
  italic: boolean;
}>;

/** A face that may show a text, opened only when it is needed. */
export type Candidate = Readonly<{
  /** Whether the font's file is declared to hold the character; the opened face has the last word. */
  mayCover(codePoint: number): boolean;
  open(): FontFace;
}>;

/** The fonts of the process. */
export type FontLibrary = Readonly<{
  /** Faces for a text, best first: those of its script, then Latin, then symbols. The same list for the same request. */
  candidates(request: FaceRequest): readonly Candidate[];
}>;
