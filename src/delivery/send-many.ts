import { OutsideError } from '../base/outside-error.js';
import type { Journal } from './journal/journal.js';
import type { AddressHash, MessageKey, Standing } from './journal/entry.js';
import type { BeforeHandover, MailMessage, MailTransport, SendOutcome } from './mail-transport.js';
import { createSlots } from './slots.js';

/** One message to be sent, made only when its turn comes. */
export type MailJob = Readonly<{
  key: MessageKey;
  to: AddressHash;
  batch?: string;
  /** The line of the list it stands in. */
  line?: number;
  /** Whether it brings a copy of the patient's own, which is then written down as the patient's wish. */
  personal: boolean;
  /** Makes the message; undefined where what it is about is wrong, which the job itself reports. */
  compose(): Promise<MailMessage | undefined>;
}>;

/**
 * What became of a job.
 * `sent-before`, `refused-before`: in an earlier run, so nothing was done now.
 * `unsure`: now or earlier it may have been taken over; a person decides. `waiting`: every attempt was put off, so a later run sends it.
 * `faulty`: it couldn't be made. `repeated`: an earlier job is the same message. `left`: the run was stopped first.
 */
export type JobOutcome = Readonly<{
  kind:
    | 'sent'
    | 'sent-before'
    | 'refused'
    | 'refused-before'
    | 'unsure'
    | 'waiting'
    | 'faulty'
    | 'repeated'
    | 'left';
  reason?: string;
}>;

/** How often and after what pause a message is tried again that was put off. */
export type RetryPolicy = Readonly<{
  /** How often it is tried in all. */
  attempts: number;
  /** The longest pause before the second attempt; it doubles with each. */
  firstPauseMs: number;
  longestPauseMs: number;
}>;

