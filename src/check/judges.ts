import type { Problem } from '../base/problem.js';
import { judgeDocumentTree } from './document/judge-document.js';
import { judgeLetter } from './judge-letter.js';
import { judgePdf } from './judge-pdf.js';
import { judgeSafety } from './safety/judge-safety.js';
import type { Judge, Subject } from './subject.js';

/** Everything that is asked of a finished handout, besides what its stages reported, in the order of the report. */
const judges: readonly Judge[] = [judgeDocumentTree, judgeSafety, judgePdf, judgeLetter];

/** Judges a finished handout. Reports what the judges report. */
export function judgeHandout(subject: Subject): readonly Problem[] {
  return judges.flatMap((judge) => judge(subject));
}
