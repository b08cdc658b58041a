import type { Block, DocumentNode } from '../../document/node.js';
import { passagesOfBlock, type Passage } from './passage.js';
import { sentencesOf, type Sentence } from './sentence.js';

/** A handout's text as it is scored and judged; read once for both. */
export type RunningText = Readonly<{
  /** BCP 47 tag. */
  lang: string;
  passages: readonly Passage[];
  /** Of the running passages. */
  sentences: readonly Sentence[];
}>;

/** Copies of a handout have most blocks in common. One that a patient's copy has alone is forgotten with that copy. */
const known = new WeakMap<Block, RunningText>();

/** Reads the text of a handout in one language. */
export function readRunningText({ lang, children }: DocumentNode): RunningText {
  const blocks = children.map((block) => readBlock(block, lang));
  return {
    lang,
    passages: blocks.flatMap(({ passages }) => passages),
    sentences: blocks.flatMap(({ sentences }) => sentences),
  };
}

function readBlock(block: Block, lang: string): RunningText {
  let text = known.get(block);
  if (text?.lang !== lang) {
    const passages = passagesOfBlock(block);
    known.set(block, (text = { lang, passages, sentences: sentencesOf(passages, lang) }));
  }
  return text;
}