/** Time and chance, so that tests can tell them what to do. */
export type World = Readonly<{
  /** In milliseconds since 1970. */
  now(): number;
  /** Waits, or less when the signal comes. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}>;

/** How to send. */
export type SendOptions = Readonly<{
  journal: Journal;
  transport: MailTransport;
  retry: RetryPolicy;
  /** How many messages are under way at once. */
  parallel: number;
  world: World;
  /** Ends the run: what is under way is finished, nothing new is begun. */
  stop: AbortSignal;
  /** Told once for each job, in the order in which they end. */
  onOutcome(job: MailJob, outcome: JobOutcome): void;
}>;

/** How a run ended: through all jobs; stopped from outside; or because the server took nothing for as long as one message was tried. */
export type RunEnd = 'finished' | 'stopped' | 'unreachable';

/** Jobs that may wait for another attempt while others go on: what bounds the memory, whatever the length of the list. */
const MOST_WAITING = 60;

/**
 * Sends messages, each at most once, whenever it is called and however it was cut off before: the journal learns that a message is about
 * to be handed over before it is, and what became of it afterwards. A message that is in doubt is never sent again unless somebody said so.
 *
 * A message that is put off is tried again after a random pause, and holds up nobody meanwhile; one that is refused is not.
 * Jobs are taken from their source as others end, so that a long list is never in memory.
 * @throws {OutsideError} what the journal or the transport throws, after what is under way has ended
 * @see https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter for the pauses
 */
export async function sendMany(jobs: Iterable<MailJob>, options: SendOptions): Promise<RunEnd> {
  const run = createRun(options);
  const open = createSlots(options.parallel + MOST_WAITING);
  const all = new Set<Promise<void>>();
  const seen = new Set<MessageKey>();
  for (const job of jobs) {
    const standing = options.journal.state.messages.get(job.key)?.standing;
    const settled = seen.has(job.key) ? ({ kind: 'repeated' } as const) : settledOutcome(standing);
    seen.add(job.key);
    if (settled !== undefined) {
      options.onOutcome(job, settled);
      continue;
    }
    await open.take();
    const work: Promise<void> = workOn(job, run).finally(() => {
      open.give();
      all.delete(work);
    });
    all.add(work);
  }
  await Promise.all(all);
  if (run.failure !== undefined) throw run.failure.error;
  return options.stop.aborted ? 'stopped' : run.isUnreachable ? 'unreachable' : 'finished';
}

/** What the jobs of one run share. */
type Run = SendOptions & {
  readonly slots: ReturnType<typeof createSlots>;
  /** Aborted when nothing new is to be begun, for whatever reason. */
  readonly halt: AbortController;
  failure: Readonly<{ error: unknown }> | undefined;
  isUnreachable: boolean;
  /** How many messages the server has taken over or refused. */
  answers: number;
};

function createRun(options: SendOptions): Run {
  const halt = new AbortController();
  const onStop = (): void => halt.abort();
  if (options.stop.aborted) halt.abort();
  options.stop.addEventListener('abort', onStop, { once: true });
  const slots = createSlots(options.parallel);
  return { ...options, slots, halt, failure: undefined, isUnreachable: false, answers: 0 };
}

/** Tells of a message that is settled, or in doubt, so that it isn't sent. */
export function settledOutcome(standing: Standing | undefined): JobOutcome | undefined {
  switch (standing) {
    case 'sent':
      return { kind: 'sent-before' };
    case 'refused':
      return { kind: 'refused-before' };
    case 'begun':
    case 'unsure':
      return { kind: 'unsure' };
    default:
      return undefined;
  }
}

/** Never rejects: a failure ends the whole run, and is thrown when all jobs have ended. */
async function workOn(job: MailJob, run: Run): Promise<void> {
  try {
    run.onOutcome(job, await tryUntilSettled(job, run));
  } catch (error) {
    run.failure ??= { error };
    run.halt.abort();
  }
}

async function tryUntilSettled(job: MailJob, run: Run): Promise<JobOutcome> {
  const { retry, halt, world } = run;
  const answersBefore = run.answers;
  let message: MailMessage | undefined;
  let last: JobOutcome = { kind: 'left' };
  for (let attempt = 1; attempt <= retry.attempts; attempt++) {
    if (attempt > 1) await world.pause(pauseBefore(attempt, run), halt.signal);
    await run.slots.take();
    try {
      if (halt.signal.aborted) return last;
      message ??= await job.compose();
      if (message === undefined) return { kind: 'faulty' };
      // It took a while to make, and the run may have been stopped meanwhile.
      if (halt.signal.aborted) return last;
      const outcome = await attemptOnce(job, message, run);
      if (outcome.kind === 'sent' || outcome.kind === 'refused') run.answers += 1;
      if (outcome.kind !== 'deferred') return outcome;
      last = { kind: 'waiting', reason: outcome.reason };
    } finally {
      run.slots.give();
    }
  }
  if (run.answers === answersBefore) {
    run.isUnreachable = true;
    halt.abort();
  }
  return last;
}

/** The pause is anything from none to the longest: messages that failed together don't come back together. */
function pauseBefore(attempt: number, { retry, world }: Run): number {
  const longest = Math.min(retry.longestPauseMs, retry.firstPauseMs * 2 ** (attempt - 2));
  return Math.round(world.random() * longest);
}

/** An outcome, or the failure that ends the run. */
type Attempt = SendOutcome | Readonly<{ kind: 'deferred'; reason: string; error: OutsideError }>;

/**
 * The journal learns of the message at the last moment at which nobody can have taken it over, so that what a crash leaves in doubt is only
 * what was between that moment and the server's answer.
 */
async function attemptOnce(job: MailJob, message: MailMessage, run: Run): Promise<SendOutcome> {
  const { journal, world } = run;
  const { key } = job;
  let intent: Promise<unknown> | undefined;
  const begin = (): Promise<unknown> => (intent ??= recordIntent(job, run));
  const outcome = await sendOrDefer(message, run.transport, async () => void (await begin()));
  const { kind } = outcome;
  const reason = 'reason' in outcome ? { reason: outcome.reason } : {};
  // Asked for together, they are written together: an outcome is never alone.
  await Promise.all([
    begin(),
    journal.record({ kind: 'outcome', key, at: timeInWords(world.now()), outcome: kind, ...reason }),
  ]);
  if ('error' in outcome) throw outcome.error;
  return outcome;
}

function recordIntent(
  { key, to, personal, batch, line }: MailJob,
  { journal, world }: Run,
): Promise<unknown> {
  const at = timeInWords(world.now());
  const place = { ...(batch !== undefined && { batch }), ...(line !== undefined && { line }) };
  const isNewWish = personal && !journal.state.personal.has(to);
  return Promise.all([
    ...(isNewWish ? [journal.record({ kind: 'preference', at, to, personal: true })] : []),
    journal.record({ kind: 'intent', key, to, at, ...place }),
  ]);
}

/** What is wrong with the place itself has kept the message from going: so it is put off, and the run ends. */
async function sendOrDefer(
  message: MailMessage,
  transport: MailTransport,
  beforeHandover: BeforeHandover,
): Promise<Attempt> {
  try {
    return await transport.send(message, beforeHandover);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return { kind: 'deferred', reason: error.message, error };
  }
}

/** A time as the journal writes it. */
export function timeInWords(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
