import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildHandout } from '../../dist/index.js';
import type { Handout, Problem, Workspace } from '../../dist/index.js';
import { editionName, requestOf } from './editions.js';
import type { Edition } from './editions.js';
import { openProgress } from './progress.js';

/** What came of one edition. `handout` is undefined when an error stands in its way. */
export type BuiltEdition = Readonly<{
  edition: Edition;
  handout: Handout | undefined;
  problems: readonly Problem[];
}>;

/** Builds editions one after another in this process, which keeps its fonts and shaped text, and shows how far it is. */
export async function* buildEditions(
  workspace: Workspace,
  editions: readonly Edition[],
): AsyncGenerator<BuiltEdition> {
  const progress = openProgress('Building', editions.length);
  for (const [index, edition] of editions.entries()) {
    progress.reach(index, editionName(edition));
    // Between two builds, programs that draw and judge are heard, and Ctrl-C.
    await nextTurn();
    const { value, problems } = await buildHandout(workspace, requestOf(edition));
    yield { edition, handout: value, problems };
  }
  progress.end();
}
