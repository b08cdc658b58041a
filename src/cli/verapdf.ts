import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import { mergeProblems, type FoundProblem } from '../check/found.js';
import { nameOf } from '../handout/names.js';
import type { BuildResult } from './build-all.js';
import type { CheckRound, CheckWork } from './check-round.js';
import type { Arguments, CommandContext } from './command.js';
import { count } from './summary.js';

/** A command line without its last words. */
type Program = Readonly<{ command: string; words: readonly string[] }>;

/** The jar opens a window by default; this class is its command line. */
const MAIN_CLASS = 'org.verapdf.apps.GreenfieldCliWrapper';
const MOST_REPORT_BYTES = 256 * 1024 * 1024;
/** The longest command line that every system takes is some 30,000 characters. */
const MOST_FILES = 150;

/**
 * Adds to a check what veraPDF says of its PDF files, unless `pdf/verapdf` is switched off. A watched check goes without, since
 * that takes seconds.
 * @throws {OutsideError} as `judgeWithVeraPdf` does
 */
export async function withVeraPdf(
  round: CheckRound,
  args: Arguments,
  { overrides, context }: CheckWork,
): Promise<CheckRound> {
  const { openPolicy } = await context.pipeline.check();
  const policy = openPolicy(round.workspace, overrides);
  if (policy.isOff('pdf/verapdf')) return round;
  const verdicts = await judgeWithVeraPdf(round.results, args, context);
  const judged = verdicts.flatMap(({ problem, builds }) =>
    policy.apply([problem]).map((each) => ({ problem: each, builds })),
  );
  return { ...round, found: mergeProblems([...round.found, ...judged]) };
}

/**
 * Lets veraPDF judge the PDF files of finished handouts, as many in one run as a command line takes, since starting it takes
 * longer than judging one. It reads files, so they are written to a folder of their own, which is removed afterwards.
 * @returns what `readVeraReport` reports, each for its handout; nothing where veraPDF is neither named nor on the PATH
 * @throws {OutsideError} `verapdf/missing` when what `--verapdf` names can't be run, `verapdf/no-report` when it gives no report
 */
async function judgeWithVeraPdf(
  results: readonly BuildResult[],
  args: Arguments,
  context: CommandContext,
): Promise<readonly FoundProblem[]> {
  const named = args.texts.get('verapdf');
  const { findProgram } = await context.pipeline.workspace();
  // Most machines don't have it, and to look is quicker than to write the files and start nothing.
  const path =
    named === undefined ? findProgram('verapdf', context.environment['PATH']) : resolve(context.cwd, named);
  if (path === undefined) return [];
  const program = programOf(path);
  const written = results.flatMap(({ request, handout }) =>
    handout === undefined || handout.pdf.length === 0 ? [] : [{ name: nameOf(request), pdf: handout.pdf }],
  );
  const found: FoundProblem[] = [];
  for (let start = 0; start < written.length; start += MOST_FILES) {
    const batch = await judgeBatch(written.slice(start, start + MOST_FILES), program, context);
    if (batch !== undefined) found.push(...batch);
    else if (named === undefined) return [];
    else throw new OutsideError('verapdf/missing', `veraPDF can't be run as “${named}”.`);
  }
  return found;
}

function programOf(path: string): Program {
  return path.endsWith('.jar')
    ? { command: 'java', words: ['-cp', path, MAIN_CLASS] }
    : { command: path, words: [] };
}

type Written = Readonly<{ name: string; pdf: Uint8Array }>;

/** Gives what was found, or undefined when the program isn't there. */
async function judgeBatch(
  written: readonly Written[],
  { command, words }: Program,
  { pipeline, terminal }: CommandContext,
): Promise<readonly FoundProblem[] | undefined> {
  const [{ readVeraReport, VERAPDF_ARGUMENTS }, { withTemporaryFiles }] = await Promise.all([
    pipeline.check(),
    import('../delivery/store.js'),
  ]);
  const announce = (): void => terminal.err.write(`veraPDF judges ${count(written.length, 'file')}.\n`);
  const files = written.map(({ pdf }, index) => ({ path: `${String(index)}.pdf`, bytes: pdf }));
  const verdicts = await withTemporaryFiles(files, async (paths) => {
    const output = await run(command, [...words, ...VERAPDF_ARGUMENTS, ...paths], announce);
    if (output === undefined) return undefined;
    const report = readVeraReport(output, paths);
    if (report === undefined) throw new OutsideError('verapdf/no-report', 'veraPDF gave no report.');
    return report;
  });
  return verdicts?.flatMap((problems, index) =>
    problems.map((problem) => ({ problem, builds: [written[index]!.name] })),
  );
}

/**
 * Runs a program and gives what it writes, or undefined when it can't be started. Its exit code says only that some file failed,
 * which its report says better.
 */
function run(command: string, words: readonly string[], onStart: () => void): Promise<string | undefined> {
  return new Promise((done) => {
    let isStarted = false;
    const child = execFile(command, [...words], { maxBuffer: MOST_REPORT_BYTES }, (_error, stdout) =>
      done(isStarted ? stdout : undefined),
    );
    child.on('spawn', () => {
      isStarted = true;
      onStart();
    });
  });
}
