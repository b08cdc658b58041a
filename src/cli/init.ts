import { dirname, resolve } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import { writeOutput } from '../delivery/store.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { formatProblems } from './report.js';
import { generalSchemaFiles } from './schemas.js';
import { jsonText, problemRecords } from './summary.js';

/**
 * The command `init`: makes a clinic's workspace, with the schemas by which editors complete and check its files.
 * @throws {OutsideError} when the folder cannot be written to
 */
export const runInit: RunCommand = async (args, { terminal: { out, err }, cwd, pipeline }) => {
  const { initWorkspace } = await pipeline.workspace();
  const [name = '.'] = args.operands;
  const { value: file, problems } = initWorkspace(resolve(cwd, name));
  if (file !== undefined) writeOutput(dirname(file), generalSchemaFiles());
  const refused = problems.find(({ code }) => code === 'workspace/cannot-write');
  if (refused !== undefined) throw new OutsideError(refused.code, refused.message);
  const found = problems.map((problem) => ({ problem, builds: [] }));
  if (args.flags.has('json')) {
    out.write(jsonText({ file: file ?? null, problems: problemRecords(found) }));
  } else {
    err.write(formatProblems(found, () => undefined, err.paint));
    if (file !== undefined) {
      out.write(`${file}\n`);
      err.write(`Edit it, then run “handout build -w ${name}”.\n`);
    }
  }
  return file === undefined ? exitCodes.problems : exitCodes.done;
};
