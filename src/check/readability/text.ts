import type { Block, DocumentNode } from '../../document/node.js';
import { passagesOfBlock, type Passage } from './passage.js';
import { sentencesOf, type Sentence } from './sentence.js';

/** A passage, and its sentences; a heading has none. */
export type ReadPassage = Passage & Readonly<{ sentences: readonly Sentence[] }>;

/** The text of a handout in reading order. */
export type ReadText = Readonly<{ passages: readonly ReadPassage[]; sentences: readonly Sentence[] }>;

type ReadBlock = Readonly<{ lang: string; passages: readonly ReadPassage[] }>;

/**
 * Formulas and checklists look at the same text, and copies of a handout have most blocks in common. A block that one patient's copy
 * has alone is forgotten with it.
 */
const known = new WeakMap<Block, ReadBlock>();

/** Divides the text of a handout in one language into passages, sentences and words. */
export function readTextOf({ children, lang }: DocumentNode): ReadText {
  const passages = children.flatMap((block) => readBlock(block, lang));
  return { passages, sentences: passages.flatMap(({ sentences }) => sentences) };
}

function readBlock(block: Block, lang: string): readonly ReadPassage[] {
  let read = known.get(block);
  if (read?.lang !== lang) {
    const passages = passagesOfBlock(block).map((each) => ({
      ...each,
      sentences: sentencesOf([each], lang),
    }));
    known.set(block, (read = { lang, passages }));
  }
  return read.passages;
}
