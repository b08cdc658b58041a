import { hasErrors, type Staged } from '../base/problem.js';
import { makeHandout, type Handout, type MadeHandout } from '../handout/build.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';
import { checkReading, type Reading } from './check-reading.js';
import { judgeHandout } from './judges.js';
import { openPolicy, type Policy } from './policy.js';

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
}>;

/** A handout that may be delivered, or none; what was found; and how easy it is to read, if it could be made. */
export type HandoutVerdict = Staged<CheckedHandout | undefined> & Readonly<{ reading?: Reading }>;

/**
 * Makes a handout and judges it by the workspace's rules.
 * @returns the handout, or nothing when there is an error among the problems; reports what `makeHandout`, `judgeHandout` and
 *   `checkReading` do, without what comments let pass, each problem with the severity that `rules:` give it
 * @throws Error only when an installed package is damaged or missing
 */
export async function checkHandout(
  workspace: Workspace,
  request: HandoutRequest,
  { policy = openPolicy(workspace) }: CheckOptions = {},
): Promise<HandoutVerdict> {
  const { value: judged, problems } = await judgeRequest(workspace, request, policy);
  if (judged === undefined) return { value: undefined, problems };
  const value = hasErrors(problems) ? undefined : (judged.handout as CheckedHandout);
  return { value, problems, reading: judged.reading };
}

/** Does what `checkHandout` does, and returns what the stages made too, whatever was found. */
export async function judgeRequest(
  workspace: Workspace,
  request: HandoutRequest,
  policy: Policy,
): Promise<Staged<(MadeHandout & Readonly<{ reading: Reading }>) | undefined>> {
  const { value: made, problems } = await makeHandout(workspace, request);
  if (made === undefined) return { value: undefined, problems: policy.apply(problems) };
  const reading = checkReading(made.read.document, workspace.config.readability.grade);
  const judged = policy.apply([
    ...problems,
    ...judgeHandout({ ...made, workspace, request }),
    ...reading.problems,
  ]);
  return { value: { ...made, reading: reading.value }, problems: judged };
}
