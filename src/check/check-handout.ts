import { hasErrors, type Problem, type Staged } from '../base/problem.js';
import { makeHandout, type Handout, type MadeHandout } from '../handout/build.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';
import { checkReading, type Reading } from './check-reading.js';
import { judgeHandout } from './judges.js';
import { checkPages, type PageFigures } from './page/check-pages.js';
import { openPolicy, type Policy } from './policy.js';
import { termsToExplain } from './terms-to-explain.js';

declare const checked: unique symbol;

/**
 * A handout that was checked and has no error. Only `checkHandout` makes one: whatever prints, mails or publishes takes
 * this type, so that sending an unchecked handout does not compile.
 */
export type CheckedHandout = Handout & Readonly<{ [checked]: true }>;

/** How to check. */
export type CheckOptions = Readonly<{
  /** What was decided about rules; that of the workspace without it. Share one to check many handouts quickly. */
  policy?: Policy;
  /** The day of the check, `YYYY-MM-DD`, against which reviews are held; without it none is overdue, since nothing here reads the clock. */
  today?: string | undefined;
  /** Gives what else stands in the way of handouts in a language; `deliveryChecks` makes it. */
  refusalsOf?: (lang: string) => readonly Problem[];
}>;

/** A handout that may be delivered, or none; what was found; and if it could be made how easy it is to read, and what its pages measure. */
export type HandoutVerdict = Staged<CheckedHandout | undefined> &
  Readonly<{ reading?: Reading; figures?: PageFigures | undefined }>;

/**
 * Makes a handout and judges it by the workspace's rules.
 * @returns the handout, or nothing when there is an error among the problems; reports what `makeHandout`, `judgeHandout`,
 *   `checkReading` and, where there are pages, `checkPages` do, without what comments let pass, each problem with the severity that `rules:` give it
 * @throws Error only when an installed package is damaged or missing
 */
export async function checkHandout(
  workspace: Workspace,
  request: HandoutRequest,
  options: CheckOptions = {},
): Promise<HandoutVerdict> {
  const { value: judged, problems } = await judgeRequest(workspace, request, options);
  if (judged === undefined) return { value: undefined, problems };
  const value = hasErrors(problems) ? undefined : (judged.handout as CheckedHandout);
  return { value, problems, reading: judged.reading, figures: judged.figures };
}

/** What the stages made, how easy it is to read, and what its pages measure, if it has pages. */
export type JudgedHandout = MadeHandout & Readonly<{ reading: Reading; figures: PageFigures | undefined }>;

/** Does what `checkHandout` does, and returns what the stages made too, whatever was found. */
export async function judgeRequest(
  workspace: Workspace,
  request: HandoutRequest,
  { policy = openPolicy(workspace), today, refusalsOf = () => [] }: CheckOptions,
): Promise<Staged<JudgedHandout | undefined>> {
  const { value: made, problems } = await makeHandout(workspace, request);
  if (made === undefined) return { value: undefined, problems: policy.apply(problems) };
  const reading = checkReading(made.read.document, {
    target: workspace.config.readability.grade,
    terms: termsToExplain(workspace, request.lang),
  });
  const pages = made.laidOut && checkPages(made.laidOut, made.handout);
  const judged = policy.apply([
    ...problems,
    ...judgeHandout({ ...made, workspace, request, today }),
    ...reading.problems,
    ...(pages?.problems ?? []),
  ]);
  const { lang, bilingual } = request;
  const refusals = (bilingual === undefined ? [lang] : [lang, bilingual]).flatMap(refusalsOf);
  return {
    value: { ...made, reading: reading.value, figures: pages?.value },
    problems: [...judged, ...refusals],
  };
}
