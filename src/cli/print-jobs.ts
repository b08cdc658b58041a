import { OutsideError } from '../base/outside-error.js';
import type { Capabilities } from '../delivery/print/capabilities.js';
import type { JobReport } from '../delivery/print/job-state.js';
import type { PrintPlan } from '../delivery/print/wishes.js';
import type { PrintableDocument } from '../delivery/print/printable.js';
import { printDocument } from '../delivery/print/print-document.js';
import type { JobOutcome } from '../delivery/print/run-job.js';
import type { CommandContext } from './command.js';
import { createJobDisplay, describeJob } from './print-report.js';
import type { PrintTarget } from './print-target.js';

/** A handout that is ready to be printed. */
export type PlannedPrint = Readonly<{
  /** The handout, with the treatments of its visit. */
  id: string;
  lang: string;
  document: PrintableDocument;
  plan: PrintPlan;
}>;

/** How the printing of one handout ended. `left` was not begun. */
export type PrintResult = Readonly<{
  print: PlannedPrint;
  state: 'printed' | 'accepted' | 'cancelled' | 'failed' | 'interrupted' | 'left';
  jobId: number | undefined;
  /** What is to be said about it; a full sentence. */
  message: string | undefined;
}>;

/** What prints, and who. */
export type PrintRun = Readonly<{
  target: PrintTarget;
  capabilities: Capabilities;
  /** Who prints; never the patient. */
  user: string;
  /** Whether to wait until the jobs are done. */
  follow: boolean;
  context: CommandContext;
}>;

/** Prints handouts one after another. After one that isn't printed, or Ctrl-C, no other is begun. */
export async function printAll(
  prints: readonly PlannedPrint[],
  run: PrintRun,
): Promise<readonly PrintResult[]> {
  const controller = new AbortController();
  const release = run.context.interruption.hold(() => controller.abort(new Error('Interrupted.')));
  const results: PrintResult[] = [];
  try {
    for (const print of prints) {
      const mayGoOn = results.every(({ state }) => state === 'printed' || state === 'accepted');
      results.push(
        mayGoOn && !controller.signal.aborted
          ? await printOne(print, run, controller.signal)
          : { print, state: 'left', jobId: undefined, message: undefined },
      );
    }
    return results;
  } finally {
    release();
  }
}

async function printOne(print: PlannedPrint, run: PrintRun, signal: AbortSignal): Promise<PrintResult> {
  const { target, capabilities, user, follow, context } = run;
  const { plan, document } = print;
  const display = createJobDisplay(context.terminal.err, document.jobName, plan.copies * document.pageCount);
  try {
    const order = { printer: target.printer, capabilities, plan, user };
    const outcome = await printDocument(document, order, { follow, signal, report: display.show });
    return { print, ...resultOf(outcome) };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return { print, state: 'failed', jobId: undefined, message: error.message };
  } finally {
    display.clear();
  }
}

function resultOf(outcome: JobOutcome): Omit<PrintResult, 'print'> {
  const { kind } = outcome;
  if (kind === 'interrupted') {
    const { jobId, last, confirmed } = outcome;
    return { state: 'interrupted', jobId, message: describeInterruption(jobId, last, confirmed) };
  }
  const message =
    outcome.ignored.length === 0 ? undefined : `The printer left out ${outcome.ignored.join(', ')}.`;
  if (kind === 'accepted') return { state: 'accepted', jobId: outcome.jobId, message };
  const { report } = outcome;
  const { jobId } = report;
  if (report.state === 'completed') return { state: 'printed', jobId, message };
  if (report.state === 'forgotten') {
    return {
      state: 'accepted',
      jobId,
      message: `The printer no longer lists job ${jobId}; most likely it is printed.`,
    };
  }
  const said = report.message === '' ? '' : ` It said: “${report.message}”`;
  return {
    state: report.state === 'cancelled' ? 'cancelled' : 'failed',
    jobId,
    message: `Job ${jobId} was not printed whole; it is ${describeJob(report)}.${said}`,
  };
}

function describeInterruption(
  jobId: number | undefined,
  last: JobReport | undefined,
  confirmed: boolean,
): string {
  if (jobId === undefined) {
    return confirmed
      ? 'Nothing was sent to the printer.'
      : 'The printer may have the job, and has not said its number; look there.';
  }
  if (confirmed) return `The printer has cancelled job ${jobId}; what was printed by then is there.`;
  return last?.state === 'completed'
    ? `Job ${jobId} had already been printed.`
    : `Job ${jobId} was to be cancelled, and the printer has not confirmed it; look there.`;
}

/** Tells each note of the plans once, before the first job. */
export function sayNotes(planned: readonly PlannedPrint[], { terminal: { err } }: CommandContext): void {
  const notes = new Set(planned.flatMap(({ plan }) => plan.notes));
  for (const note of notes) err.write(`${err.paint('yellow', 'note')}: ${note}\n`);
}
