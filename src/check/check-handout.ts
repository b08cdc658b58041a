import { hasErrors, type Staged } from '../base/problem.js';
import { buildHandout, type Handout } from '../handout/build.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';
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

/**
 * Makes a handout and judges it by the workspace's rules.
 * @returns the handout, or nothing when there is an error among the problems; reports what `buildHandout` does, without
 *   what comments let pass, each problem with the severity that `rules:` give it
 * @throws Error only when an installed package is damaged or missing
 */
export async function checkHandout(
  workspace: Workspace,
  request: HandoutRequest,
  { policy = openPolicy(workspace) }: CheckOptions = {},
): Promise<Staged<CheckedHandout | undefined>> {
  const { value, problems } = await buildHandout(workspace, request);
  const judged = policy.apply(problems);
  const isGood = value !== undefined && !hasErrors(judged);
  return { value: isGood ? (value as CheckedHandout) : undefined, problems: judged };
}
