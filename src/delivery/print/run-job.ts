import { setTimeout as wait } from 'node:timers/promises';

import { OutsideError } from '../../base/outside-error.js';
import { integer, strings } from './ipp/group.js';
import { askJob, isOver, type JobReport } from './job-state.js';
import { submitJob, type PrintJob, type SubmitProgress } from './submit-job.js';

/** How to follow a job. */
export type JobWatch = Readonly<{
  /** Whether to wait until the job is done. */
  follow: boolean;
  /** Told whenever something about the job has changed. */
  report(this: void, report: JobReport): void;
  /** Cancels the job. */
  signal: AbortSignal;
  /** How long to wait between two questions; a second without it. */
  pauseMs?: number;
}>;

/** How a job ended for this program. */
export type JobOutcome =
  /** The printer has taken it, and nobody waits for it. */
  | Readonly<{ kind: 'accepted'; jobId: number; ignored: readonly string[] }>
  /** It is done, was given up by the printer or cancelled at it. */
  | Readonly<{ kind: 'over'; report: JobReport; ignored: readonly string[] }>
  /** The signal came. `confirmed`: the printer says that the job is cancelled, or that nothing of it was there yet. */
  | Readonly<{
      kind: 'interrupted';
      jobId: number | undefined;
      confirmed: boolean;
      last: JobReport | undefined;
    }>;

const USUAL_PAUSE_MS = 1000;
const FIRST_PAUSE_MS = 100;
/** How long a printer may be out of reach while it prints: some fall asleep or restart their network. */
const MOST_FAILURES = 5;
const MOST_QUESTIONS_AFTER_CANCEL = 10;

/**
 * Has a printer check and take a job, follows it until it is over, and cancels it when the signal comes. The job is made before the document is sent where
 * the printer can do so, so that it can be cancelled at any time.
 * @throws {OutsideError} what `Printer.ask` does, and `print/refused`; after `print/unsure` and `print/lost-sight` the printer may have the
 *   job
 */
export async function runJob(job: PrintJob, watch: JobWatch): Promise<JobOutcome> {
  const progress: Progress = { jobId: undefined, last: undefined, isSending: false };
  try {
    const { jobId, ignored } = await submitJob(job, progress, watch);
    if (!watch.follow) return { kind: 'accepted', jobId, ignored };
    const report = await follow(job, jobId, {
      ...watch,
      report: (each) => watch.report((progress.last = each)),
    });
    return { kind: 'over', report, ignored };
  } catch (error) {
    return giveUp(job, { progress, error, isInterrupted: watch.signal.aborted });
  }
}

/** How far a job has come. */
type Progress = SubmitProgress & { last: JobReport | undefined };

type Ending = Readonly<{ progress: Progress; error: unknown; isInterrupted: boolean }>;

/** A job without its document would stay in the printer's way, so it is cancelled too when sending fails. */
async function giveUp(job: PrintJob, { progress, error, isInterrupted }: Ending): Promise<JobOutcome> {
  const { jobId, last, isSending } = progress;
  if (!isInterrupted && !isSending) throw error;
  if (jobId === undefined) {
    if (isInterrupted) return { kind: 'interrupted', jobId, last, confirmed: !isSending };
    throw unsure(error);
  }
  const cancelled = await cancel(job, jobId);
  if (isInterrupted) return { kind: 'interrupted', jobId, ...cancelled };
  throw cancelled.confirmed ? error : unsure(error);
}

/** A printer that has refused has no job; one that has been lost from sight may have it. */
function unsure(error: unknown): unknown {
  if (
    !(error instanceof OutsideError) ||
    !['print/lost', 'print/silent', 'print/bad-answer'].includes(error.code)
  ) {
    return error;
  }
  const message = `${error.message} The printer may have the job; look there before printing it again.`;
  return new OutsideError('print/unsure', message, { cause: error });
}

async function follow({ printer, user }: PrintJob, jobId: number, watch: JobWatch): Promise<JobReport> {
  const { signal, pauseMs = USUAL_PAUSE_MS } = watch;
  let shown = '';
  let failures = 0;
  for (let questions = 0; ; questions += 1) {
    try {
      const report = await askJob(printer, { jobId, user, signal });
      failures = 0;
      const now = JSON.stringify(report);
      if (now !== shown) watch.report(report);
      shown = now;
      if (isOver(report)) return report;
    } catch (error) {
      if (signal.aborted || !(error instanceof OutsideError)) throw error;
      failures += 1;
      if (failures >= MOST_FAILURES) throw lostSight(jobId, error);
    }
    // A short job is over soon.
    const pause = Math.min(pauseMs, FIRST_PAUSE_MS * 2 ** Math.min(questions, 10));
    await wait(pause * (1 + failures), undefined, { signal });
  }
}

function lostSight(jobId: number, cause: OutsideError): OutsideError {
  const message = `The printer has job ${jobId}, but no longer says how it is; look whether it was printed before printing it again. ${cause.message}`;
  return new OutsideError('print/lost-sight', message, { cause });
}

/** Cancels a job and waits for the printer to say so. A job that is finished cannot be cancelled. */
async function cancel(
  { printer, user }: PrintJob,
  jobId: number,
): Promise<Readonly<{ confirmed: boolean; last: JobReport | undefined }>> {
  let last: JobReport | undefined;
  try {
    await printer.ask({
      operation: 'Cancel-Job',
      attributes: [integer('job-id', jobId), strings('name', 'requesting-user-name', user)],
    });
    for (let question = 0; question < MOST_QUESTIONS_AFTER_CANCEL; question += 1) {
      last = await askJob(printer, { jobId, user });
      if (isOver(last)) break;
      await wait(USUAL_PAUSE_MS / 2);
    }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
  }
  return { last, confirmed: last?.state === 'cancelled' || last?.state === 'aborted' };
}
