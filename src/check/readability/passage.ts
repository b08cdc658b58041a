import type { SourceRange } from '../../base/source.js';
import type { Block, Inline, ListItem } from '../../document/node.js';
import { childrenOf } from '../../document/walk.js';

/** A paragraph or list item as it is read: words that belong together, and where a template writes them. */
export type Passage = Readonly<{
  text: string;
  /** `running` text is scored sentence by sentence; a `heading` is not. */
  kind: 'running' | 'heading';
  /** It stands in a list. */
  isItem?: boolean;
  at?: SourceRange;
}>;

/**
 * Gathers the passages of one block, and of all that it holds, in reading order.
 *
 * As Flesch (1948) asks, only running text is measured: headings are marked as such, and left out are the letterhead,
 * running lines, names, telephone numbers, lines to write on, the notice of a draft, tables, captions and labels of
 * drawings. Words in another language are left out too.
 */
export function passagesOfBlock(block: Block | ListItem): readonly Passage[] {
  if (block.lang !== undefined) return [];
  switch (block.kind) {
    case 'heading':
      return passage('heading', block);
    case 'paragraph':
      return MEASURED_ROLES.has(block.role) ? passage('running', block) : [];
    case 'figure':
    case 'table':
    case 'rule':
      return [];
    case 'columns':
      return block.columns.flatMap(({ children }) => children.flatMap(passagesOfBlock));
    case 'do-dont':
      return [block.do, block.dont].flatMap(passagesOfBlock);
    case 'list':
    case 'timeline':
    case 'cards':
      return block.items.flatMap(passagesOfBlock).map((each) => ({ ...each, isItem: true }));
    default:
      return block.children.flatMap(passagesOfBlock);
  }
}

const MEASURED_ROLES: ReadonlySet<string> = new Set(['body', 'lead', 'note']);

function passage(
  kind: Passage['kind'],
  { children, at }: Readonly<{ children: readonly Inline[]; at?: SourceRange }>,
): readonly Passage[] {
  const text = clean(children.map(wordsOf).join(''));
  return text === '' ? [] : [{ text, kind, ...(at && { at }) }];
}

/** The words of an inline that are in the document's language. */
function wordsOf(inline: Inline): string {
  if (inline.lang !== undefined) return '';
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'line-break') return ' ';
  return childrenOf(inline)
    .map((child) => wordsOf(child as Inline))
    .join('');
}

/** Takes out what can't be seen, and makes every space a plain one. */
function clean(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
