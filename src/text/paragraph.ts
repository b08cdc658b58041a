import type { Direction } from '../base/direction.js';
import type { Points } from '../base/units.js';
import type { TextStyle } from '../style/text-style.js';
import type { FontFace } from './font.js';

/** A stretch of text in one style and one language. */
export type TextSpan = Readonly<{
  /**
   * The characters. May hold isolates (U+2066 to U+2069), soft hyphens, zero-width spaces, word joiners and `\n` for a
   * forced line end; all of these steer the setting and none is painted.
   */
  text: string;
  style: TextStyle;
  /** BCP 47 tag. */
  lang: string;
  /** No line ends inside the span. */
  noBreak: boolean;
  /** Its number is one to call: it counts nothing, so the word after it may stand on the next line. */
  isCall?: boolean;
  /** Chosen by the caller, handed back on every run set from this span: the id of the document node. */
  tag: number;
}>;

/** One paragraph to be set. */
export type ParagraphInput = Readonly<{
  spans: readonly TextSpan[];
  /** BCP 47 tag of the paragraph. */
  lang: string;
  dir: Direction;
  /** `body` breaks for even lines; `heading` also avoids a lone short last word and never hyphenates. */
  purpose: 'body' | 'heading';
}>;

/** Glyphs of one face, size, colour and direction, painted from left to right. */
export type GlyphRun = Readonly<{
  face: FontFace;
  style: TextStyle;
  lang: string;
  tag: number;
  /** UAX #9 embedding level; odd levels run from right to left. */
  level: number;
  /** ISO 15924 code. */
  script: string;
  /** Offset of the run's left edge from the line's left edge. */
  x: Points;
  width: Points;
  /** Where the run's text stands in the paragraph's text, in UTF-16 code units. */
  start: number;
  end: number;
  glyphs: readonly Glyph[];
}>;

/** One positioned glyph; lengths are in font units. */
export type Glyph = Readonly<{
  glyphId: number;
  /** Start of the cluster in the paragraph's text. */
  cluster: number;
  xAdvance: number;
  xOffset: number;
  yOffset: number;
}>;

/** How much of a line's ends may stand out of its measure. */
export type Hang = Readonly<{
  /** The blank half of a full-width mark at the line's start: it may always stand out. */
  startBlank: Points;
  /** A quotation mark at the line's start, with the space that belongs to it: it stands out where there is room. */
  startInk: Points;
  /** The blank half of a full-width mark at the line's end. */
  endBlank: Points;
}>;

/** One line of a set paragraph. */
export type Line = Readonly<{
  /** The paragraph's whole text, controls included; `runs` refer to it. */
  text: string;
  start: number;
  /** After the last character painted on the line: white space at the line's end hangs and isn't counted. */
  end: number;
  /** In visual order, from left to right. */
  runs: readonly GlyphRun[];
  width: Points;
  /** Where punctuation at its ends may stand out of the measure; `width` includes it. */
  hang?: Hang;
}>;

/** A paragraph set to a measure. */
export type SetParagraph = Readonly<{
  lines: readonly Line[];
  /** Whether some unbreakable stretch is wider than the measure; it is set whole and sticks out. */
  overflows: boolean;
}>;
