import type { NodeId } from '../document/node.js';
import type { Picture } from './picture.js';

/** What the blocks of one page share. */
export type HtmlContext = Readonly<{
  /** Pictures by the source that figures name. */
  pictures: ReadonlyMap<string, Picture>;
  /** The identifiers of the headings that name a part of the page. */
  labels: ReadonlyMap<NodeId, string>;
}>;
