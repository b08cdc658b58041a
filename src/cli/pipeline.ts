import type * as checkTools from '../check/tools.js';
import type { buildHandout, inspectHandout, remindersOf } from '../handout/build.js';
import type * as workspaceTools from '../workspace/tools.js';

/** What reads, makes and watches workspaces. */
export type WorkspaceTools = Readonly<typeof workspaceTools>;

/** What makes handouts. */
export type HandoutTools = Readonly<{
  buildHandout: typeof buildHandout;
  inspectHandout: typeof inspectHandout;
  remindersOf: typeof remindersOf;
}>;

/** What checks a workspace as a whole and handout by handout, and what was decided about rules. */
export type CheckTools = Readonly<typeof checkTools>;

/** The stages behind the command line, each loaded when a command first needs it. */
export type Pipeline = Readonly<{
  workspace(): Promise<WorkspaceTools>;
  handout(): Promise<HandoutTools>;
  check(): Promise<CheckTools>;
}>;

/** The real stages. */
export const pipeline: Pipeline = {
  workspace: () => import('../workspace/tools.js'),
  handout: () => import('../handout/build.js'),
  check: () => import('../check/tools.js'),
};
