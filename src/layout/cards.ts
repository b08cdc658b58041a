import type { Points } from '../base/units.js';
import type { Block, Cards, ListItem } from '../document/node.js';
import { addBoxContent, groundsOf } from './box.js';
import { flowHeight } from './flow.js';
import { addPadding, addParallel, addRange, addSpace, addStrip, type FlowBuilder } from './flow-builder.js';
import { enter, indentBeside, type FlowContext } from './flow-context.js';
import { iconMarks, iconOf, withoutIcon } from './icon.js';
import { addSideBySide, buildFlow, shareWidth, tracksOf, type SideBySide } from './side-by-side.js';

/**
 * Adds cards two by two, read row by row; a row's cards are of one height. The last card of an odd number is as wide as its
 * row, and stays with the row above; in a narrow column every card is as wide as that. Reports `layout/overfull-page` for a row taller than a page.
 */
export function addCards(builder: FlowBuilder, cards: Cards, context: FlowContext): void {
  const { gap, minimumWidth, box } = context.theme.cards;
  const halves = shareWidth([1, 1], context.measure, gap);
  const perRow = halves[0]! < minimumWidth ? 1 : 2;
  addSpace(builder, box.before);
  const addRow = (from: number): void => {
    const row = cards.items.slice(from, from + perRow);
    const tracks = row.length === 1 ? [context] : tracksOf(halves, gap, context);
    if (from > 0) addSpace(builder, gap);
    addSideBySide(
      builder,
      row.map((item, column) => cardSide(item, tracks[column]!)),
    );
  };
  const { length } = cards.items;
  const starts = Array.from({ length: Math.ceil(length / perRow) }, (_, row) => row * perRow);
  const together = length % perRow === 0 ? [] : starts.splice(-2);
  const range = { grounds: [], head: [], foot: 0 };
  addRange(builder, { ...range, betterWhole: true }, () => {
    starts.forEach(addRow);
    addRange(builder, { ...range, together: true }, () => together.forEach(addRow));
  });
  addSpace(builder, box.after);
}

/** A card as tall as the one beside it. */
export function cardSide(item: ListItem, track: FlowContext): SideBySide {
  const context = enter(track, item);
  const style = context.theme.cards.box;
  return {
    context,
    grounds: groundsOf(style, context),
    keep: { name: 'card', ...(item.at && { at: item.at }) },
    build: (builder, outer) => {
      const build = (inner: FlowContext): void => addCard(builder, item, inner);
      addBoxContent(builder, { style, build }, outer);
    },
  };
}

/** The icon stands beside the heading, and the text below both. */
function addCard(builder: FlowBuilder, item: ListItem, context: FlowContext): void {
  const [head, ...rest] = withoutIcon(item).children;
  if (!iconOf(item) || !head) return context.addBlocks(builder, item.children, context);
  addHead(builder, { item, head }, context);
  context.addBlocks(builder, rest, context);
}

function addHead(
  builder: FlowBuilder,
  { item, head }: Readonly<{ item: ListItem; head: Block }>,
  context: FlowContext,
): void {
  const { iconSize, iconGap } = context.theme.cards;
  const beside = indentBeside(context, { width: iconSize + iconGap, gap: iconGap });
  const words = buildFlow((inner, around) => around.addBlocks(inner, [head], around), beside);
  const height = Math.max(iconSize, flowHeight(words));
  const icon = buildFlow((inner) => {
    addStrip(inner, { height, marks: iconMarks(item, context, height / 2), joined: false });
  }, context);
  addParallel(builder, {
    height,
    columns: [
      { flow: icon, grounds: [] },
      { flow: moveDown(words, (height - flowHeight(words)) / 2, beside), grounds: [] },
    ],
  });
  addSpace(builder, headGap);
  builder.linesToKeep = 1;
}

const headGap: Points = 4;

function moveDown(flow: ReturnType<typeof buildFlow>, by: Points, context: FlowContext): typeof flow {
  const padding = buildFlow((builder) => addPadding(builder, by), context).items;
  const items = flow.items.map((item, index) => (index === 0 ? { ...item, bond: 'firm' as const } : item));
  const ranges = flow.ranges.map((range) => ({ ...range, from: range.from + 1, to: range.to + 1 }));
  return { items: [...padding, ...items], ranges };
}
