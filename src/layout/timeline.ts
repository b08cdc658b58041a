import type { Points } from '../base/units.js';
import type { Timeline } from '../document/node.js';
import type { FlowRange, Mark } from './flow.js';
import { addSpace, type FlowBuilder } from './flow-builder.js';
import type { FlowContext } from './flow-context.js';
import { addListItem, itemContext } from './list.js';
import { symbolTop } from './symbol.js';

/** Adds a timeline: a dot beside the first line of every step, and a line from the first dot to the last. */
export function addTimeline(builder: FlowBuilder, timeline: Timeline, context: FlowContext): void {
  const style = context.theme.timeline;
  const inner = itemContext(context, { width: style.indent, gap: style.indent - style.dotSize });
  addSpace(builder, style.before);
  const slot = builder.ranges.length;
  builder.ranges.push({ from: 0, to: 0, grounds: [], head: [], foot: 0 });
  const firstItems: number[] = [];
  const middles: Points[] = [];
  timeline.items.forEach((item, index) => {
    if (index > 0) addSpace(builder, style.itemGap);
    firstItems.push(builder.items.length);
    const dot = (baseline: Points): readonly Mark[] => {
      const mark = dotMark(baseline, context);
      middles.push(mark.box.top + style.dotSize / 2);
      return [mark];
    };
    addListItem(builder, { item, label: dot }, inner);
  });
  builder.ranges[slot] = lineBetween(builder, { firstItems, middles }, context);
  addSpace(builder, style.after);
}

type ShapeMark = Extract<Mark, { kind: 'shape' }>;

function dotMark(baseline: Points, { theme, blocks, start }: FlowContext): ShapeMark {
  const { dotSize, dotRadius, dotColour } = theme.timeline;
  const top = symbolTop(baseline, blocks.headings[3].text[0]!.size, dotSize);
  return {
    kind: 'shape',
    box: { start, top, width: dotSize, height: dotSize },
    radius: dotRadius,
    fill: dotColour,
  };
}

function lineBetween(
  builder: FlowBuilder,
  { firstItems, middles }: Readonly<{ firstItems: readonly number[]; middles: readonly Points[] }>,
  { theme, start }: FlowContext,
): FlowRange {
  const { dotSize, lineWidth, lineColour } = theme.timeline;
  const from = firstItems[0] ?? 0;
  const last = firstItems.at(-1) ?? 0;
  const ground = {
    start: start + (dotSize - lineWidth) / 2,
    width: lineWidth,
    fill: lineColour,
    radius: 0,
    topInset: middles[0] ?? 0,
    bottomInset: (builder.items[last]?.height ?? 0) - (middles.at(-1) ?? 0),
  };
  return {
    from,
    to: firstItems.length === 0 ? from : last + 1,
    grounds: last === from ? [] : [ground],
    head: [],
    foot: 0,
  };
}
