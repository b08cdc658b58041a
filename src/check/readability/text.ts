import type { DocumentNode } from '../../document/node.js';
import { passagesOf, type Passage } from './passage.js';
import { sentencesOf, type Sentence } from './sentence.js';

/** A passage, and its sentences; a heading has none. */
export type ReadPassage = Passage & Readonly<{ sentences: readonly Sentence[] }>;

/** The text of a handout in reading order. */
export type ReadText = Readonly<{ passages: readonly ReadPassage[]; sentences: readonly Sentence[] }>;

/** Formulas and checklists look at the same text; it is kept as long as its document. */
const read = new WeakMap<DocumentNode, ReadText>();

/** Divides the text of a handout in one language into passages, sentences and words; always the same ones for a document. */
export function readTextOf(document: DocumentNode): ReadText {
  let text = read.get(document);
  if (text === undefined) {
    const passages = passagesOf(document).map((passage) => ({
      ...passage,
      sentences: sentencesOf([passage], document.lang),
    }));
    text = { passages, sentences: passages.flatMap(({ sentences }) => sentences) };
    read.set(document, text);
  }
  return text;
}
