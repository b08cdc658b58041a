import type { Points } from '../base/units.js';
import type { List, ListItem } from '../document/node.js';
import type { Line } from '../text/paragraph.js';
import { flowHeight, type Mark } from './flow.js';
import {
  addPadding,
  addRange,
  addSpace,
  addStrip,
  addTrailer,
  finishFlow,
  type FlowBuilder,
  type LabelMaker,
} from './flow-builder.js';
import { enter, indentBeside, type FlowContext } from './flow-context.js';
import { formatCount } from './format-count.js';
import { iconHeight, iconMarks, iconRise, withoutIcon } from './icon.js';
import type { Meaning } from './page.js';
import { checkSymbol, crossSymbol, middleOfCapitals, symbolTop } from './symbol.js';
import { endlessMeasure, setText } from './text-block.js';

/** Adds a list: labels in the indent at the start side, items beside them. An item with an icon is kept whole. */
export function addList(builder: FlowBuilder, list: List, context: FlowContext): void {
  const style = context.theme.list;
  const labels = list.items.map((item, index) =>
    setLabel(list, { item, index: index + (list.start ?? 1) - 1 }, context),
  );
  const widest = Math.max(0, ...labels.map((label) => label?.width ?? 0));
  const { iconSize, iconGap } = context.theme.cards;
  const iconIndent = list.marker === 'icon' ? iconSize + iconGap : 0;
  const width = list.marker === 'none' ? 0 : Math.max(style.indent, widest + style.labelGap, iconIndent);
  const inner = itemContext(context, { width, gap: gapOf(list.marker, context) });
  const isLoose = list.items.some((item) => item.children.length > 1);
  const rises = list.items.map((item) => (list.marker === 'icon' ? iconRise(item, inner) : 0));
  addSpace(builder, Math.max(0, style.before * context.spacing - (rises[0] ?? 0)));
  list.items.forEach((item, index) => {
    const rise = rises[index]!;
    if (index >= 2 && index === list.items.length - 1) keepWithItemBefore(builder);
    if (index > 0) addSpace(builder, Math.max(0, (isLoose ? style.looseItemGap : style.itemGap) - rise));
    const label: LabelMaker = (baseline) => {
      const line = labels[index];
      if (line) return [textMark(line, { item, baseline, end: width - style.labelGap }, context)];
      if (list.marker === 'icon') return iconMarks(item, context, middleOfCapitals(baseline, context));
      return list.marker === 'none' ? [] : [symbolMark(list.marker, baseline, context)];
    };
    if (list.marker !== 'icon') return addListItem(builder, { item, label }, inner);
    const range = {
      grounds: [],
      head: [],
      foot: 0,
      keep: { name: 'list item', ...(item.at && { at: item.at }) },
    };
    addRange(builder, range, () => addIconItem(builder, { item, label, rise }, inner));
  });
  // What follows belongs to the last item no more than to the others.
  addSpace(builder, Math.max(style.after, isLoose ? style.looseItemGap : 0) * context.spacing);
}

/** The last item of several doesn't begin a page alone, unless that saves one. */
function keepWithItemBefore({ items, ranges }: FlowBuilder): void {
  ranges.push({
    from: items.length - 1,
    to: items.length + 1,
    grounds: [],
    head: [],
    foot: 0,
    together: true,
  });
}

/** Adds an item whose label waits for its first line. */
export function addListItem(
  builder: FlowBuilder,
  { item, label }: Readonly<{ item: ListItem; label: LabelMaker }>,
  context: FlowContext,
): void {
  const { leading, text } = context.blocks.label;
  builder.labels.push(label);
  context.addBlocks(builder, item.children, enter(context, item));
  // An item that holds no line of its own still shows its label.
  if (builder.labels.includes(label)) {
    addStrip(builder, { height: leading, marks: [], baseline: text[0]!.size, joined: false });
  }
  // Items stand closer together than paragraphs do; the list decides.
  builder.space = 0;
}

/** Adds an item that is as tall as its icon: whatever is above or below an icon never meets it, also at a page's top. */
function addIconItem(
  builder: FlowBuilder,
  { item, label, rise }: Readonly<{ item: ListItem; label: LabelMaker; rise: Points }>,
  context: FlowContext,
): void {
  if (rise > 0) addPadding(builder, rise);
  const from = builder.items.length;
  addListItem(builder, { item: withoutIcon(item), label }, context);
  const missing = iconHeight(item, context) - rise - flowHeight(finishFlow(builder), from);
  if (missing > 0) addTrailer(builder, missing, []);
}

const itemSpacing = 0.5;

/** The surroundings of a list's items, beside their labels. */
export function itemContext(context: FlowContext, label: Parameters<typeof indentBeside>[1]): FlowContext {
  return { ...indentBeside(context, label), spacing: itemSpacing };
}

/** What is free between a label and its item. */
function gapOf(marker: List['marker'], { theme }: FlowContext): Points {
  if (marker === 'icon') return theme.cards.iconGap;
  const isDrawn = marker === 'check' || marker === 'cross';
  return isDrawn ? theme.list.indent - theme.list.markSize : theme.list.labelGap;
}

/** Sets a number or bullet; drawn marks have no text. */
function setLabel(
  { marker }: List,
  { item, index }: Readonly<{ item: ListItem; index: number }>,
  context: FlowContext,
): Line | undefined {
  if (marker !== 'disc' && marker !== 'decimal') return undefined;
  const { lang, dir } = context;
  const text = marker === 'disc' ? '•' : `${formatCount(index + 1, lang)}.`;
  const spans = [{ text, style: context.blocks.label.text[0]!, lang, noBreak: true, tag: item.id }];
  const unbounded = { ...context, measure: endlessMeasure };
  return setText({ spans, lang, dir, purpose: 'body' }, item, unbounded).lines[0];
}

/** Numbers end where their items begin, so that 9 and 10 line up; so do bullets. */
function textMark(
  line: Line,
  place: Readonly<{ item: ListItem; baseline: Points; end: Points }>,
  context: FlowContext,
): Mark {
  const meaning: Meaning = { kind: 'node', node: place.item.id, part: 'label' };
  const start = context.start + place.end - line.width;
  return { kind: 'line', meaning, line, start, baseline: place.baseline };
}

function symbolMark(marker: List['marker'], baseline: Points, context: FlowContext): Mark {
  const { markSize: size } = context.theme.list;
  const { label, check, cross } = context.blocks;
  return {
    kind: 'image',
    meaning: { kind: 'artifact', type: 'layout' },
    image: marker === 'check' ? checkSymbol(check) : crossSymbol(cross),
    box: {
      start: context.start,
      top: symbolTop(baseline, label.text[0]!.size, size),
      width: size,
      height: size,
    },
  };
}
