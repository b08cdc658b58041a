import { hasErrors } from '../base/problem.js';
import type { SetHandout } from '../handout/set.js';
import { readBuildSettings } from './build-settings.js';
import type { Arguments, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { inspectStages, type InspectStage } from './inspect-stages.js';
import { formatProblems } from './report.js';
import { openWorkspaceOf, selectShowingWhy } from './run-build.js';
import { unknownName } from './usage-error.js';

/**
 * The command `inspect`: prints what one stage makes of one handout.
 * @throws {UsageError} for unknown names
 */
export const runInspect: RunCommand = async (args, context) => {
  const { out, err } = context.terminal;
  const stage = readStage(args);
  const settings = readBuildSettings(args);
  const opened = await openWorkspaceOf(args, context);
  const { workspace, problems, sourceText } = opened;
  const [request] = selectShowingWhy(opened, settings, context);
  if (request === undefined) return exitCodes.problems;
  const { inspectHandout } = await context.pipeline.handout();
  const set = await inspectHandout(workspace, request);
  const found = [...problems, ...set.problems].map((problem) => ({ problem, builds: [] }));
  err.write(formatProblems(found, sourceText, err.paint));
  if (set.value !== undefined) out.write(await dumpStage(set.value, stage));
  return hasErrors([...problems, ...set.problems]) ? exitCodes.problems : exitCodes.done;
};

function readStage({ texts }: Arguments): InspectStage {
  const name = texts.get('stage') ?? 'document';
  const stage = inspectStages.find((candidate) => candidate === name);
  if (stage === undefined) throw unknownName('stage', name, inspectStages);
  return stage;
}

async function dumpStage({ html, document, laidOut }: SetHandout, stage: InspectStage): Promise<string> {
  switch (stage) {
    case 'html':
      return html.endsWith('\n') ? html : `${html}\n`;
    case 'document':
      return (await import('./dump-document.js')).dumpDocumentTree(document);
    case 'lines':
      return (await import('./dump-lines.js')).dumpLines(laidOut);
    case 'pages':
      return (await import('../layout/dump.js')).dumpDocument(laidOut);
    case 'tags':
      return (await import('../pdf/dump.js')).dumpStructure(laidOut);
  }
}
