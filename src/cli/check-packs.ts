import type { CheckedPack } from '../check/check-pack.js';
import { packsOf } from '../handout/packs.js';
import type { PackSettings } from '../workspace/packs-config.js';
import type { Workspace } from '../workspace/workspace.js';
import { readBuildSettings, selectRequests, type BuildSettings } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import { createProgress } from './progress.js';
import type { FoundProblem } from './report.js';
import { readReviewDay } from './review-day.js';
import type { OpenedWorkspace } from './run-build.js';
import { foundErrors } from './summary.js';
import { unknownName } from './usage-error.js';

/**
 * The pack of a name.
 * @throws {UsageError} for a name that the workspace doesn't have
 */
export function requirePack(workspace: Workspace, name: string): PackSettings {
  const packs = packsOf(workspace);
  const pack = packs.get(name);
  if (pack === undefined) throw unknownName('pack', name, [...packs.keys()]);
  return pack;
}

/**
 * Reads what to build for a pack: what the command line says of paper and variants counts for more than what the pack says.
 * @throws {UsageError} as `readBuildSettings` does
 */
export function readPackSettings(args: Arguments, pack: PackSettings): BuildSettings {
  const settings = readBuildSettings({ ...args, operands: pack.handouts });
  return {
    ...settings,
    paper: settings.paper ?? pack.paper,
    variants: args.lists.has('variant') ? settings.variants : (pack.variants ?? []),
  };
}

/** How to make packs. */
export type Packing = Readonly<{
  settings: BuildSettings;
  /** Whether each handout begins on a sheet of its own when both sides are printed. */
  hasBlankBacks: boolean;
  context: CommandContext;
}>;

/** A pack in one language, or nothing where an error stands in its way. */
export type PackInLanguage = Readonly<{ lang: string; pack: CheckedPack | undefined }>;

/** What came of packs, and what was found on the way. */
export type CheckedPacks = Readonly<{
  packs: readonly PackInLanguage[];
  found: readonly FoundProblem[];
}>;

/**
 * Checks a pack in every language that is asked for, with a progress bar on a terminal.
 * @throws {UsageError} for a language or brand that the workspace doesn't have
 */
export async function checkPacks(
  { workspace, problems }: OpenedWorkspace,
  { settings, hasBlankBacks, context }: Packing,
): Promise<CheckedPacks> {
  const { checkPack, deliveryChecks } = await context.pipeline.check();
  const checks = deliveryChecks(workspace, readReviewDay(undefined, context.clock));
  const found: FoundProblem[] = checks.policy.apply(problems).map((problem) => ({ problem, builds: [] }));
  // With its settings in doubt, a pack could carry another clinic's phone number.
  if (foundErrors(found)) return { packs: [], found };
  const requests = selectRequests(workspace, settings);
  const languages = [...new Set(requests.map(({ lang }) => lang))];
  const progress = createProgress(context.terminal.err, requests.length, () => performance.now());
  const packs: PackInLanguage[] = [];
  for (const lang of languages) {
    const verdict = await checkPack(
      workspace,
      requests.filter((request) => request.lang === lang),
      { ...checks, hasBlankBacks, onNext: (next) => progress.advance(next) },
    );
    found.push(...verdict.found);
    packs.push({ lang, pack: verdict.value });
  }
  progress.clear();
  return { packs, found };
}
