import { askCapabilities } from '../delivery/print/capabilities.js';
import { planPrint } from '../delivery/print/plan.js';
import { canRaster } from '../delivery/print/print-document.js';
import { printablePack } from '../delivery/print/printable.js';
import type { PrintWishes } from '../delivery/print/wishes.js';
import { refusalOf } from '../handout/policy.js';
import { nameOf } from '../handout/names.js';
import type { Workspace } from '../workspace/workspace.js';
import { checkPacks, type CheckedPacks } from './check-packs.js';
import { selectRequests, type BuildSettings } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import type { ExitCode } from './exit-code.js';
import { exitCodeOf, refuse, requireLanguage, sayConcerns, userName } from './print.js';
import { printAll, sayNotes } from './print-jobs.js';
import { printResults, resultRecord } from './print-output.js';
import { openTarget } from './print-target.js';
import { readPrintOptions, withGreys, wishesOf, type WishSources } from './print-wishes.js';
import type { FoundProblem } from './report.js';
import type { OpenedWorkspace } from './run-build.js';
import { foundErrors, jsonText } from './summary.js';

/** Which pack to print. */
export type PackPrinting = Readonly<{
  name: string;
  settings: BuildSettings;
  args: Arguments;
  context: CommandContext;
}>;

/**
 * Checks a pack and prints it, in each language as one job. Both sides are printed where the printer can and nothing else is
 * asked for.
 * @throws {UsageError} where no language or printer is named
 * @throws {OutsideError} when the printer cannot be reached, or cannot print in this way
 */
export async function printPack(
  opened: OpenedWorkspace,
  { name, settings, args, context }: PackPrinting,
): Promise<ExitCode> {
  const { workspace } = opened;
  const options = readPrintOptions(args);
  requireLanguage(settings, workspace.config.languages);
  const target = await openTarget(workspace, args.texts.get('printer'), process.env);
  const capabilities = await askCapabilities(target.printer);
  const drawsPages = capabilities.formats.includes('application/pdf') || canRaster();
  const wishes = wishesOfPack(settings, { workspace, desk: target.desk, options });
  const plan = planPrint(capabilities, wishes, drawsPages);
  const hasBlankBacks = plan.sides !== 'one-sided';
  const planned = { ...settings, paper: plan.paper, ...(plan.inGreys && withGreys(settings)) };
  const checked = await checkPacks(opened, { settings: planned, hasBlankBacks, context });
  const found = [...checked.found, ...refusals(workspace, checked, settings)];
  if (foundErrors(found)) return refuse(found, { opened, args, context });
  sayConcerns(found, { opened, args, context });
  const prints = checked.packs.flatMap(({ lang, pack }) =>
    pack === undefined ? [] : [{ id: name, lang, document: printablePack(pack, name), plan }],
  );
  sayNotes(prints, context);
  const follow = !args.flags.has('no-wait');
  const results = await printAll(prints, { target, capabilities, user: userName(), follow, context });
  const { out, err } = context.terminal;
  if (args.flags.has('json')) out.write(jsonText(resultRecord(results, target, capabilities)));
  else printResults(results, { ...target, noun: 'pack' }, { out, err });
  return exitCodeOf(results);
}

function wishesOfPack(settings: BuildSettings, sources: WishSources): PrintWishes {
  const [request] = selectRequests(sources.workspace, settings);
  // What handout.yaml says of one handout doesn't hold for the pack that it is in.
  const wishes = wishesOf({ ...request!, handout: '' }, sources);
  return { ...wishes, sides: wishes.sides ?? { value: 'two-sided-long-edge', firm: false } };
}

/** What the policy on reviews says against printing each handout of each pack. */
function refusals(
  { config }: Workspace,
  { packs }: CheckedPacks,
  { allowDrafts }: BuildSettings,
): readonly FoundProblem[] {
  if (allowDrafts) return [];
  return packs.flatMap(({ lang, pack }) =>
    (pack?.handouts ?? []).flatMap(({ id, state }) => {
      const problem = refusalOf(config.review, { action: 'print', lang, state });
      return problem === undefined ? [] : [{ problem, builds: [nameOf({ handout: id, lang })] }];
    }),
  );
}
