import type { Line, ParagraphInput, SetParagraph, TextSpan } from '../../src/text/paragraph.js';
import type { Typesetter } from '../../src/text/typesetter.js';
import type { FontFace } from '../../src/text/font.js';

/** A face without outlines; layout looks at nothing but its units. */
const squareFace = { name: 'Square', unitsPerEm: 1000 } as FontFace;

/**
 * A typesetter in whose font every character is a square of one em, so that geometry can be counted. It breaks greedily
 * at spaces and cuts a word that is too long. Isolates take no room.
 */
export function createSquareTypesetter(): Typesetter & { readonly calls: ParagraphInput[] } {
  const calls: ParagraphInput[] = [];
  return {
    calls,
    set(paragraph, measure) {
      calls.push(paragraph);
      return { value: setSquares(paragraph, measure), problems: [] };
    },
  };
}

function setSquares(paragraph: ParagraphInput, measure: number): SetParagraph {
  const text = paragraph.spans.map((span) => span.text).join('');
  const size = paragraph.spans[0]?.style.size ?? 1;
  const capacity = Math.floor(measure / size + 1e-6);
  const lines: Line[] = [];
  let overflows = false;
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const limit = newline === -1 ? text.length : newline;
    let end = limit;
    let next = limit + 1;
    if (visible(text.slice(start, limit)) > capacity) {
      const space = lastSpaceWithin(text, start, capacity);
      overflows ||= space === -1;
      end = space === -1 ? start + Math.max(1, capacity) : space;
      next = space === -1 ? end : end + 1;
    }
    lines.push(lineOf(paragraph, text, { start, end }));
    start = next;
  }
  return { lines, overflows };
}

function lastSpaceWithin(text: string, start: number, capacity: number): number {
  for (let space = text.lastIndexOf(' '); space > start; space = text.lastIndexOf(' ', space - 1)) {
    if (visible(text.slice(start, space)) <= capacity) return space;
  }
  return -1;
}

function visible(text: string): number {
  return text.replaceAll(/[\u2066-\u2069]/g, '').length;
}

function lineOf({ spans }: ParagraphInput, text: string, range: { start: number; end: number }): Line {
  let offset = 0;
  let x = 0;
  const runs = spans.flatMap((span: TextSpan) => {
    const start = Math.max(range.start, offset);
    offset += span.text.length;
    const end = Math.min(range.end, offset);
    if (end <= start) return [];
    const width = visible(text.slice(start, end)) * span.style.size;
    const glyphs = Array.from({ length: end - start }, (_, index) => index + start)
      .filter((index) => visible(text[index]!) > 0)
      .map((cluster) => ({ glyphId: 1, cluster, xAdvance: 1000, xOffset: 0, yOffset: 0 }));
    const { style, lang, tag } = span;
    const run = {
      face: squareFace,
      style,
      lang,
      tag,
      level: 0,
      script: 'Latn',
      x,
      width,
      start,
      end,
      glyphs,
    };
    x += width;
    return [run];
  });
  return { text, ...range, runs, width: x };
}
