import * as harfbuzz from 'harfbuzzjs';
import type { Item } from './itemize.js';
import type { Glyph } from './paragraph.js';

/** A glyph as shaped, which also knows whether a line may end just before its cluster without reshaping. */
export type ShapedGlyph = Glyph & Readonly<{ unsafeToBreak: boolean }>;

/**
 * Shapes an item.
 * @param text the whole paragraph: the letters around the item decide how its ends join
 * @returns glyphs in visual order, clusters as offsets into `text`
 */
export type Shaper = (text: string, item: Item) => readonly ShapedGlyph[];

/** Makes a shaper that uses one HarfBuzz buffer for all its work. */
export function createShaper(): Shaper {
  const buffer = new harfbuzz.Buffer();
  return (text, item) => {
    buffer.reset();
    buffer.addText(text, item.start, item.end - item.start);
    buffer.setClusterLevel(harfbuzz.ClusterLevel.MONOTONE_GRAPHEMES);
    buffer.setDirection(item.level % 2 === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
    buffer.setScript(item.script);
    buffer.setLanguage(item.lang);
    harfbuzz.shape(item.face.shaper, buffer, item.style.tabularFigures ? figuresOf(text, item) : []);
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint, cluster, flags }, index) => {
      const { xAdvance, xOffset, yOffset } = positions[index]!;
      const unsafeToBreak = (flags & harfbuzz.GlyphFlag.UNSAFE_TO_BREAK) !== 0;
      return { glyphId: codepoint, cluster, xAdvance, xOffset, yOffset, unsafeToBreak };
    });
  };
}

/** Figures of one width; some fonts would make spaces as wide, which tears words apart. */
function figuresOf(text: string, { start, end }: Item): harfbuzz.Feature[] {
  const features = [new harfbuzz.Feature('tnum', 1)];
  for (let index = start; index < end; index++) {
    if (text[index] === ' ') features.push(new harfbuzz.Feature('tnum', 0, index, index + 1));
  }
  return features;
}
