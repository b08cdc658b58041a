import type { Staged } from '../base/problem.js';
import type { DocumentNode } from '../document/node.js';
import { scoreDocument, type ReadingScore } from './readability/score.js';
import { checkTarget } from './readability/too-hard.js';
import { checkItems, judgeDocument, type JudgedItem } from './understandability/judge.js';

/** How easy a handout is to read and to understand. */
export type Reading = Readonly<{ score: ReadingScore; items: readonly JudgedItem[] }>;

/**
 * Checks how easy a handout in one language is to read and to understand. Of a bilingual one, the first language is checked.
 * @param target the school grade whose pupils should be able to read it
 * @returns reports what `checkTarget` and `checkItems` report: warnings, never errors
 */
export function checkReading(document: DocumentNode, target: number): Staged<Reading> {
  const score = scoreDocument(document, target);
  const items = judgeDocument(document);
  return { value: { score, items }, problems: [...checkTarget(score, target), ...checkItems(items)] };
}
