import type { Problem, Staged } from '../base/problem.js';
import type { Points } from '../base/units.js';
import type { TextStyle } from '../style/text-style.js';
import { createBidiAlgorithm } from './bidi.js';
import type { Bidi } from './bidi.js';
import { breakLines } from './break-lines.js';
import type { BreakInput, Opportunity } from './break-lines.js';
import { emergencyOpportunities, findOpportunities } from './break-opportunity.js';
import type { FontLibrary } from './font-library.js';
import { createGraphemeSplitter } from './grapheme.js';
import type { GraphemeSplitter } from './grapheme.js';
import { blankAfter, mayEndBlank, withHang } from './hanging.js';
import { openHyphenation } from './hyphenate.js';
import type { Hyphenation } from './hyphenate.js';
import { itemize } from './itemize.js';
import { tagLines, takeLine } from './line.js';
import type { LineExtent, Reshape, ShapedItem } from './line.js';
import type { ParagraphInput, SetParagraph, TextSpan } from './paragraph.js';
import { createScriptResolver } from './script.js';
import type { ScriptResolver } from './script.js';
import { createShaper } from './shape.js';
import type { Shaper } from './shape.js';

/** Sets paragraphs, and keeps what it has set: a paragraph seen before costs a look-up. */
export type Typesetter = Readonly<{
  /**
   * Sets a paragraph to a measure.
   * @returns lines shared with other callers, never to be changed; reports `text/missing-glyph`
   */
  set(paragraph: ParagraphInput, measure: Points): Staged<SetParagraph>;
}>;

/** A typesetter that lasts. */
export type MainTypesetter = Typesetter &
  Readonly<{
    /**
     * Makes a typesetter for one patient's copy. It takes what this one has kept and adds nothing to it: what is set for
     * a patient is forgotten with the copy.
     */
    forCopy(): Typesetter;
  }>;

/** What is known of a paragraph before its measure is. */
type PreparedParagraph = Readonly<{
  text: string;
  spans: readonly TextSpan[];
  items: readonly ShapedItem[];
  /** Width of the text before each offset, were it all on one line. */
  widthBefore: Float64Array;
  opportunities: readonly Opportunity[];
  /** For each offset, the end of the text before it without white space. */
  trimmedEnd: Int32Array;
  problems: readonly Problem[];
  /** The paragraph set to each measure, its runs tagged with the index of their span. */
  set: Map<Points, Staged<SetParagraph>>;
}>;

type Tools = Readonly<{
  fonts: FontLibrary;
  bidi: Bidi;
  scripts: ScriptResolver;
  shape: Shaper;
  hyphenation: Hyphenation;
  graphemes: GraphemeSplitter;
}>;

/** Several languages and sizes of a series; the paragraphs not seen for longest are dropped. */
const MAXIMUM_KEPT_PARAGRAPHS = 700;
const MAXIMUM_KEPT_MEASURES = 8;

/** Makes a typesetter with its own memory. */
export function createTypesetter(fonts: FontLibrary): MainTypesetter {
  const tools: Tools = {
    fonts,
    bidi: createBidiAlgorithm(),
    scripts: createScriptResolver(),
    shape: createShaper(),
    hyphenation: openHyphenation(),
    graphemes: createGraphemeSplitter(),
  };
  return typesetterOf(tools, createParagraphKey(), new Map());
}

/** A typesetter that keeps paragraphs, and may borrow others. */
function typesetterOf(
  tools: Tools,
  keyOf: (paragraph: ParagraphInput) => string,
  borrowed: ReadonlyMap<string, PreparedParagraph>,
): MainTypesetter {
  const kept = new Map<string, PreparedParagraph>();
  return {
    forCopy: () => typesetterOf(tools, keyOf, kept),
    set(paragraph, measure) {
      const key = keyOf(paragraph);
      let prepared = borrowed.get(key);
      if (prepared === undefined) {
        prepared = kept.get(key) ?? prepare(paragraph, tools);
        kept.delete(key);
        keepWithin(kept, MAXIMUM_KEPT_PARAGRAPHS);
        kept.set(key, prepared);
      }
      let set = prepared.set.get(measure);
      if (set === undefined) {
        keepWithin(prepared.set, MAXIMUM_KEPT_MEASURES);
        prepared.set.set(measure, (set = setPrepared(prepared, { paragraph, measure, shape: tools.shape })));
      }
      const tags = paragraph.spans.map((span) => span.tag);
      return { value: { ...set.value, lines: tagLines(set.value.lines, tags) }, problems: set.problems };
    },
  };
}

function keepWithin<Key>(map: Map<Key, unknown>, limit: number): void {
  if (map.size >= limit) map.delete(map.keys().next().value as Key);
}

/** Names styles by number, so that the key of a paragraph is quick to write. */
function createParagraphKey(): (paragraph: ParagraphInput) => string {
  const numbers = new WeakMap<TextStyle, number>();
  const byContent = new Map<string, number>();
  const numberOf = (style: TextStyle) => {
    let number = numbers.get(style);
    if (number === undefined) {
      const content = JSON.stringify(style);
      number = byContent.get(content) ?? byContent.size;
      byContent.set(content, number);
      numbers.set(style, number);
    }
    return number;
  };
  return ({ spans, lang, dir, purpose }) => {
    let key = `${lang} ${dir} ${purpose}`;
    for (const span of spans) {
      key += `\0${span.text}\0${numberOf(span.style)}${span.noBreak ? '!' : ' '}${span.isCall ? '+' : ' '}${span.lang}`;
    }
    return key;
  };
}

