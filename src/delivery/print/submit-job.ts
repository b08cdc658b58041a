import { setTimeout as wait } from 'node:timers/promises';

import { knows, type Capabilities } from './capabilities.js';
import { badAnswer } from './ipp/decode.js';
import { boolean, integer, readGroup, strings } from './ipp/group.js';
import type { IppMessage } from './ipp/message.js';
import type { Printer, Question } from './ipp/printer.js';
import { isSuccess, refusal, statuses } from './ipp/status.js';
import type { JobReport } from './job-state.js';
import type { PrintableDocument } from './printable.js';
import { formatAttribute, jobAttributes, operationAttributes } from './ticket.js';
import type { PrintPlan } from './wishes.js';
import { printable } from './words.js';

/** A job for a printer. */
export type PrintJob = Readonly<{
  printer: Printer;
  capabilities: Capabilities;
  plan: PrintPlan;
  /** What is printed; an unchecked one cannot be. */
  document: PrintableDocument;
  /** Who prints; never the patient. */
  user: string;
  /** The document in the plan's format. */
  bytes: Uint8Array;
}>;

/** How far the handing over of a job has come. */
export type SubmitProgress = {
  jobId: number | undefined;
  /** Whether the printer may have something that it hasn't said so of. */
  isSending: boolean;
};

/** Who waits for it. */
export type SubmitWatch = Readonly<{
  /** Told that the printer is busy. */
  report(this: void, report: JobReport): void;
  signal: AbortSignal;
  /** How long to wait for a printer that is busy before it is asked again; a second without it. */
  pauseMs?: number;
}>;

/** A job that the printer has, and the settings that it left out. */
export type SubmittedJob = Readonly<{ jobId: number; ignored: readonly string[] }>;

const USUAL_PAUSE_MS = 1000;
/** A printer that takes one job at a time prints a pack for as long as this. */
const MOST_BUSY_QUESTIONS = 600;

/**
 * Has a printer check a job, and hands it over. A printer that is busy is asked again. The job is made before the document is sent
 * where the printer can do so, so that it can be cancelled at any time.
 * @param progress is kept up to date
 * @throws {OutsideError} what `Printer.ask` does, and `print/refused`
 */
export async function submitJob(
  job: PrintJob,
  progress: SubmitProgress,
  watch: SubmitWatch,
): Promise<SubmittedJob> {
  const { capabilities, bytes } = job;
  const ask = async (question: Question): Promise<IppMessage> => {
    return askUntilFree(job.printer, { ...question, signal: watch.signal }, { progress, watch });
  };
  if (knows(capabilities, 'Validate-Job')) await ask({ operation: 'Validate-Job', ...attributesOf(job) });
  progress.isSending = true;
  if (!knows(capabilities, 'Create-Job') || !knows(capabilities, 'Send-Document')) {
    const printed = submitted(await ask({ operation: 'Print-Job', ...attributesOf(job), document: bytes }));
    return finish(printed, progress);
  }
  const attributes = operationAttributes(job);
  const made = submitted(
    await ask({ operation: 'Create-Job', attributes, job: jobAttributes(job.plan, capabilities) }),
  );
  progress.jobId = made.jobId;
  await ask({ operation: 'Send-Document', attributes: documentAttributes(job, made.jobId), document: bytes });
  return finish(made, progress);
}

function finish(made: SubmittedJob, progress: SubmitProgress): SubmittedJob {
  progress.jobId = made.jobId;
  progress.isSending = false;
  return made;
}

function attributesOf(job: PrintJob): Pick<Question, 'attributes' | 'job'> {
  const { plan, capabilities } = job;
  return {
    attributes: [...operationAttributes(job), formatAttribute(plan)],
    job: jobAttributes(plan, capabilities),
  };
}

function documentAttributes({ user, plan }: PrintJob, jobId: number): NonNullable<Question['attributes']> {
  return [
    ...[integer('job-id', jobId), strings('name', 'requesting-user-name', user)],
    ...[formatAttribute(plan), boolean('last-document', true)],
  ];
}

function submitted(answer: IppMessage): SubmittedJob {
  const jobId = readGroup(answer, 'job').number('job-id');
  if (jobId === undefined) throw badAnswer('it does not say the number of the job');
  const unsupported = answer.groups.filter(({ name }) => name === 'unsupported');
  const isIgnored = answer.code === statuses.ignoredOrSubstituted;
  const ignored = unsupported.flatMap(({ attributes }) => attributes.map(({ name }) => printable(name)));
  return { jobId, ignored: isIgnored ? ignored : [] };
}

type Asking = Readonly<{ progress: SubmitProgress; watch: SubmitWatch }>;

/** A printer that says that it is busy has kept nothing of what it was asked. */
async function askUntilFree(
  printer: Printer,
  question: Question,
  { progress, watch }: Asking,
): Promise<IppMessage> {
  const { signal, pauseMs = USUAL_PAUSE_MS } = watch;
  const { isSending } = progress;
  for (let questions = 0; ; questions += 1) {
    const answer = await printer.ask(question);
    if (isSuccess(answer)) return answer;
    const isBusy = answer.code === statuses.busy || answer.code === statuses.temporaryError;
    if (!isBusy || questions >= MOST_BUSY_QUESTIONS) throw refusal(answer);
    progress.isSending = false;
    watch.report(busyReport);
    await wait(pauseMs, undefined, { signal });
    progress.isSending = isSending;
  }
}

/** No job is there yet that has a number. */
const busyReport: JobReport = {
  ...{ jobId: 0, state: 'waiting', reasons: ['the printer is busy with another job'] },
  ...{ message: '', impressions: undefined },
};
