import { setImmediate as nextTurn } from 'node:timers/promises';

import { hasErrors, type Staged } from '../base/problem.js';
import { nameOf } from '../handout/names.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Handout } from '../handout/build.js';
import type { FoundProblem } from './report.js';

/** What came of one request. `handout` is undefined when an error stands in its way. */
export type BuildResult = Readonly<{ request: HandoutRequest; handout: Handout | undefined }>;

/** What came of all requests. */
export type BuildResults = Readonly<{ results: readonly BuildResult[]; found: readonly FoundProblem[] }>;

/** Builds one request. */
export type BuildOne = (request: HandoutRequest) => Promise<Staged<Handout | undefined>>;

/**
 * Builds the requests one after another; a fault in one doesn't keep the others from being built.
 * @param onNext told before each build which one comes
 */
export async function buildAll(
  requests: readonly HandoutRequest[],
  build: BuildOne,
  onNext: (name: string) => void,
): Promise<BuildResults> {
  const results: BuildResult[] = [];
  const found: FoundProblem[] = [];
  for (const request of requests) {
    const name = nameOf(request);
    onNext(name);
    // Work that never waits would keep Ctrl-C from being heard.
    await nextTurn();
    const { value, problems } = await build(request);
    results.push({ request, handout: hasErrors(problems) ? undefined : value });
    found.push(...problems.map((problem) => ({ problem, builds: [name] })));
  }
  return { results, found };
}
