import type { Callout, NodeId } from '../document/node.js';
import type { Picture } from './picture.js';

/** What a box is for. */
export type BoxRole = Callout['role'] | 'do' | 'dont';

/** What the blocks of one page share. */
export type HtmlContext = Readonly<{
  /** Pictures by the source that figures name. */
  pictures: ReadonlyMap<string, Picture>;
  /** The identifiers of the headings that name a part of the page. */
  labels: ReadonlyMap<NodeId, string>;
  /** Puts what a box holds into what draws it; without it the style sheet draws all boxes. */
  box?: (role: BoxRole, html: string) => string;
}>;
