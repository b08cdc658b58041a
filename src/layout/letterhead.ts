import type { Points } from '../base/units.js';
import type { Block } from '../document/node.js';
import { contentWidth } from './content-width.js';
import { flowHeight, type Ground } from './flow.js';
import { addPadding, addRange, addSpace, addStrip, addTrailer, type FlowBuilder } from './flow-builder.js';
import { indent, type FlowContext } from './flow-context.js';
import { addSideBySide, buildFlow, type SideBySide } from './side-by-side.js';

/** Adds the clinic's head: logo and words, and below them a line, or behind them a band across the page. */
export function addLetterhead(builder: FlowBuilder, blocks: readonly Block[], context: FlowContext): void {
  if (blocks.length === 0) return;
  const { letterhead } = context.theme;
  const inner = { ...context, blocks: letterhead.blocks };
  const { end } = letterhead;
  if (end.kind === 'band') {
    addRange(builder, { grounds: [bandBehind(end.fill, context)], head: [], foot: 0 }, () => {
      addLogoAndWords(builder, blocks, inner);
      addTrailer(builder, end.padding, []);
    });
  } else {
    addLogoAndWords(builder, blocks, inner);
    builder.space = 0;
    addSpace(builder, end.before);
    const box = { start: context.start, top: 0, width: context.measure, height: end.thickness };
    addStrip(builder, {
      height: end.thickness,
      marks: [{ kind: 'shape', box, radius: 0, fill: end.colour }],
      joined: true,
    });
  }
  addSpace(builder, letterhead.after);
}

/** From the page's top edge, and from one side to the other. */
function bandBehind(fill: Ground['fill'], { theme, start, measure }: FlowContext): Ground {
  const { insets } = theme.page;
  const width = insets.start + measure + insets.end;
  return { start: start - insets.start, width, fill, radius: 0, topInset: -insets.top, bottomInset: 0 };
}

function addLogoAndWords(builder: FlowBuilder, blocks: readonly Block[], context: FlowContext): void {
  const { align, gap, rise } = context.theme.letterhead;
  addPadding(builder, -rise);
  const logos = blocks.filter((block) => block.kind === 'figure');
  const words = blocks.filter((block) => block.kind !== 'figure');
  if (align === 'centre') return addCentred(builder, { logos, words }, { ...context, align });
  if (logos.length === 0 || words.length === 0) return context.addBlocks(builder, blocks, context);
  const logoWidth = Math.min(contentWidth(logos, context).maximum, (context.measure - gap) / 2);
  const tracks = [
    { blocks: logos, context: { ...context, measure: logoWidth } },
    { blocks: words, context: indent(context, logoWidth + gap) },
  ];
  const heights = tracks.map((track) => heightOf(track.blocks, track.context));
  const tallest = Math.max(...heights);
  addSideBySide(
    builder,
    tracks.map((track, index) => side(track.blocks, track.context, (tallest - heights[index]!) / 2)),
  );
}

function addCentred(
  builder: FlowBuilder,
  { logos, words }: Readonly<{ logos: readonly Block[]; words: readonly Block[] }>,
  context: FlowContext,
): void {
  context.addBlocks(builder, logos, context);
  builder.space = 0;
  addSpace(builder, context.theme.letterhead.gap);
  context.addBlocks(builder, words, context);
}

/** What there is to report is reported when the blocks are added. */
function heightOf(blocks: readonly Block[], context: FlowContext): Points {
  const silent = { ...context, report: () => undefined };
  return flowHeight(buildFlow((builder) => context.addBlocks(builder, blocks, silent), silent));
}

/** Blocks with space above, which brings their middle to that of what is beside them. */
function side(blocks: readonly Block[], context: FlowContext, above: Points): SideBySide {
  return {
    context,
    grounds: [],
    build: (builder, inner) => {
      addPadding(builder, above);
      inner.addBlocks(builder, blocks, inner);
    },
  };
}
