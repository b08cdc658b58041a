import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import type { FoundProblem } from '../check/found.js';
import { checkOnce } from '../delivery/check-once.js';
import { openJournalDisk } from '../delivery/journal/disk.js';
import type { JournalState, MessageKey } from '../delivery/journal/entry.js';
import { openJournal, readJournal } from '../delivery/journal/journal.js';
import { keysFrom, type JournalKeys } from '../delivery/journal/keys.js';
import type { MailRoom } from '../delivery/mail-jobs.js';
import type { MailPlace } from '../delivery/mail-transport.js';
import { openTransport } from '../delivery/open-transport.js';
import {
  sendMany,
  timeInWords,
  type JobOutcome,
  type MailJob,
  type RunEnd,
  type World,
} from '../delivery/send-many.js';
import type { Workspace } from '../workspace/workspace.js';
import { nameOf } from '../handout/names.js';
import type { Arguments, CommandContext } from './command.js';
import { openWorkspaceOf, type OpenedWorkspace } from './run-build.js';

/**
 * Opens the workspace that a command sends from, with its problems as the rules have them.
 * @throws {UsageError} when the named folder is no workspace
 */
export async function openForSending(args: Arguments, context: CommandContext): Promise<OpenedWorkspace> {
  const opened = await openWorkspaceOf(args, context);
  const { openPolicy } = await context.pipeline.check();
  return { ...opened, problems: openPolicy(opened.workspace).apply(opened.problems) };
}

/** What is known of earlier messages, for whoever only looks. */
export type Memory = Readonly<{ keys: JournalKeys; state: JournalState }>;

/** Where messages are made, and what was found while they were. */
export type OpenedRoom = Readonly<{ room: MailRoom; found: readonly FoundProblem[] }>;

/** Opens the room that messages are made in. */
export async function openRoom(
  workspace: Workspace,
  { keys, state }: Memory,
  { pipeline }: CommandContext,
): Promise<OpenedRoom> {
  const { checkHandout, openPolicy } = await pipeline.check();
  const found: FoundProblem[] = [];
  const known = new Set<string>();
  const room: MailRoom = {
    tools: { workspace, checkHandout: checkOnce(checkHandout), policy: openPolicy(workspace) },
    ...{ keys, state },
    now: () => new Date(),
    report({ request }, problems) {
      for (const problem of problems) {
        // A list may ask for the same handout ten thousand times.
        const name = nameOf(request);
        const text = JSON.stringify([name, problem]);
        if (!known.has(text)) found.push({ problem, builds: [name] });
        known.add(text);
      }
    },
  };
  return { room, found };
}

/**
 * Reads the journal without changing anything; where there is none, the keys are made up.
 * @throws {OutsideError} as `readJournal` does
 */
export function recallMessages({ config }: Workspace): Memory {
  const known = readJournal(openJournalDisk(config.email.journalDir));
  return known ?? { keys: keysFrom(randomBytes(32)), state: { messages: new Map(), personal: new Map() } };
}

/** What a run came to. */
export type RunResult = Readonly<{ end: RunEnd; place: MailPlace }>;

/** What a run is about, and how it is followed. */
export type RunOptions = Readonly<{
  /** Names messages that are to be sent once more although they were settled. */
  again?(memory: Memory): readonly MessageKey[];
  /** How often each is tried; as the settings say without it. */
  attempts?: number;
  /** Makes the jobs, once the journal is open. */
  jobs(memory: Memory): Promise<Iterable<MailJob>>;
  onOutcome(job: MailJob, outcome: JobOutcome): void;
  /** Told at the first Ctrl-C. */
  onStop(): void;
}>;

/**
 * Sends jobs by the journal through what the clinic sends with. The first Ctrl-C lets what is under way end.
 * @throws {OutsideError} what the journal and the transport throw
 */
export async function runJobs(
  { config }: Workspace,
  { again, jobs, attempts, onOutcome, onStop }: RunOptions,
  context: CommandContext,
): Promise<RunResult> {
  const { email } = config;
  const journal = await openJournal(openJournalDisk(email.journalDir));
  try {
    const transport = await openTransport(email, context.environment);
    const stop = new AbortController();
    const release = context.interruption.hold(() => {
      onStop();
      stop.abort();
    });
    try {
      for (const key of again?.(journal) ?? [])
        await journal.record({ kind: 'decision', key, at: timeInWords(world.now()), decision: 'again' });
      const retry = { ...email.retry, ...(attempts !== undefined && { attempts }) };
      const end = await sendMany(await jobs(journal), {
        ...{ journal, transport, retry, world, stop: stop.signal, onOutcome },
        parallel: email.smtp?.connections ?? 1,
      });
      return { end, place: transport.place };
    } finally {
      release();
      await transport.close();
    }
  } finally {
    await journal.close();
  }
}

const world: World = {
  now: Date.now,
  random: Math.random,
  pause: async (ms, signal) => {
    // That the pause was cut short is what the signal is for.
    await wait(ms, undefined, { signal }).catch(() => undefined);
  },
};
