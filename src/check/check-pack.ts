import { hasErrors, type Problem } from '../base/problem.js';
import { bundleHandouts, type Bundle, type PagedHandout } from '../handout/bundle.js';
import type { Handout } from '../handout/build.js';
import { nameOf } from '../handout/names.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';
import { judgeRequest, type CheckOptions } from './check-handout.js';
import type { FoundProblem } from './found.js';
import { checkPdf } from './pdf/check-pdf.js';
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
 * @returns the pack, or nothing when there is an error among the problems; reports what `checkHandout` does, and what
 *   `checkPdf` does of the whole file
 * @throws Error only when an installed package is damaged or missing
 */
export async function checkPack(
  workspace: Workspace,
  requests: readonly HandoutRequest[],
  { hasBlankBacks, onNext = () => undefined, policy = openPolicy(workspace), ...checks }: PackOptions,
): Promise<PackVerdict> {
  const found: FoundProblem[] = [];
  const handouts: PagedHandout[] = [];
  for (const request of requests) {
    const name = nameOf(request);
    onNext(name);
    const { value, problems } = await judgeRequest(workspace, request, { ...checks, policy });
    found.push(...problems.map((problem) => ({ problem, builds: [name] })));
    if (value?.laidOut !== undefined) handouts.push({ ...value, laidOut: value.laidOut });
  }
  const isGood = handouts.length > 0 && !hasErrors(found.map(({ problem }) => problem));
  if (!isGood) return { value: undefined, found };
  const bundle = await bundleHandouts(workspace, handouts, hasBlankBacks);
  const wrong = policy.apply(judgeBundle(bundle, handouts, requests));
  if (hasErrors(wrong)) return { value: undefined, found: [...found, ...problemsOfAll(wrong, requests)] };
  const pack: Pack = { ...bundle, handouts: handouts.map(({ handout }) => handout) };
  return { value: pack as CheckedPack, found };
}

/** What is written for all is judged from its bytes, as each handout was. */
function judgeBundle(
  { pdf, title }: Bundle,
  handouts: readonly PagedHandout[],
  requests: readonly HandoutRequest[],
): readonly Problem[] {
  const [first, ...rest] = handouts.map(({ read }) => read.document);
  if (first === undefined) return [];
  return checkPdf(pdf, {
    documents: [first, ...rest],
    title,
    isBooklet: requests.some(({ variants = [] }) => variants.includes('booklet')),
    isPersonal: requests.some(({ personal }) => personal !== undefined),
  });
}

function problemsOfAll(
  problems: readonly Problem[],
  requests: readonly HandoutRequest[],
): readonly FoundProblem[] {
  return problems.map((problem) => ({ problem, builds: requests.map(nameOf) }));
}
