/** What commands ask of this folder; they load it at once, since a file more takes longer to find than to run. */
export { findProgram } from './find-program.js';
export { initWorkspace } from './init.js';
export { ledgerName, writeLedgerFile } from './ledger-file.js';
export { readSourceText } from './source-text.js';
export { readVisitsFile } from './visits-file.js';
export { watchWorkspace } from './watch.js';
export { openWorkspace } from './workspace.js';
