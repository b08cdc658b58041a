import type { Points } from '../base/units.js';
import { visualOrder } from './bidi.js';
import type { Item } from './itemize.js';
import type { Glyph, GlyphRun, Line } from './paragraph.js';
import type { ShapedGlyph } from './shape.js';

/** An item with its glyphs. */
export type ShapedItem = Readonly<{ item: Item; glyphs: readonly ShapedGlyph[] }>;

/** Shapes part of an item again, where a line cuts it between letters that touch. */
export type Reshape = (item: Item) => readonly ShapedGlyph[];

/** Where a line begins and ends in its paragraph's text. */
export type LineExtent = Readonly<{ start: number; end: number; hyphen: boolean }>;

/**
 * Takes one line out of a shaped paragraph and puts its runs into visual order.
 * @param extent `end` is already without the white space at the line's end
 * @returns the line, its runs tagged with the index of their span
 */
export function takeLine(
  paragraph: Readonly<{ text: string; items: readonly ShapedItem[] }>,
  extent: LineExtent,
  reshape: Reshape,
): Line {
  const cut = paragraph.items
    .filter(({ item }) => item.start < extent.end && item.end > extent.start)
    .map((shaped) => cutItem(shaped, extent, reshape));
  if (extent.hyphen) addHyphen(cut);
  let x: Points = 0;
  const runs: GlyphRun[] = [];
  for (const index of visualOrder(cut.map(({ item }) => item.level))) {
    const { item, glyphs } = cut[index]!;
    const { face, style, lang, level, script, start, end } = item;
    const width = (style.size / face.unitsPerEm) * glyphs.reduce((sum, glyph) => sum + glyph.xAdvance, 0);
    runs.push({ face, style, lang, tag: item.span, level, script, x, width, start, end, glyphs });
    x += width;
  }
  return { text: paragraph.text, start: extent.start, end: extent.end, runs, width: x };
}

function cutItem({ item, glyphs }: ShapedItem, extent: LineExtent, reshape: Reshape): ShapedItem {
  const start = Math.max(item.start, extent.start);
  const end = Math.min(item.end, extent.end);
  if (start === item.start && end === item.end) return { item, glyphs };
  const cut = { ...item, start, end };
  if (!isSafe(glyphs, start, item) || !isSafe(glyphs, end, item)) {
    return { item: cut, glyphs: reshape(cut) };
  }
  return { item: cut, glyphs: glyphs.filter(({ cluster }) => cluster >= start && cluster < end) };
}

/** Whether the glyphs stay the same when a line ends before `offset`. */
function isSafe(glyphs: readonly ShapedGlyph[], offset: number, item: Item): boolean {
  if (offset === item.start || offset === item.end) return true;
  const atOffset = glyphs.filter(({ cluster }) => cluster === offset);
  return atOffset.length > 0 && atOffset.every(({ unsafeToBreak }) => !unsafeToBreak);
}

/** Paints the soft hyphen at the end of the line as a hyphen. */
function addHyphen(cut: ShapedItem[]): void {
  const last = cut.at(-1);
  if (last === undefined) return;
  const { face, end } = last.item;
  const glyphId = face.nominalGlyph(0x2010) || face.nominalGlyph(0x2d);
  const hyphen: Glyph = {
    glyphId,
    cluster: end - 1,
    xAdvance: face.advance(glyphId),
    xOffset: 0,
    yOffset: 0,
  };
  const glyphs = last.glyphs.filter(({ cluster }) => cluster !== end - 1);
  cut[cut.length - 1] = { ...last, glyphs: [...glyphs, { ...hyphen, unsafeToBreak: false }] };
}

/** Gives runs that are tagged with the index of their span the tags of a caller. The glyphs stay the same objects. */
export function tagLines(lines: readonly Line[], tags: readonly number[]): readonly Line[] {
  if (tags.every((tag, index) => tag === index)) return lines;
  return lines.map((line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, tag: tags[run.tag]! })) }));
}
