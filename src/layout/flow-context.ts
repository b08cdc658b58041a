import type { Direction } from '../base/direction.js';
import type { Report } from '../base/problem.js';
import type { Points } from '../base/units.js';
import type { Block } from '../document/node.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { BlockStyles } from '../style/block-style.js';
import { leadingFactorOf } from '../style/leading.js';
import type { Theme } from '../style/theme.js';
import type { Typesetter } from '../text/typesetter.js';
import type { FlowBuilder } from './flow-builder.js';

/** What a block needs to know about its surroundings to be measured. */
export type FlowContext = Readonly<{
  theme: Theme;
  typesetter: Typesetter;
  /** By the source that a figure names. */
  images: ReadonlyMap<string, VectorImage | RasterImage>;
  report: Report;
  /** Adds blocks of any kind; passed along so that containers needn't import every kind of block. */
  addBlocks: (builder: FlowBuilder, blocks: readonly Block[], context: FlowContext) => void;
  /** The height of a page's text area. */
  pageHeight: Points;
  /** BCP 47 tag. */
  lang: string;
  dir: Direction;
  /** Start and end are the document's: a passage of the other direction doesn't turn its columns round. */
  documentDir: Direction;
  /** The leading of this language over that of the theme's language. */
  leadingFactor: number;
  /** Styles of text on the ground the block stands on. */
  blocks: BlockStyles;
  /** From the page's start margin to the block's start side. */
  start: Points;
  /** The width the block may take. */
  measure: Points;
  /** Factor for the spaces around paragraphs and lists; list items stand closer than the blocks of a page. */
  spacing: number;
  /** How far a quotation mark may stand out of a line's start. */
  hang: Points;
  /** Where lines shorter than the measure stand. */
  align: 'start' | 'centre' | 'end';
}>;

/** Enters a node: takes on its language and direction, where it names them. */
export function enter(context: FlowContext, node: Readonly<{ lang?: string; dir?: Direction }>): FlowContext {
  if (node.lang === undefined && node.dir === undefined) return context;
  return {
    ...context,
    dir: node.dir ?? context.dir,
    ...(node.lang !== undefined && {
      lang: node.lang,
      leadingFactor: leadingFactorOf(node.lang) / context.theme.leadingFactor,
    }),
  };
}

/** Makes room at both sides of a block. */
export function indent(context: FlowContext, start: Points, end: Points = 0): FlowContext {
  const hang = start === 0 ? context.hang : start * shareToHangIn;
  return { ...context, start: context.start + start, measure: context.measure - start - end, hang };
}

/** Makes room at the start side for what stands beside a block and leaves a gap free before it. */
export function indentBeside(
  context: FlowContext,
  { width, gap }: Readonly<{ width: Points; gap: Points }>,
): FlowContext {
  return { ...indent(context, width), hang: width === 0 ? context.hang : gap * shareToHangIn };
}

/** How much of the free room beside a text its punctuation may take. */
const shareToHangIn = 1 / 2;
