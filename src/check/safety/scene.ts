import type { SourceRange } from '../../base/source.js';
import { templateStart } from '../../handout/template-problems.js';
import { spokenNodes, type SpokenNode } from '../spoken.js';
import type { Subject } from '../subject.js';

/** A finished handout as the judges of safety see it: what each of them needs is found once. */
export type Scene = Readonly<{
  subject: Subject;
  /** The patient's language, and the one beside it. */
  languages: readonly string[];
  nodes: readonly SpokenNode[];
  /** The beginning of the handout's template, for what isn't there. */
  start: SourceRange | undefined;
}>;

/** Prepares a handout for the judges of safety. */
export function openScene(subject: Subject): Scene {
  const { read, request, workspace, topic } = subject;
  const { lang, bilingual } = request;
  return {
    subject,
    languages: bilingual === undefined ? [lang] : [lang, bilingual],
    nodes: spokenNodes(read.document),
    start: templateStart(workspace, topic.template),
  };
}
