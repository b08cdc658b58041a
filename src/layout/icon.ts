import type { Points } from '../base/units.js';
import type { Figure, ListItem } from '../document/node.js';
import type { Mark } from './flow.js';
import type { FlowContext } from './flow-context.js';

/** The icon that a list item begins with. */
export function iconOf({ children: [first] }: ListItem): Figure | undefined {
  return first?.kind === 'figure' && first.isIcon ? first : undefined;
}

/** The item without the icon that it begins with. */
export function withoutIcon(item: ListItem): ListItem {
  return iconOf(item) ? { ...item, children: item.children.slice(1) } : item;
}

/** Draws an item's icon at the context's start, around a line across it. */
export function iconMarks(item: ListItem, context: FlowContext, middle: Points): readonly Mark[] {
  const icon = iconOf(item);
  const image = icon && context.images.get(icon.source);
  if (!image) return [];
  const { iconSize } = context.theme.cards;
  const height = (iconSize * image.height) / image.width;
  return [
    {
      kind: 'image',
      meaning: { kind: 'artifact', type: 'layout' },
      image,
      box: { start: context.start, top: middle - height / 2, width: iconSize, height },
    },
  ];
}