function prepare(paragraph: ParagraphInput, tools: Tools): PreparedParagraph {
  const { bidi, scripts, shape } = tools;
  const problems: Problem[] = [];
  const spans = paragraph.spans.map((span) => ({ ...span, text: spanText(span, paragraph, tools) }));
  const text = spans.map((span) => span.text).join('');
  const analysed = { text, spans, levels: bidi.levels(text, paragraph.dir), scripts: scripts(text) };
  const items = itemize(analysed, tools, (problem) => problems.push(problem)).map((item) => ({
    item,
    glyphs: shape(text, item),
  }));
  return {
    text,
    spans,
    items,
    widthBefore: accumulateWidths(text, items),
    opportunities: findOpportunities(text, spans),
    trimmedEnd: trimEnds(text),
    problems,
    set: new Map(),
  };
}

/** A span's text composed, with its forced line ends as characters that bidi takes for white space, and long words divided. */
function spanText(span: TextSpan, paragraph: ParagraphInput, { hyphenation }: Tools): string {
  const text = span.text.normalize('NFC').replaceAll('\n', '\u2028');
  const isDivided = paragraph.purpose === 'body' && !span.noBreak;
  return isDivided ? hyphenation.hyphenate(text, span.lang) : text;
}

function accumulateWidths(text: string, items: readonly ShapedItem[]): Float64Array {
  const widthBefore = new Float64Array(text.length + 1);
  for (const { item, glyphs } of items) {
    const scale = item.style.size / item.face.unitsPerEm;
    for (const { cluster, xAdvance } of glyphs) widthBefore[cluster + 1]! += xAdvance * scale;
  }
  for (let offset = 1; offset < widthBefore.length; offset++)
    widthBefore[offset]! += widthBefore[offset - 1]!;
  return widthBefore;
}

function trimEnds(text: string): Int32Array {
  const ends = new Int32Array(text.length + 1);
  for (let offset = 1; offset <= text.length; offset++) {
    ends[offset] =
      /[\s\u200b\u2028]/.test(text[offset - 1]!) && text[offset - 1] !== '\u00a0'
        ? ends[offset - 1]!
        : offset;
  }
  return ends;
}

type Setting = Readonly<{ paragraph: ParagraphInput; measure: Points; shape: Shaper }>;

function setPrepared(prepared: PreparedParagraph, setting: Setting): Staged<SetParagraph> {
  const { text, items, problems } = prepared;
  if (text === '') return { value: { lines: [], overflows: false }, problems };
  const { extents, overflows } = chooseExtents(prepared, setting);
  const reshape: Reshape = (item) => setting.shape(text, item);
  const { dir } = setting.paragraph;
  const lines = extents.map((extent) => withHang(takeLine({ text, items }, extent, reshape), dir));
  return { value: { lines, overflows }, problems };
}

/** Breaks the paragraph; cuts a stretch that is too wide for the measure between graphemes rather than let it stick out. */
function chooseExtents(
  prepared: PreparedParagraph,
  { paragraph, measure }: Setting,
): Readonly<{ extents: readonly LineExtent[]; overflows: boolean }> {
  const { text, opportunities, trimmedEnd } = prepared;
  const input = {
    measure,
    width: lineWidths(prepared),
    balanced: paragraph.purpose === 'heading',
  };
  const extentsAt = (choices: readonly Opportunity[]) =>
    extentsOf({ ...input, opportunities: choices }, trimmedEnd);
  const extents = extentsAt(opportunities);
  const tooWide = ({ start, end, hyphen }: LineExtent) =>
    input.width(start, { offset: end, mandatory: false, hyphen }) > measure + 0.01;
  if (!extents.some(tooWide)) return { extents, overflows: false };
  return { extents: extentsAt(emergencyOpportunities(text, opportunities)), overflows: true };
}

function extentsOf(input: BreakInput, trimmedEnd: Int32Array): readonly LineExtent[] {
  let start = 0;
  return breakLines(input).map((index) => {
    const { offset, hyphen } = input.opportunities[index]!;
    const extent = { start, end: Math.max(start, trimmedEnd[offset]!), hyphen };
    start = offset;
    return extent;
  });
}

/** The blank half of a full-width mark at a line's end needs no room: it hangs. */
function lineWidths({ text, widthBefore, trimmedEnd, items }: PreparedParagraph): BreakInput['width'] {
  const blankBefore = (end: number): Points => {
    const item = items.find((shaped) => shaped.item.end >= end)?.item;
    return item
      ? blankAfter(text[end - 1]!, { ...item, advance: widthBefore[end]! - widthBefore[end - 1]! })
      : 0;
  };
  return (start, { offset, hyphen }) => {
    const end = trimmedEnd[offset]!;
    if (end <= start) return 0;
    const width = widthBefore[end]! - widthBefore[start]!;
    if (mayEndBlank(text[end - 1]!)) return width - blankBefore(end);
    return hyphen ? width + hyphenWidth(items, end) : width;
  };
}

function hyphenWidth(items: readonly ShapedItem[], end: number): Points {
  const item = items.find((shaped) => shaped.item.end >= end)?.item;
  if (item === undefined) return 0;
  const { face, style } = item;
  return (face.advance(face.nominalGlyph(0x2010) || face.nominalGlyph(0x2d)) * style.size) / face.unitsPerEm;
}
