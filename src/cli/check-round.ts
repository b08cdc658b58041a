import { hasErrors, type Problem } from '../base/problem.js';
import type { CheckOptions } from '../check/check-handout.js';
import { mergeProblems, withoutFollowUps, type FoundProblem } from '../check/found.js';
import type { RuleSetting } from '../check/rule-settings.js';
import { nameOf } from '../handout/names.js';
import type { HandoutRequest } from '../handout/request.js';
import { affectedBy, languagesAffectedBy } from './affected.js';
import type { BuildResult } from './build-all.js';
import { requireLanguages, type BuildSettings } from './build-settings.js';
import { namedReading, type NamedReading } from './check-scores.js';
import type { CommandContext } from './command.js';
import type { CheckTools } from './pipeline.js';
import { runRequests, type Build, type OpenedWorkspace } from './run-build.js';

/** What is checked, and by which levels of rules before those of the workspace. */
export type CheckWork = Readonly<{
  settings: BuildSettings;
  overrides: readonly RuleSetting[];
  /** The day that reviews are held against, `YYYY-MM-DD`. */
  today: string;
  context: CommandContext;
}>;

/** What a check found, handout by handout and language by language, so that a later one need only look at what has changed. */
export type CheckRound = Build &
  Readonly<{
    /** How many handouts were looked at in this round. */
    checked: number;
    /** How easy each handout is to read, by its name; only of those that could be made. */
    readings: ReadonlyMap<string, NamedReading>;
    /** What each handout reported, by its name, before rules judge it. */
    ofHandouts: ReadonlyMap<string, readonly Problem[]>;
    /** What the translations of each language reported. */
    ofLanguages: ReadonlyMap<string, readonly Problem[]>;
  }>;

/** A letter goes with every handout, so that a mistake in it is found before one is sent. */
const letter = { hasCalendar: true, isLocked: false, isTrial: true } as const;

/** What a check goes on from: the round before, and the files that were saved since. */
export type Since = Readonly<{ round: CheckRound; names: readonly string[] }>;

/**
 * Checks a workspace: every handout that is asked for, its texts and templates as a whole, and its translations.
 * @param since leaves out what the saved files don't touch
 * @returns `found` holds what is wrong, merged, by the rules' levels and without what comments let pass
 * @throws {UsageError} for a handout, language or brand that the workspace doesn't have
 */
export async function checkRound(
  opened: OpenedWorkspace,
  { settings, overrides, today, context }: CheckWork,
  since?: Since,
): Promise<CheckRound> {
  const tools = await context.pipeline.check();
  const { workspace } = opened;
  const ofHandouts = new Map(since?.round.ofHandouts);
  const readings = new Map(since?.round.readings);
  const build = await runRequests(opened, {
    settings,
    context,
    ...(since && { isWanted: affectedBy(since.names, workspace) }),
    build: async (request) => {
      const { reading, figures, ...verdict } = await tools.checkHandout(
        workspace,
        { ...request, letter },
        {
          ...unjudged,
          today,
        },
      );
      const name = nameOf(request);
      ofHandouts.set(name, verdict.problems);
      if (reading === undefined) readings.delete(name);
      else readings.set(name, namedReading(request, { reading, figures }));
      return verdict;
    },
  });
  const results = build.selected.flatMap((request) => resultOf(request, build, since?.round) ?? []);
  const languages = requireLanguages(workspace, settings.languages);
  const isComplete = build.isComplete || since?.round.isComplete === true;
  const whole = tools.checkWorkspace(workspace, []);
  // Nothing is known of translations while their source can't be read.
  const ofLanguages: CheckRound['ofLanguages'] = hasErrors(whole)
    ? new Map()
    : checkLanguages(languages, { opened, tools, since });
  const policy = tools.openPolicy(workspace, overrides);
  const judge = (problems: readonly Problem[], builds: readonly string[]): readonly FoundProblem[] =>
    policy.apply(problems).map((problem) => ({ problem, builds }));
  const judged = [
    ...judge(opened.problems, []),
    ...results.flatMap(({ request }) => judge(ofHandouts.get(nameOf(request)) ?? [], [nameOf(request)])),
    ...judge(whole, []),
    ...languages.flatMap((lang) => judge(ofLanguages.get(lang) ?? [], [])),
  ];
  const ofPolicy = [...policy.problems, ...(isComplete ? policy.unused() : [])];
  const all = [...judged, ...ofPolicy.map((problem) => ({ problem, builds: [] }))];
  const found = mergeProblems(withoutFollowUps(all, !hasErrors(opened.problems)));
  const checked = build.results.length;
  return { ...build, results, isComplete, found, checked, readings, ofHandouts, ofLanguages };
}

/** Leaves a handout's problems as they are: levels and comments may have changed by the next round. */
const unjudged: CheckOptions = {
  policy: { problems: [], apply: (problems) => problems, isOff: () => false, unused: () => [] },
};

function resultOf(
  request: HandoutRequest,
  build: Build,
  before: CheckRound | undefined,
): BuildResult | undefined {
  const isSame = (result: BuildResult): boolean => nameOf(result.request) === nameOf(request);
  return build.results.find(isSame) ?? before?.results.find(isSame);
}

function checkLanguages(
  languages: readonly string[],
  {
    opened: { workspace },
    tools,
    since,
  }: Readonly<{ opened: OpenedWorkspace; tools: CheckTools; since: Since | undefined }>,
): ReadonlyMap<string, readonly Problem[]> {
  const isTouched = since === undefined ? () => true : languagesAffectedBy(since.names);
  return new Map(
    languages.map((lang) => {
      const known = isTouched(lang) ? undefined : since?.round.ofLanguages.get(lang);
      const look = (): readonly Problem[] => [
        ...tools.checkTranslations(workspace, [lang]),
        ...tools.checkReviews(workspace, [lang]),
      ];
      return [lang, known ?? look()];
    }),
  );
}
