import type { Points } from '../base/units.js';
import type { Block } from '../document/node.js';
import type { Line } from '../text/paragraph.js';
import { enter, indent, type FlowContext } from './flow-context.js';
import { figureSize } from './figure.js';
import { endlessMeasure, paragraphOf, textBlockOf } from './text-block.js';

/** How narrow content can be set without cutting words, and how wide it is without any line end. */
export type ContentWidth = Readonly<{ minimum: Points; maximum: Points }>;

/** Measures blocks that stand one above the other. */
export function contentWidth(blocks: readonly Block[], context: FlowContext): ContentWidth {
  return widest(blocks.map((block) => blockWidth(block, enter(context, block))));
}

function blockWidth(block: Block, context: FlowContext): ContentWidth {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': {
      const paragraph = paragraphOf(textBlockOf(block, context), context);
      // What there is to report is reported when the paragraph is set to its final width.
      const { value } = context.typesetter.set(paragraph, endlessMeasure);
      return widest(value.lines.map((line) => ({ minimum: widestWord(line), maximum: line.width })));
    }
    case 'list':
    case 'timeline': {
      const { indent: list } = context.theme.list;
      const inner = indent(context, list);
      return wider(widest(block.items.map((item) => contentWidth(item.children, enter(inner, item)))), list);
    }
    case 'figure': {
      const { width } = figureSize(block, { ...context, measure: endlessMeasure }, context.pageHeight);
      return { minimum: Math.min(width, smallestFigure), maximum: width };
    }
    case 'section':
      return contentWidth(block.children, context);
    case 'callout': {
      const { padding } = context.theme.callouts[block.role];
      return wider(contentWidth(block.children, context), padding.start + padding.end);
    }
    case 'table':
    case 'columns':
    case 'cards':
    case 'do-dont':
    case 'rule':
      return { minimum: 0, maximum: 0 };
  }
}

const smallestFigure: Points = 36;

function widest(widths: readonly ContentWidth[]): ContentWidth {
  return {
    minimum: Math.max(0, ...widths.map((width) => width.minimum)),
    maximum: Math.max(0, ...widths.map((width) => width.maximum)),
  };
}

function wider(width: ContentWidth, by: Points): ContentWidth {
  return { minimum: width.minimum + by, maximum: width.maximum + by };
}

/** The widest stretch between spaces; what is isolated (a phone number, a dose) counts as one word. */
function widestWord(line: Line): Points {
  const advances = new Float64Array(line.text.length + 1);
  let withoutSpaces = false;
  let size = 0;
  for (const { glyphs, style, face, script } of line.runs) {
    const scale = style.size / face.unitsPerEm;
    for (const glyph of glyphs) advances[glyph.cluster]! += glyph.xAdvance * scale;
    withoutSpaces ||= scriptsWithoutSpaces.has(script);
    size = Math.max(size, style.size);
  }
  let widestSoFar = 0;
  let width = 0;
  let depth = 0;
  for (let offset = line.start; offset < line.end; offset++) {
    const character = line.text[offset]!;
    if (character >= '\u2066' && character <= '\u2068') depth += 1;
    else if (character === '\u2069') depth -= 1;
    width = depth === 0 && (character === ' ' || character === '\u200b') ? 0 : width + advances[offset]!;
    if (width > widestSoFar) widestSoFar = width;
  }
  return withoutSpaces ? Math.min(widestSoFar, longestUnspacedWord * size) : widestSoFar;
}

/** ISO 15924 codes. Their words are found by dictionary, so spaces don't show how narrow a column may be. */
const scriptsWithoutSpaces: ReadonlySet<string> = new Set([
  ...['Hani', 'Hans', 'Hant', 'Hira', 'Kana', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr'],
]);

/** In ems. */
const longestUnspacedWord = 6;
