import type { SourceRange } from '../base/source.js';
import type { Points } from '../base/units.js';
import type { Heading, Inline, NodeId, Paragraph } from '../document/node.js';
import type { BlockStyle, Ornament } from '../style/block-style.js';
import { baselineDropOf, leadingFactorOf } from '../style/leading.js';
import type { Line, ParagraphInput, SetParagraph } from '../text/paragraph.js';
import { addSpace, addStrip, type FlowBuilder } from './flow-builder.js';
import type { Mark } from './flow.js';
import type { FlowContext } from './flow-context.js';
import { spansOf } from './inline.js';
import type { Meaning } from './page.js';

/** A measure that no line reaches. */
export const endlessMeasure: Points = 1e6;

/** A block of running text, whatever it is for. */
export type TextBlock = Readonly<{
  id: NodeId;
  at?: SourceRange;
  children: readonly Inline[];
  style: BlockStyle;
  /** Headings stay with what follows and are remembered for the bookmarks. */
  isHeading?: boolean;
  /** The first line stays with what stands above it. */
  joined?: boolean;
}>;

/** Finds the style of a heading or paragraph on the ground it stands on. */
export function textBlockOf(block: Heading | Paragraph, { blocks }: FlowContext): TextBlock {
  const { id, at, children } = block;
  const isHeading = block.kind === 'heading';
  const style = isHeading ? blocks.headings[block.level] : blocks.paragraphs[block.role];
  return { id, ...(at && { at }), children, style, isHeading };
}

/** Sets a text block and adds its lines: a short one stays whole, and of a longer one two lines at either end of a page. */
export function addTextBlock(builder: FlowBuilder, block: TextBlock, context: FlowContext): void {
  const { style } = block;
  const { lines } = setRunningText(block, context);
  const leading = Math.max(leadingOf(block, context), block.children.every(isLink) ? leastTarget : 0);
  const baseline = baselineOf(style, leading, context.lang);
  const meaning: Meaning = { kind: 'node', node: block.id, part: 'content' };
  const ornament = ornamentRoom(style.ornament);
  const staysWhole = (block.isHeading ?? false) || lines.length <= mostLinesToKeep;
  addSpace(builder, style.before * context.spacing);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const isFirst = index === 0;
    const above = isFirst ? ornament.above : 0;
    const below = index === lines.length - 1 ? ornament.below : 0;
    const words: Mark = {
      kind: 'line',
      meaning,
      line,
      start: lineStart(line, context),
      baseline: baseline + above,
    };
    const height = above + leading + below;
    addStrip(builder, {
      height,
      marks: above + below > 0 ? [ornamentMark(style.ornament!, height, context), words] : [words],
      joined: isFirst ? (block.joined ?? false) : staysWhole || index === 1 || index === lines.length - 1,
      ...(isFirst && { baseline: baseline + above }),
      ...(block.isHeading && { keepsNext: true, ...(isFirst && { heading: block.id }) }),
    });
  }
  addSpace(builder, style.after * context.spacing);
}

/**
 * A line that is nothing but a link is as tall as a finger needs, whatever is above or below it and however tight the page.
 * @see WCAG 2.2, success criterion 2.5.8, which asks for 24 CSS pixels
 */
const leastTarget: Points = 18;

function isLink({ kind }: Inline): boolean {
  return kind === 'link';
}

/** A paragraph of so few lines isn't worth turning a page for. */
const mostLinesToKeep = 4;

/**
 * Sets lines no longer than the style allows, unless a word needs all of a wider column, or the column is wide enough for
 * all of the text: nobody has to find the beginning of a next line then.
 */
function setRunningText(block: TextBlock, context: FlowContext): SetParagraph {
  const paragraph = paragraphOf(block, context);
  const { longestLine = context.measure } = block.style;
  if (longestLine >= context.measure) return setText(paragraph, block, context);
  const { typesetter } = context;
  const { overflows, lines } = typesetter.set(paragraph, longestLine).value;
  const least = 1 + countLineBreaks(block.children);
  const needsNoTurn =
    lines.length > least && typesetter.set(paragraph, context.measure).value.lines.length === least;
  return setText(paragraph, block, overflows || needsNoTurn ? context : { ...context, measure: longestLine });
}

