import { outputPath } from '../delivery/output-path.js';
import { removeOutput, writeOutput } from '../delivery/store.js';
import { packsOf } from '../handout/packs.js';
import type { CheckedPack } from '../check/check-pack.js';
import type { PackSettings } from '../workspace/packs-config.js';
import type { Workspace } from '../workspace/workspace.js';
import { outputFolder, readBuildSettings, selectRequests, type BuildSettings } from './build-settings.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { shortPath } from './finish-build.js';
import { createProgress } from './progress.js';
import { formatProblems, type FoundProblem } from './report.js';
import { readReviewDay } from './review-day.js';
import { openWorkspaceOf, type OpenedWorkspace } from './run-build.js';
import { readSides } from './sides.js';
import { count, countProblems, foundErrors, jsonText, problemRecords, seconds } from './summary.js';
import { unknownName } from './usage-error.js';

/** A pack in one language; without a file where an error stands in its way. */
type WrittenPack = Readonly<{ lang: string; pack: CheckedPack | undefined; file: string }>;

/**
 * The command `pack`: checks several handouts and writes them into one file, in the order in which they are handed over.
 * @throws {UsageError} for unknown names
 * @throws {OutsideError} when the output folder cannot be written to
 */
export const runPack: RunCommand = async (args, context) => {
  const start = performance.now();
  const opened = await openWorkspaceOf(args, context);
  const { workspace, sourceText } = opened;
  const [name = ''] = args.operands;
  const settings = packSettings(args, requirePack(workspace, name));
  const { packs, found } = await checkPacks(opened, { settings, args, context });
  const dir = outputFolder(workspace, args, context.cwd);
  const isPersonal = settings.personal !== undefined;
  const kind = { variants: settings.variants, bilingual: settings.bilingual, personal: isPersonal };
  const written = packs.map(({ lang, pack }): WrittenPack => {
    const file = outputPath(`pack/${name}`, lang, kind);
    if (pack !== undefined) writeOutput(dir, [{ path: file, bytes: pack.pdf, confidential: isPersonal }]);
    // What an earlier run left may be another patient's.
    else if (isPersonal) removeOutput(dir, file);
    return { lang, pack, file };
  });
  const { out, err } = context.terminal;
  if (args.flags.has('json')) {
    out.write(jsonText({ output: dir, packs: written.map(packRecord), problems: problemRecords(found) }));
  } else {
    err.write(formatProblems(found, sourceText, err.paint));
    for (const each of written) out.write(packLine(each));
    const amount = count(written.filter(({ pack }) => pack !== undefined).length, 'pack');
    const time = seconds(performance.now() - start);
    err.write(`Wrote ${amount} to ${shortPath(dir, context.cwd)} in ${time}: ${countProblems(found)}.\n`);
  }
  return foundErrors(found) ? exitCodes.problems : exitCodes.done;
};

/** The pack of a name. */
function requirePack(workspace: Workspace, name: string): PackSettings {
  const packs = packsOf(workspace);
  const pack = packs.get(name);
  if (pack === undefined) throw unknownName('pack', name, [...packs.keys()]);
  return pack;
}

/** What the command line says of paper and variants counts for more than what the pack says. */
function packSettings(args: Arguments, pack: PackSettings): BuildSettings {
  const settings = readBuildSettings({ ...args, operands: pack.handouts });
  return {
    ...settings,
    paper: settings.paper ?? pack.paper,
    variants: args.lists.has('variant') ? settings.variants : (pack.variants ?? []),
  };
}

type Packing = Readonly<{ settings: BuildSettings; args: Arguments; context: CommandContext }>;

type Checked = Readonly<{
  packs: readonly Readonly<{ lang: string; pack: CheckedPack | undefined }>[];
  found: readonly FoundProblem[];
}>;

async function checkPacks(
  { workspace, problems }: OpenedWorkspace,
  { settings, args, context }: Packing,
): Promise<Checked> {
  const { checkPack, openPolicy } = await context.pipeline.check();
  const policy = openPolicy(workspace);
  const found: FoundProblem[] = policy.apply(problems).map((problem) => ({ problem, builds: [] }));
  // With its settings in doubt, a pack could carry another clinic's phone number.
  if (foundErrors(found)) return { packs: [], found };
  const today = readReviewDay(undefined, context.clock);
  const hasBlankBacks = readSides(args) !== 'one-sided';
  const requests = selectRequests(workspace, settings);
  const languages = [...new Set(requests.map(({ lang }) => lang))];
  const progress = createProgress(context.terminal.err, requests.length, () => performance.now());
  const packs = [];
  for (const lang of languages) {
    const verdict = await checkPack(
      workspace,
      requests.filter((request) => request.lang === lang),
      { policy, today, hasBlankBacks, onNext: (next) => progress.advance(next) },
    );
    found.push(...verdict.found);
    packs.push({ lang, pack: verdict.value });
  }
  progress.clear();
  return { packs, found };
}

function packRecord({ lang, pack, file }: WrittenPack): object {
  if (pack === undefined) return { lang, outcome: 'failed' };
  const handouts = pack.handouts.map(({ id, pageCount }) => ({ id, pages: pageCount }));
  return {
    lang,
    outcome: 'written',
    file,
    pages: pack.pageCount,
    bytes: pack.pdf.byteLength,
    title: pack.title,
    handouts,
  };
}

function packLine({ lang, pack, file }: WrittenPack): string {
  if (pack === undefined) return `${lang}: not written\n`;
  return `${file}: ${count(pack.handouts.length, 'handout')}, ${count(pack.pageCount, 'page')}\n`;
}
