import type { checkWorkspace } from '../check/check.js';
import type { checkHandout } from '../check/check-handout.js';
import type { checkPack } from '../check/check-pack.js';
import type { openPolicy } from '../check/policy.js';
import type { readVeraReport, VERAPDF_ARGUMENTS } from '../check/pdf/verapdf-report.js';
import type { checkReviews, placeOfUnit, reviewLanguages } from '../check/reviews.js';
import type { checkTranslations } from '../check/translations.js';
import type { buildHandout, inspectHandout, remindersOf } from '../handout/build.js';
import type { initWorkspace } from '../workspace/init.js';
import type { ledgerName, writeLedgerFile } from '../workspace/ledger-file.js';
import type { readSourceText } from '../workspace/source-text.js';
import type { readVisitsFile } from '../workspace/visits-file.js';
import type { watchWorkspace } from '../workspace/watch.js';
import type { openWorkspace } from '../workspace/workspace.js';

/** What reads, makes and watches workspaces. */
export type WorkspaceTools = Readonly<{
  openWorkspace: typeof openWorkspace;
  initWorkspace: typeof initWorkspace;
  watchWorkspace: typeof watchWorkspace;
  readSourceText: typeof readSourceText;
  ledgerName: typeof ledgerName;
  writeLedgerFile: typeof writeLedgerFile;
  readVisitsFile: typeof readVisitsFile;
}>;

/** What makes handouts. */
export type HandoutTools = Readonly<{
  buildHandout: typeof buildHandout;
  inspectHandout: typeof inspectHandout;
  remindersOf: typeof remindersOf;
}>;

/** What checks a workspace as a whole and handout by handout, and what was decided about rules. */
export type CheckTools = Readonly<{
  checkWorkspace: typeof checkWorkspace;
  checkTranslations: typeof checkTranslations;
  checkHandout: typeof checkHandout;
  checkPack: typeof checkPack;
  openPolicy: typeof openPolicy;
  readVeraReport: typeof readVeraReport;
  VERAPDF_ARGUMENTS: typeof VERAPDF_ARGUMENTS;
  checkReviews: typeof checkReviews;
  reviewLanguages: typeof reviewLanguages;
  placeOfUnit: typeof placeOfUnit;
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
    const [workspace, init, watch, sourceText, ledgerFile, visitsFile] = await Promise.all([
      import('../workspace/workspace.js'),
      import('../workspace/init.js'),
      import('../workspace/watch.js'),
      import('../workspace/source-text.js'),
      import('../workspace/ledger-file.js'),
      import('../workspace/visits-file.js'),
    ]);
    return { ...workspace, ...init, ...watch, ...sourceText, ...ledgerFile, ...visitsFile };
  },
  handout: () => import('../handout/build.js'),
  check: async () => {
    const [check, handout, pack, policy, reviews, translations, verapdf] = await Promise.all([
      import('../check/check.js'),
      import('../check/check-handout.js'),
      import('../check/check-pack.js'),
      import('../check/policy.js'),
      import('../check/reviews.js'),
      import('../check/translations.js'),
      import('../check/pdf/verapdf-report.js'),
    ]);
    return { ...check, ...handout, ...pack, ...policy, ...reviews, ...translations, ...verapdf };
  },
};
