import type { Problem } from '../../base/problem.js';
import type { Subject } from '../subject.js';
import { judgeContact } from './contact.js';
import { judgeDraftNotice } from './draft-notice.js';
import { judgeReviewDay } from './review-day.js';
import { judgeSafetyBlock } from './safety-block.js';
import { openScene, type Scene } from './scene.js';
import { judgeShownSources } from './shown-sources.js';
import { judgeWrittenClaims } from './written-claims.js';

/** In the order of the report. */
const judges: readonly ((scene: Scene) => readonly Problem[])[] = [
  judgeSafetyBlock,
  judgeContact,
  judgeReviewDay,
  judgeShownSources,
  judgeDraftNotice,
  judgeWrittenClaims,
];

/**
 * Judges what in a finished handout could harm a patient: signs and numbers that aren't there, advice that is out of date or whose
 * source isn't told, drafts that don't say so. Reports what the judges of `src/check/safety` report.
 */
export function judgeSafety(subject: Subject): readonly Problem[] {
  const scene = openScene(subject);
  return judges.flatMap((judge) => judge(scene));
}
