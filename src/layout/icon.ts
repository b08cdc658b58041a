import type { Points } from '../base/units.js';
import type { Figure, ListItem } from '../document/node.js';
import type { Mark } from './flow.js';
import { enter, type FlowContext } from './flow-context.js';
import { middleOfCapitals } from './symbol.js';
import { baselineOf, leadingOf, textBlockOf } from './text-block.js';

/** The icon that a list item begins with. */
export function iconOf({ children: [first] }: ListItem): Figure | undefined {
  return first?.kind === 'figure' && first.isIcon ? first : undefined;
}

/** The item without the icon that it begins with. */
export function withoutIcon(item: ListItem): ListItem {
  return iconOf(item) ? { ...item, children: item.children.slice(1) } : item;
}

/** The height of an item's icon; 0 where it has none. */
export function iconHeight(item: ListItem, context: FlowContext): Points {
  const icon = iconOf(item);
  const image = icon && context.images.get(icon.source);
  return image ? (context.theme.cards.iconSize * image.height) / image.width : 0;
}

/** How far an item's icon reaches above the item's first line, around which it stands. */
export function iconRise(item: ListItem, context: FlowContext): Points {
  const [first] = withoutIcon(item).children;
  if (first?.kind !== 'paragraph' && first?.kind !== 'heading') return 0;
  const block = textBlockOf(first, context);
  const inner = enter(enter(context, item), first);
  const baseline = baselineOf(block.style, leadingOf(block, inner), inner.lang);
  return Math.max(0, iconHeight(item, context) / 2 - middleOfCapitals(baseline, context));
}

/** Draws an item's icon at the context's start, around a line across it. */
export function iconMarks(item: ListItem, context: FlowContext, middle: Points): readonly Mark[] {
  const icon = iconOf(item);
  const image = icon && context.images.get(icon.source);
  if (!image) return [];
  const { iconSize } = context.theme.cards;
  const height = iconHeight(item, context);
  return [
    {
      kind: 'image',
      meaning: { kind: 'artifact', type: 'layout' },
      image,
      box: { start: context.start, top: middle - height / 2, width: iconSize, height },
    },
  ];
}
