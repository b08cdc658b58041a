import type { Problem } from '../../base/problem.js';
import type { DocumentNode } from '../../document/node.js';
import { readForItems, type ForItems, type Item, type Judgement } from './item.js';
import {
  captions,
  chunks,
  clearActions,
  headings,
  mainMessageFirst,
  shortLists,
  summary,
  visualCues,
} from './structure.js';
import { termsExplained } from './terms.js';
import { activeVoice, plainNumbers, risksBesideBenefits } from './wording.js';

/**
 * The parts of two checklists that a program can see: PEMAT-P (Shoemaker, Wolf and Brach, AHRQ 2013) and the CDC Clear
 * Communication Index (2014). The wording is our own, and so are the limits where a checklist gives none.
 */
export const items: readonly Item[] = [
  mainMessageFirst,
  headings,
  chunks,
  shortLists,
  activeVoice,
  termsExplained,
  risksBesideBenefits,
  summary,
  plainNumbers,
  visualCues,
  captions,
  clearActions,
];

/** What an item asks, and what it finds in a handout. */
export type JudgedItem = Readonly<{ item: Item; judgement: Judgement }>;

/** Judges a handout in one language by every item. */
export function judgeDocument(document: DocumentNode, known: ForItems): readonly JudgedItem[] {
  const reading = readForItems(document, known);
  return items.map((item) => ({ item, judgement: item.judge(reading) }));
}

/** Turns what is not met into warnings, one for each place, under the code of its item. */
export function checkItems(judged: readonly JudgedItem[]): readonly Problem[] {
  return judged
    .filter(({ judgement }) => judgement.verdict === 'not-met')
    .flatMap(({ item: { code, asks, source, hint }, judgement }) =>
      judgement.findings.map(({ what, at }) => ({
        code,
        severity: 'warning' as const,
        message: `${what} ${asks} (${source})`,
        hint,
        ...(at && { at }),
      })),
    );
}
