import type { Staged } from '../base/problem.js';
import type { Term } from '../content/lint/glossary.js';
import type { DocumentNode } from '../document/node.js';
import { readRunningText } from './readability/running-text.js';
import { scoreText, type ReadingScore } from './readability/score.js';
import { checkTarget } from './readability/too-hard.js';
import { checkItems, judgeDocument, type JudgedItem } from './understandability/judge.js';

/** How easy a handout is to read and to understand. */
export type Reading = Readonly<{ score: ReadingScore; items: readonly JudgedItem[] }>;

/** What a handout is held against. */
export type ReadingOptions = Readonly<{
  /** The school grade whose pupils should be able to read it. */
  target: number;
  /** The terms of its language that it may have to explain. */
  terms: readonly Term[];
}>;

/**
 * Checks how easy a handout in one language is to read and to understand. Of a bilingual one, the first language is checked.
 * @returns reports what `checkTarget` and `checkItems` report: warnings, never errors
 */
export function checkReading(document: DocumentNode, { target, terms }: ReadingOptions): Staged<Reading> {
  const text = readRunningText(document);
  const score = scoreText(text, target);
  const items = judgeDocument(document, { text, terms });
  return { value: { score, items }, problems: [...checkTarget(score, target), ...checkItems(items)] };
}
