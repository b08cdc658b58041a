import type { Block, Cards, Column, DocumentNode, List, NodeId, Section } from '../document/node.js';
import { walkDocument } from '../document/walk.js';

/**
 * Sets two languages of one handout beside each other, block by block: the patient's at the start side, the other
 * beside it. What only one of them has, and pictures, which say the same in both, take the whole width.
 * @param first the patient's document; its letterhead and running lines are kept
 * @param second the same handout in another language, its nodes numbered after those of the first
 */
export function besideEachOther(first: DocumentNode, second: DocumentNode): DocumentNode {
  let next = lastId(second) + 1;
  const columnOf = (block: Block, { lang, dir }: DocumentNode): Column => {
    return { kind: 'column', id: next++, span: 1, lang, dir, children: [block] };
  };
  const pairUp = ([one, other]: Pair): readonly Block[] => {
    if (one && (!other || one.kind === 'figure' || one.kind === 'rule')) return [one];
    if (!one) return [inLanguage(other!, second)];
    if (one.kind === 'section' && other?.kind === 'section') {
      if (holdsFigure(one)) return pairs(one.children, other.children).flatMap(pairUp);
      const boxes = boxPairs(one, other);
      if (boxes) return [{ ...one, children: boxes.flatMap(pairUp) }];
    }
    const parts = itemPairs(one, other!, () => next++) ?? [[one, other!]];
    return parts.map(([left, right]) => {
      return { kind: 'columns', id: next++, columns: [columnOf(left, first), columnOf(right, second)] };
    });
  };
  return { ...first, children: pairs(first.children, second.children).flatMap(pairUp) };
}

/** Two lists are paired item by item, so that a long one can go on over a page's end, and so are cards. */
function itemPairs(
  one: Block,
  other: Block,
  id: () => NodeId,
): readonly (readonly [Block, Block])[] | undefined {
  if (!isList(one) || !isList(other) || one.kind !== other.kind || one.items.length !== other.items.length)
    return undefined;
  const part = (list: List | Cards, index: number): List | Cards => {
    const alone = { id: id(), items: [list.items[index]!] };
    return list.kind === 'list' ? { ...list, ...alone, start: index + 1 } : { ...list, ...alone };
  };
  return one.items.map((_, index) => [part(one, index), part(other, index)]);
}

function isList(block: Block): block is List | Cards {
  return block.kind === 'list' || block.kind === 'cards';
}

/** Boxes side by side, such as those that say whom to call and when, are paired box by box. */
function boxPairs(one: Section, other: Section): readonly Pair[] | undefined {
  const [boxes, others] = [one, other].map(boxesOf);
  if (!boxes || boxes.length !== others?.length) return undefined;
  return boxes.map((box, index) => [box, others[index]!]);
}

function boxesOf({ children }: Section): readonly Block[] | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.kind !== 'columns') return undefined;
  const boxes = only.columns.flatMap((column) => column.children);
  return boxes.every(({ kind }) => kind === 'callout') ? boxes : undefined;
}

/** Half a page is too narrow for a drawing with words in it. */
function holdsFigure({ children }: Section): boolean {
  return children.some(({ kind }) => kind === 'figure');
}

/** The highest number of a document's nodes. */
export function lastId(document: DocumentNode): NodeId {
  return walkDocument(document).reduce((highest, { id }) => Math.max(highest, id), 0);
}

function inLanguage(block: Block, { lang, dir }: DocumentNode): Block {
  return { ...block, lang: block.lang ?? lang, dir: block.dir ?? dir };
}

type Pair = readonly [Block | undefined, Block | undefined];

/**
 * Aligns two lists of blocks by kind: the longest common subsequence, so that a notice that only a translation has
 * doesn't move everything after it.
 */
function pairs(ones: readonly Block[], others: readonly Block[]): readonly Pair[] {
  const lengths = commonLengths(ones, others);
  const aligned: Pair[] = [];
  let [one, other] = [0, 0];
  while (one < ones.length || other < others.length) {
    const isPair = one < ones.length && other < others.length && isAlike(ones[one]!, others[other]!);
    if (isPair) aligned.push([ones[one++], others[other++]]);
    else if (
      other === others.length ||
      (one < ones.length && lengths[one + 1]![other]! >= lengths[one]![other + 1]!)
    ) {
      aligned.push([ones[one++], undefined]);
    } else aligned.push([undefined, others[other++]]);
  }
  return aligned;
}

/** How many blocks of each pair of remainders can be paired. */
function commonLengths(ones: readonly Block[], others: readonly Block[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: ones.length + 1 }, () => new Array<number>(others.length + 1).fill(0));
  for (let one = ones.length - 1; one >= 0; one--) {
    for (let other = others.length - 1; other >= 0; other--) {
      lengths[one]![other] = isAlike(ones[one]!, others[other]!)
        ? lengths[one + 1]![other + 1]! + 1
        : Math.max(lengths[one + 1]![other]!, lengths[one]![other + 1]!);
    }
  }
  return lengths;
}

function isAlike(one: Block, other: Block): boolean {
  return shapeOf(one) === shapeOf(other);
}

function shapeOf(block: Block): string {
  if (block.kind === 'heading') return `heading ${block.level}`;
  return 'role' in block ? `${block.kind} ${block.role}` : block.kind;
}
