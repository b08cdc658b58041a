import { hasErrors } from '../base/problem.js';
import { bundleHandouts, type Bundle, type PagedHandout } from '../handout/bundle.js';
import type { Handout } from '../handout/build.js';
import { nameOf } from '../handout/names.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';
import { judgeRequest, type CheckOptions } from './check-handout.js';
import type { FoundProblem } from './found.js';
import { openPolicy } from './policy.js';

declare const checked: unique symbol;

type Pack = Bundle & Readonly<{ handouts: readonly Handout[] }>;

/** Several handouts in one file, each of which was checked and has no error. Only `checkPack` makes one. */
export type CheckedPack = Pack & Readonly<{ [checked]: true }>;

/** How to check a pack. */
export type PackOptions = CheckOptions &
  Readonly<{
    /** Whether each handout begins on a sheet of its own when both sides are printed. */
    hasBlankBacks: boolean;
    /** Told before each handout is made which one comes, such as `microneedling/aftercare (es)`. */
    onNext?: (name: string) => void;
  }>;

/** A pack that may be delivered, or none; and what was found in which of its handouts. */
export type PackVerdict = Readonly<{ value: CheckedPack | undefined; found: readonly FoundProblem[] }>;

/**
 * Makes handouts, judges each by the workspace's rules, and writes them into one file in the order of the requests.
 * @returns the pack, or nothing when there is an error among the problems; reports what `checkHandout` does
 * @throws Error only when an installed package is damaged or missing
 */
export async function checkPack(
  workspace: Workspace,
  requests: readonly HandoutRequest[],
  { policy = openPolicy(workspace), hasBlankBacks, onNext = () => undefined }: PackOptions,
): Promise<PackVerdict> {
  const found: FoundProblem[] = [];
  const handouts: PagedHandout[] = [];
  for (const request of requests) {
    const name = nameOf(request);
    onNext(name);
    const { value, problems } = await judgeRequest(workspace, request, policy);
    found.push(...problems.map((problem) => ({ problem, builds: [name] })));
    if (value?.laidOut !== undefined) handouts.push({ ...value, laidOut: value.laidOut });
  }
  const isGood = handouts.length > 0 && !hasErrors(found.map(({ problem }) => problem));
  if (!isGood) return { value: undefined, found };
  const bundle = await bundleHandouts(workspace, handouts, hasBlankBacks);
  const pack: Pack = { ...bundle, handouts: handouts.map(({ handout }) => handout) };
  return { value: pack as CheckedPack, found };
}