function countLineBreaks(inlines: readonly Inline[]): number {
  return inlines.reduce((count, inline) => {
    return (
      count +
      (inline.kind === 'line-break' ? 1 : 0) +
      ('children' in inline ? countLineBreaks(inline.children) : 0)
    );
  }, 0);
}

/** The height that a line drawn with a heading adds to its first or last line of text. */
function ornamentRoom(ornament: Ornament | undefined): Readonly<{ above: Points; below: Points }> {
  const room = ornament ? ornament.thickness + ornament.gap : 0;
  return ornament?.side === 'above' ? { above: room, below: 0 } : { above: 0, below: room };
}

function ornamentMark(ornament: Ornament, height: Points, { start, measure }: FlowContext): Mark {
  const { side, thickness, length, radius, colour } = ornament;
  const top = side === 'above' ? 0 : height - thickness;
  const box = { start, top, width: Math.min(length ?? measure, measure), height: thickness };
  return { kind: 'shape', box, radius, fill: colour };
}

/** Turns a text block into the typesetter's terms. */
export function paragraphOf(block: TextBlock, context: FlowContext): ParagraphInput {
  const { style } = block;
  return {
    spans: spansOf(block.children, { style, lang: context.lang, tag: block.id }),
    lang: context.lang,
    dir: context.dir,
    purpose: style.purpose,
  };
}

/**
 * Sets a paragraph to the context's measure and passes on what the typesetter reports.
 * Reports `layout/overflow` when a word doesn't fit; the message doesn't show the word, which may be a patient's name.
 */
export function setText(
  paragraph: ParagraphInput,
  node: Readonly<{ at?: SourceRange }>,
  context: Pick<FlowContext, 'typesetter' | 'report' | 'measure'>,
): SetParagraph {
  const { value, problems } = context.typesetter.set(paragraph, context.measure);
  const at = node.at && { at: node.at };
  for (const problem of problems) context.report({ ...at, ...problem });
  if (value.overflows) {
    context.report({
      code: 'layout/overflow',
      severity: 'error',
      message: `A word is wider than its column, which is ${context.measure.toFixed(0)} pt wide.`,
      ...at,
      hint: 'Shorten the word, mark where it may be divided with a soft hyphen (&shy;), or give it a wider column.',
    });
  }
  return value;
}

/**
 * The distance from a line's top to its baseline: the text's size is centred in the leading, whatever its fonts.
 * @param lang whose script decides how high above the baseline words begin
 */
export function baselineOf(style: BlockStyle, leading: Points, lang: string): Points {
  const { size } = style.text[0]!;
  return (leading - size) / 2 + (ascentShare + baselineDropOf(lang)) * size;
}

const ascentShare = 0.8;

/** The leading of a block's tallest script. */
export function leadingOf(block: Pick<TextBlock, 'children' | 'style'>, context: FlowContext): Points {
  const factor = Math.max(context.leadingFactor, tallestScript(block.children) / context.theme.leadingFactor);
  return factor === 1 ? block.style.leading : block.style.leading * factor;
}

function tallestScript(inlines: readonly Inline[]): number {
  let tallest = 0;
  for (const inline of inlines) {
    if (inline.lang !== undefined) tallest = Math.max(tallest, leadingFactorOf(inline.lang));
    if ('children' in inline) tallest = Math.max(tallest, tallestScript(inline.children));
  }
  return tallest;
}

/**
 * Lines stand at the start of their own direction, which in a passage of the other direction is the end of the column.
 * Punctuation at that edge hangs out of it, a quotation mark no further than there is room.
 */
function lineStart(line: Line, context: FlowContext): Points {
  if (context.align === 'centre') return context.start + (context.measure - line.width) / 2;
  const { startBlank, startInk, endBlank } = line.hang ?? noHang;
  const hang = context.align === 'start' ? startBlank + Math.min(startInk, context.hang) : endBlank;
  const atStart = (context.align === 'start') === (context.dir === context.documentDir);
  return atStart ? context.start - hang : context.start + context.measure - line.width + hang;
}

const noHang = { startBlank: 0, startInk: 0, endBlank: 0 };
