import type { DocumentNode } from '../../document/node.js';
import { passagesOf, type Passage } from './passage.js';
import { sentencesOf, type Sentence } from './sentence.js';

/** A handout's text as it is scored and judged; read once for both. */
export type RunningText = Readonly<{
  /** BCP 47 tag. */
  lang: string;
  passages: readonly Passage[];
  /** Of the running passages. */
  sentences: readonly Sentence[];
}>;

/** Reads the text of a handout in one language. */
export function readRunningText(document: DocumentNode): RunningText {
  const { lang } = document;
  const passages = passagesOf(document);
  return { lang, passages, sentences: sentencesOf(passages, lang) };
}
