import type { XmlElement } from '@rgrove/parse-xml';
import type { LabelRoom, PathCommand } from './vector.js';

const PREFIX = 'label-';

/** The name of the label that a `<rect id="label-…">` makes room for; undefined for every other shape. */
export function labelName(element: XmlElement): string | undefined {
  const id = element.attributes['id'] ?? '';
  return element.name === 'rect' && id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;
}

/**
 * The room that a rectangle makes for a label. Words stand in its middle, or with `data-align="start"` or `"end"` against
 * the side where the drawing, read from left to right, starts or ends; with `data-vertical="top"` they begin at its top.
 * @param commands the rectangle's path in the drawing's coordinates
 */
export function labelRoom(element: XmlElement, commands: readonly PathCommand[]): LabelRoom {
  const numbers = commands.flatMap(([, ...values]) => values);
  const across = numbers.filter((_, index) => index % 2 === 0);
  const down = numbers.filter((_, index) => index % 2 === 1);
  const x = Math.min(...across);
  const y = Math.min(...down);
  const align = element.attributes['data-align'];
  return {
    x,
    y,
    width: Math.max(...across) - x,
    height: Math.max(...down) - y,
    vertical: element.attributes['data-vertical'] === 'top' ? 'top' : 'middle',
    align: align === 'start' || align === 'end' ? align : 'middle',
  };
}
