import type { Points } from '../base/units.js';
import type { DoDont, Section } from '../document/node.js';
import type { Mark } from './flow.js';
import { addBox, addBoxContent, groundsOf } from './box.js';
import { addSideBySide, shareWidth, tracksOf, type SideBySide } from './side-by-side.js';
import { addSpace, type FlowBuilder } from './flow-builder.js';
import { enter, indentBeside, type FlowContext } from './flow-context.js';
import { checkSymbol, crossSymbol, symbolTop } from './symbol.js';

/** One of the two sections. */
type Half = Readonly<{ section: Section; side: 'do' | 'dont' }>;

/** Adds what to do beside what to avoid: two boxes of one height, or one above the other in a narrow column. */
export function addDoDont(builder: FlowBuilder, doDont: DoDont, context: FlowContext): void {
  if (isStacked(context)) {
    addStackedBox(builder, { section: doDont.do, side: 'do' }, context);
    addStackedBox(builder, { section: doDont.dont, side: 'dont' }, context);
    return;
  }
  const { boxGap: gap } = context.theme.columns;
  const [doTrack, dontTrack] = tracksOf(halvesOf(context), gap, context) as [FlowContext, FlowContext];
  addSpace(builder, context.theme.do.before);
  addSideBySide(builder, [
    sideOf({ section: doDont.do, side: 'do' }, doTrack),
    sideOf({ section: doDont.dont, side: 'dont' }, dontTrack),
  ]);
  addSpace(builder, context.theme.do.after);
}

/** Tells whether what to avoid stands below what to do. */
export function isStacked(context: FlowContext): boolean {
  return halvesOf(context)[0]! < context.theme.columns.minimumWidth * boxFactor;
}

function halvesOf({ theme, measure }: FlowContext): readonly Points[] {
  return shareWidth([1, 1], measure, theme.columns.boxGap);
}

/** One of the two boxes, as tall as what stands beside it. */
export function doDontSide(doDont: DoDont, side: Half['side'], track: FlowContext): SideBySide {
  return sideOf({ section: doDont[side], side }, enter(track, doDont));
}

/** Boxes have padding and marks, so they need so much more room than bare columns. */
const boxFactor = 1.2;

function sideOf(half: Half, track: FlowContext): SideBySide {
  const style = track.theme[half.side];
  return {
    context: track,
    grounds: groundsOf(style, track),
    build: (builder, outer) => {
      const build = (inner: FlowContext): void => addSection(builder, half, inner);
      addBoxContent(builder, { style, build }, outer);
    },
  };
}

function addStackedBox(builder: FlowBuilder, half: Half, context: FlowContext): void {
  const build = (inner: FlowContext): void => addSection(builder, half, inner);
  addBox(builder, { style: context.theme[half.side], build }, context);
}

/** The section's head stands beside a drawn mark. */
function addSection(builder: FlowBuilder, { section, side }: Half, context: FlowContext): void {
  const inner = enter(context, section);
  const [head, ...rest] = section.children;
  if (head?.kind !== 'heading') return inner.addBlocks(builder, section.children, inner);
  const { markSize, indent: width } = inner.theme.list;
  const { size } = inner.blocks.headings[head.level].text[0]!;
  builder.labels.push((baseline): readonly Mark[] => [
    {
      kind: 'image',
      meaning: { kind: 'artifact', type: 'layout' },
      image: side === 'do' ? checkSymbol(inner.blocks.check) : crossSymbol(inner.blocks.cross),
      box: {
        start: inner.start,
        top: symbolTop(baseline, size, markSize + 2),
        width: markSize + 2,
        height: markSize + 2,
      },
    },
  ]);
  const beside = indentBeside(inner, { width, gap: width - markSize - 2 });
  inner.addBlocks(builder, [head], beside);
  inner.addBlocks(builder, rest, inner);
}
