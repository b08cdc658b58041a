import { hasErrors } from '../base/problem.js';
import type { RunCommand } from './command.js';
import { chosenSeries } from '../handout/names.js';
import { exitCodes } from './exit-code.js';
import { formatProblems } from './report.js';
import { openWorkspaceOf } from './run-build.js';
import { jsonText, problemRecords } from './summary.js';
import { printedTable, type Column } from './table.js';
import type { Workspace } from '../workspace/workspace.js';

const columns: readonly Column[] = [
  { heading: 'Handout', align: 'left' },
  { heading: 'Version', align: 'left' },
  { heading: 'Reviewed', align: 'left' },
  { heading: 'Next review', align: 'left' },
  { heading: 'Languages', align: 'left' },
];

/** The command `list`: names every handout of the workspace. */
export const runList: RunCommand = async (args, context) => {
  const { out, err } = context.terminal;
  const { workspace, problems, sourceText } = await openWorkspaceOf(args, context);
  const found = problems.map((problem) => ({ problem, builds: [] }));
  const handouts = listHandouts(workspace);
  if (args.flags.has('json')) {
    out.write(jsonText({ handouts, problems: problemRecords(found) }));
  } else {
    err.write(formatProblems(found, sourceText, err.paint));
    const rows = handouts.map((handout) => [
      handout.id,
      handout.version,
      handout.reviewed,
      handout.nextReview,
      handout.languages.join(', '),
    ]);
    out.write(printedTable(columns, rows, out.paint));
  }
  return hasErrors(problems) ? exitCodes.problems : exitCodes.done;
};

function listHandouts(workspace: Workspace): readonly ListedHandout[] {
  const { languages } = workspace.config;
  return chosenSeries(workspace).flatMap(({ id, version, reviewed, nextReview, topics, sheets }) =>
    [...topics, ...sheets].map((handout) => ({
      id: `${id}/${handout.id}`,
      version,
      reviewed,
      nextReview,
      languages,
    })),
  );
}

type ListedHandout = Readonly<{
  id: string;
  version: string;
  reviewed: string;
  nextReview: string;
  languages: readonly string[];
}>;
