import { affectedBy } from './affected.js';
import type { BuildSettings } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import { buildAndWrite, countWritten, printBuild } from './finish-build.js';
import { formatProblems } from './report.js';
import { count, countProblems, seconds } from './summary.js';
import { watchRounds } from './watch.js';

/**
 * Builds once, then again whenever a file of the workspace is saved: only the handouts it touches, with one line for each time.
 * @throws {OutsideError} when the workspace cannot be watched
 */
export function watchBuild(
  watched: Readonly<{ settings: BuildSettings; args: Arguments; context: CommandContext }>,
): Promise<never> {
  const { context } = watched;
  const { err } = context.terminal;
  return watchRounds(watched, {
    first: async (opened) => printBuild(await buildAndWrite(opened, watched), context),
    again: async (names, opened) => {
      const start = performance.now();
      const isWanted = affectedBy(names, opened.workspace);
      const { rows, found, sourceText } = await buildAndWrite(opened, { ...watched, isWanted });
      err.write(formatProblems(found, sourceText, err.paint));
      const time = seconds(performance.now() - start);
      err.write(
        `${names.join(', ')}: wrote ${count(countWritten(rows), 'handout')} in ${time}: ${countProblems(found)}.\n`,
      );
    },
  });
}
