import type { Problem } from '../../base/problem.js';
import type { Subject } from '../subject.js';
import { judgeAlternatives } from './alternatives.js';
import { judgeHeadings } from './headings.js';
import { judgeLanguages } from './languages.js';
import { judgeLinks } from './links.js';
import { openDocumentScene } from './scene.js';
import { judgeTables } from './tables.js';

/** Judges what those who can't see a finished handout, or don't read it from its beginning, go by. Reports what the judges of `src/check/document` report. */
export function judgeDocumentTree(subject: Subject): readonly Problem[] {
  const scene = openDocumentScene(subject);
  return [judgeHeadings, judgeAlternatives, judgeLinks, judgeLanguages, judgeTables].flatMap((judge) =>
    judge(scene),
  );
}
