import { conditionOf, reasonWords } from './condition.js';
import { integer, readGroup, strings } from './ipp/group.js';
import type { IppMessage } from './ipp/message.js';
import type { Printer } from './ipp/printer.js';
import { isSuccess, refusal, statuses } from './ipp/status.js';
import { printable } from './words.js';

/** Where a job is. `forgotten`: the printer no longer lists it, as some do as soon as a job is printed. */
export type JobState =
  'waiting' | 'held' | 'printing' | 'stopped' | 'cancelled' | 'aborted' | 'completed' | 'forgotten';

/** What a printer says of a job. */
export type JobReport = Readonly<{
  jobId: number;
  state: JobState;
  /** What is the matter with the job or its printer, in words. */
  reasons: readonly string[];
  /** The printer's own words. */
  message: string;
  /** Sides that are printed; undefined where the printer doesn't count them. */
  impressions: number | undefined;
}>;

/** @see RFC 8011, section 5.3.7 */
const states: ReadonlyMap<number, JobState> = new Map([
  [3, 'waiting'],
  [4, 'held'],
  [5, 'printing'],
  [6, 'stopped'],
  [7, 'cancelled'],
  [8, 'aborted'],
  [9, 'completed'],
]);

/** Tells whether nothing will happen to a job any more. */
export function isOver({ state }: JobReport): boolean {
  return ['cancelled', 'aborted', 'completed', 'forgotten'].includes(state);
}

/**
 * Asks how a job is, and what is the matter with its printer.
 * @throws {OutsideError} what `Printer.ask` does, and `print/refused`
 */
export async function askJob(
  printer: Printer,
  { jobId, user, signal }: Readonly<{ jobId: number; user: string; signal?: AbortSignal | undefined }>,
): Promise<JobReport> {
  const requested = [
    ...['job-id', 'job-state', 'job-state-reasons', 'job-state-message', 'job-printer-state-message'],
    'job-impressions-completed',
  ];
  const job = await printer.ask({
    operation: 'Get-Job-Attributes',
    attributes: [
      integer('job-id', jobId),
      strings('name', 'requesting-user-name', user),
      strings('keyword', 'requested-attributes', ...requested),
    ],
    signal,
  });
  if (job.code === statuses.notFound || job.code === statuses.gone) {
    return { jobId, state: 'forgotten', reasons: [], message: '', impressions: undefined };
  }
  if (!isSuccess(job)) throw refusal(job);
  const report = readJob(job, jobId);
  if (isOver(report)) return report;
  const answer = await printer.ask({
    operation: 'Get-Printer-Attributes',
    attributes: [strings('keyword', 'requested-attributes', 'printer-state', 'printer-state-reasons')],
    signal,
  });
  if (!isSuccess(answer)) return report;
  const { reasons } = conditionOf(readGroup(answer, 'printer'));
  return { ...report, reasons: [...new Set([...report.reasons, ...reasons])] };
}

/** Reads what an answer says of a job. A state that no standard has counts as waiting. */
export function readJob(answer: IppMessage, jobId: number): JobReport {
  const group = readGroup(answer, 'job');
  return {
    jobId,
    state: states.get(group.number('job-state') ?? 0) ?? 'waiting',
    reasons: reasonWords(group.texts('job-state-reasons')),
    message: printable(group.text('job-state-message') || group.text('job-printer-state-message') || ''),
    impressions: group.number('job-impressions-completed'),
  };
}
