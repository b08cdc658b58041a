import type { FoundProblem, SourceText } from '../found.js';
import type { PagePicture } from './page-picture.js';

/** What a check came to, for those who write it down. */
export type CheckReport = Readonly<{
  /** Every handout that was checked, such as `microneedling/aftercare (es)`. */
  builds: readonly string[];
  /** What was found, merged. */
  found: readonly FoundProblem[];
  sourceText: SourceText;
  /** The program's own. */
  version: string;
}>;

/** A report with pictures of the pages that a problem is on, and what the pictures are made of. */
export type IllustratedReport = CheckReport &
  Readonly<{ pictures: readonly PagePicture[]; definitions: string }>;

/** The forms a report is written in; `terminal` and `json` are the command line's own. */
export const reportFormats = ['terminal', 'json', 'sarif', 'junit', 'html'] as const;

/** One of the forms of a report. */
export type ReportFormat = (typeof reportFormats)[number];
