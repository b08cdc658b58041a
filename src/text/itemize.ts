import type { Problem, Report } from '../base/problem.js';
import type { TextStyle } from '../style/text-style.js';
import type { FontFace } from './font.js';
import type { FaceRequest } from './font-file.js';
import type { GraphemeSplitter } from './grapheme.js';
import type { Candidate, FontLibrary } from './font-library.js';
import { missingFont } from './missing-font.js';
import type { TextSpan } from './paragraph.js';

/** A stretch of a paragraph that is shaped as one: same face, script, level, language and style. */
export type Item = Readonly<{
  start: number;
  end: number;
  face: FontFace;
  script: string;
  level: number;
  lang: string;
  style: TextStyle;
  /** Index of the span it comes from. */
  span: number;
}>;

/** A paragraph's text with what is known of each UTF-16 code unit. */
export type AnalysedText = Readonly<{
  text: string;
  spans: readonly TextSpan[];
  levels: Uint8Array;
  scripts: readonly string[];
}>;

/** What itemising needs. */
export type ItemizeTools = Readonly<{ fonts: FontLibrary; graphemes: GraphemeSplitter }>;

/** Characters that steer the setting and are never painted, so no font need cover them. */
const UNPAINTED = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028\u2029]$/u;

/** Characters that shaping can make from simpler ones that every text font has. */
const SUBSTITUTES: ReadonlyMap<number, number> = new Map([
  ...[0xa0, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f, 0x205f].map((space) => [space, 0x20] as const),
  [0x2011, 0x2010],
]);

/**
 * Cuts a paragraph into items. Each grapheme takes the first face that covers all of it: the faces of its script, then
 * of Latin, then the symbols.
 * @param report receives `text/missing-glyph` for a character that no face has, and `text/missing-font` for one whose font could be
 *   added; the character is then left out
 */
export function itemize(
  analysed: AnalysedText,
  { fonts, graphemes }: ItemizeTools,
  report: Report,
): readonly Item[] {
  const items: GrowingItem[] = [];
  let start = 0;
  for (const [span, { text, style, lang }] of analysed.spans.entries()) {
    const { typeface, weight, italic } = style;
    const faces = createFaceChooser(fonts, { lang, typeface, weight, italic });
    for (const { segment, index } of graphemes(text)) {
      const offset = start + index;
      const script = analysed.scripts[offset]!;
      const face = faces(script, segment, report);
      if (face === undefined) continue;
      const level = analysed.levels[offset]!;
      const end = offset + segment.length;
      const last = items.at(-1);
      const goesOn =
        last?.end === offset &&
        last.face === face &&
        last.script === script &&
        last.level === level &&
        last.span === span;
      if (goesOn) last.end = end;
      else items.push({ start: offset, end, face, script, level, lang, style, span });
    }
    start += text.length;
  }
  return items;
}

type GrowingItem = Omit<Item, 'end'> & { end: number };

/** Chooses the face of each grapheme of one span; unpainted characters stay in the face before them. */
function createFaceChooser(fonts: FontLibrary, wanted: Omit<FaceRequest, 'script'>) {
  let current: FontFace | undefined;
  let currentScript = '';
  let candidates: readonly Candidate[] = [];
  return (script: string, grapheme: string, report: Report): FontFace | undefined => {
    if (script !== currentScript) candidates = fonts.candidates({ ...wanted, script });
    currentScript = script;
    const [first] = candidates;
    // Most of most texts: a letter that the script's own face has.
    if (isPlain(grapheme) && first?.mayCover(grapheme.charCodeAt(0))) {
      const face = first.open();
      if (face.nominalGlyph(grapheme.charCodeAt(0)) !== 0) return (current = face);
    }
    const characters = paintedCodePoints(grapheme);
    if (characters.length === 0) return (current ??= candidates[0]?.open());
    for (const candidate of candidates) {
      if (!characters.every((codePoint) => candidate.mayCover(codePoint))) continue;
      const face = candidate.open();
      if (characters.every((codePoint) => covers(face, codePoint))) return (current = face);
    }
    const absent = fonts.missingPackage(script);
    report(absent === undefined ? missingGlyph(grapheme) : missingFont(script, absent));
    return undefined;
  };
}

function missingGlyph(grapheme: string): Problem {
  const codePoints = Array.from(grapheme, (character) => {
    return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  return {
    code: 'text/missing-glyph',
    severity: 'error',
    message: `No shipped font can show “${grapheme}” (${codePoints.join(' ')}).`,
    subject: grapheme,
    hint: 'Replace the character with words or with one that the fonts have.',
  };
}

function isPlain(grapheme: string): boolean {
  return grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~';
}

function paintedCodePoints(grapheme: string): readonly number[] {
  return Array.from(grapheme)
    .filter((character) => !UNPAINTED.test(character))
    .map((character) => character.codePointAt(0)!);
}

function covers(face: FontFace, codePoint: number): boolean {
  if (face.nominalGlyph(codePoint) !== 0) return true;
  const substitute = SUBSTITUTES.get(codePoint);
  return substitute !== undefined && face.nominalGlyph(substitute) !== 0;
}
