import type { checkWorkspace } from '../check/check.js';
import type { checkReading } from '../check/check-reading.js';
import type { buildHandout, inspectHandout, readDocument, remindersOf } from '../handout/build.js';
import type { initWorkspace } from '../workspace/init.js';
import type { readSourceText } from '../workspace/source-text.js';
import type { watchWorkspace } from '../workspace/watch.js';
import type { openWorkspace } from '../workspace/workspace.js';

/** What reads, makes and watches workspaces. */
export type WorkspaceTools = Readonly<{
  openWorkspace: typeof openWorkspace;
  initWorkspace: typeof initWorkspace;
  watchWorkspace: typeof watchWorkspace;
  readSourceText: typeof readSourceText;
}>;

/** What makes handouts. */
export type HandoutTools = Readonly<{
  buildHandout: typeof buildHandout;
  inspectHandout: typeof inspectHandout;
  readDocument: typeof readDocument;
  remindersOf: typeof remindersOf;
}>;

/** What checks a workspace as a whole, and how easy a handout is to read. */
export type CheckTools = Readonly<{
  checkWorkspace: typeof checkWorkspace;
  checkReading: typeof checkReading;
}>;

/** The stages behind the command line, each loaded when a command first needs it. */
export type Pipeline = Readonly<{
  workspace(): Promise<WorkspaceTools>;
  handout(): Promise<HandoutTools>;
  check(): Promise<CheckTools>;
}>;

/** The real stages. */
export const pipeline: Pipeline = {
  workspace: async () => {
    const [workspace, init, watch, sourceText] = await Promise.all([
      import('../workspace/workspace.js'),
      import('../workspace/init.js'),
      import('../workspace/watch.js'),
      import('../workspace/source-text.js'),
    ]);
    return { ...workspace, ...init, ...watch, ...sourceText };
  },
  handout: () => import('../handout/build.js'),
  check: async () => {
    const [check, reading] = await Promise.all([
      import('../check/check.js'),
      import('../check/check-reading.js'),
    ]);
    return { ...check, ...reading };
  },
};
