import type { Problem } from '../base/problem.js';
import type { MadeHandout } from '../handout/build.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';

/** A finished handout as judges see it: what was asked for, and what every stage made of it. */
export type Subject = MadeHandout &
  Readonly<{
    workspace: Workspace;
    request: HandoutRequest;
    /** The day of the check, `YYYY-MM-DD`; without it nothing is overdue. */
    today?: string | undefined;
  }>;

/** Looks at one side of a finished handout, and reports what is wrong with it. */
export type Judge = (subject: Subject) => readonly Problem[];
