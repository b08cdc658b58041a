import type { SourceRange } from '../../base/source.js';
import { templateStart } from '../../handout/template-problems.js';
import { spokenNodes, type SpokenNode } from '../spoken.js';
import type { Subject } from '../subject.js';

/** A finished handout as the judges of its structure see it: what each of them needs is found once. */
export type DocumentScene = Readonly<{
  subject: Subject;
  /** The letterhead and the handout itself, without the lines repeated on every page. */
  nodes: readonly SpokenNode[];
  /** The beginning of the handout's template, for what isn't there. */
  start: SourceRange | undefined;
}>;

/** Prepares a handout for the judges of its structure. */
export function openDocumentScene(subject: Subject): DocumentScene {
  const document = { ...subject.read.document, runningHeader: [], runningFooter: [] };
  return {
    subject,
    nodes: spokenNodes(document),
    start: templateStart(subject.workspace, subject.topic.template),
  };
}
