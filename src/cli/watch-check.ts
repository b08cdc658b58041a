import type { FoundProblem } from '../check/found.js';
import { writeReport, type ReportOptions } from './check-output.js';
import { checkRound, type CheckRound, type CheckWork } from './check-round.js';
import { scoreRecords } from './check-scores.js';
import type { Arguments } from './command.js';
import { formatProblem, problemLine } from './report.js';
import { compareRounds, type Change } from './round-change.js';
import { count, countProblems, problemRecords, seconds } from './summary.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { watchRounds } from './watch.js';

/** How a watched check is reported. */
type Watched = Readonly<{ args: Arguments; report: ReportOptions }>;

/** What a round of a watched check came to. */
type RoundReport = Readonly<{
  round: CheckRound;
  change: Change;
  /** The files that were saved; none in the first round. */
  names: readonly string[];
  milliseconds: number;
}>;

const CLEAR = '\u001B[H\u001B[2J\u001B[3J';
/** As many old problems as are seen beside new ones. */
const MOST_LINES = 15;

/**
 * Checks once, then again whenever a file of the workspace is saved: only what it touches. Each round says what is new, what is fixed
 * and what is left; with `--json` it is one line with one JSON object, and a file named with `--out` is written anew.
 * @throws {UsageError} for a report that needs a file and has none, and for `--scores`
 * @throws {OutsideError} when the workspace cannot be watched, or the report can't be written
 */
export function watchCheck(work: CheckWork, { args, report }: Watched): Promise<never> {
  requireForm(args, report);
  const { terminal } = work.context;
  let before: CheckRound | undefined;
  const tell = async (next: () => Promise<CheckRound>, names: readonly string[]): Promise<void> => {
    const start = performance.now();
    const round = await next();
    const change = compareRounds(before?.found ?? [], round.found);
    const milliseconds = performance.now() - start;
    before = round;
    if (report.file !== undefined) {
      const scores = scoreRecords([...round.readings.values()]);
      await writeReport({ ...round, scores, durationMs: milliseconds }, report, work.context);
    }
    const told = { round, change, names, milliseconds };
    if (report.format === 'json' && report.file === undefined) terminal.out.write(jsonLine(told));
    else printRound(told, terminal);
  };
  return watchRounds(
    { args, context: work.context },
    {
      first: (opened) => tell(() => checkRound(opened, work), []),
      again: (names, opened) =>
        tell(() => checkRound(opened, work, before && { round: before, names }), names),
    },
  );
}

function requireForm({ flags }: Arguments, { format, file }: ReportOptions): void {
  if (flags.has('scores')) throw new UsageError('--watch and --scores do not go together.');
  if (file !== undefined || format === 'terminal' || format === 'json') return;
  throw new UsageError(`--watch with --format ${format} needs a file.`, 'Name one with --out.');
}

function jsonLine({ round, change, names, milliseconds }: RoundReport): string {
  const record = {
    changed: names,
    checked: round.checked,
    milliseconds: Math.round(milliseconds),
    added: problemRecords(change.added),
    fixed: problemRecords(change.fixed),
    problems: problemRecords(round.found),
  };
  return `${JSON.stringify(record)}\n`;
}

/** On a terminal the screen shows the state as it is; elsewhere each round adds what has changed. */
function printRound({ round, change, names, milliseconds }: RoundReport, { err }: Terminal): void {
  const isScreen = err.columns !== undefined;
  const { added, fixed, left } = change;
  const shown = (problems: readonly FoundProblem[], label: string): string => {
    const columns = (err.columns ?? Infinity) - label.length;
    const lines = problems.map((each) => problemLine(each, { paint: err.paint, columns }));
    return lines.map((line) => `${err.paint('green', label)}${line}\n`).join('');
  };
  const lines = [
    isScreen ? CLEAR : '',
    ...added.map((each) => `${formatProblem(each, round.sourceText, err.paint)}\n`),
    isScreen ? shown(left.slice(0, MOST_LINES), '') : '',
    isScreen && left.length > MOST_LINES ? `and ${count(left.length - MOST_LINES, 'older problem')}.\n` : '',
    shown(fixed, 'Fixed '),
  ];
  const what = names.length === 0 ? 'Checked' : `${names.join(', ')}: checked`;
  const news = names.length === 0 ? '' : `${added.length} new, ${fixed.length} fixed; `;
  const counts = `${news}${countProblems(round.found)}`;
  err.write(
    `${lines.join('')}${what} ${count(round.checked, 'handout')} in ${seconds(milliseconds)}: ${counts}.\n`,
  );
}
