import { OutsideError } from '../../base/outside-error.js';
import { type AppendFile, type JournalDisk } from './disk.js';
import {
  applyEntry,
  type GrowingState,
  type JournalEntry,
  type JournalState,
  type MessageRecord,
} from './entry.js';
import { keyLost, openKeys, type JournalKeys } from './keys.js';
import { readLines, writeLine } from './line.js';
import { takeLock } from './lock.js';
import type { Processes } from './processes.js';

/** The memory of what was sent: it knows of each message whether it may be sent, whatever happened to the process that sent it. */
export type Journal = Readonly<{
  keys: JournalKeys;
  /** What is on the disk, as far as the entries whose writing has ended. */
  state: JournalState;
  /**
   * Writes an entry; what waits together is written together. When the promise is fulfilled the entry outlives a power cut.
   * @throws {OutsideError} `journal/failed` when it can't be written; nothing more can then be
   */
  record(entry: JournalEntry): Promise<void>;
  /** Waits for what is being written, and lets the next one in. */
  close(): Promise<void>;
}>;

/** A journal as somebody sees it who doesn't write. */
export type ReadJournal = Readonly<{ keys: JournalKeys; state: JournalState }>;

const JOURNAL_FILE = 'journal';

/**
 * Opens the journal for writing, for one process at a time, and makes one where there is none. A line that a crash left unfinished
 * is taken away.
 * @throws {OutsideError} `journal/in-use`, `journal/damaged`, `journal/key-lost`, or `journal/failed` for any failure of the disk
 */
export async function openJournal(disk: JournalDisk, processes?: Processes): Promise<Journal> {
  const release = withDisk(() => takeLock(disk, processes));
  try {
    const { keys, state, length } = withDisk(() => readOrCreate(disk));
    const file = await disk.openToAppend(JOURNAL_FILE, length).catch((error: unknown) => {
      throw failed(error);
    });
    const writer = createWriter(file, state);
    return {
      keys,
      state,
      record: writer.record,
      async close() {
        await writer.finish();
        await file.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Reads the journal beside whoever writes.
 * @returns undefined where there is none
 * @throws {OutsideError} as `openJournal` does, except that it may be in use
 */
export function readJournal(disk: JournalDisk): ReadJournal | undefined {
  return withDisk(() => {
    const bytes = disk.read(JOURNAL_FILE);
    if (bytes === undefined) return undefined;
    const keys = openKeys(disk, true);
    return { keys, state: readState(bytes, keys).state };
  });
}

/**
 * Drops what was settled before a day: sent, refused, or given up. A message that is forgotten could be sent a second time.
 * @param before `YYYY-MM-DD`
 * @returns how many messages were forgotten
 * @throws {OutsideError} as `openJournal` does
 */
export function forgetBefore(disk: JournalDisk, before: string, processes?: Processes): number {
  const release = withDisk(() => takeLock(disk, processes));
  try {
    return withDisk(() => {
      const { keys, state } = readOrCreate(disk);
      const all = [...state.messages.values()];
      const kept = all.filter(({ standing, at }) => at >= before || !['sent', 'refused'].includes(standing));
      const entries = [
        ...kept.flatMap(entriesOf),
        ...[...state.personal].map(([to, at]) => ({ kind: 'preference', at, to, personal: true }) as const),
      ];
      const lines = entries.map((entry) => writeLine([entry]));
      disk.replace(JOURNAL_FILE, Buffer.concat([headLine(keys), ...lines]));
      return all.length - kept.length;
    });
  } finally {
    release();
  }
}

/** The fewest entries that lead to a message's standing. */
function entriesOf(message: MessageRecord): readonly JournalEntry[] {
  const { key, to, at, standing, batch, line, round, reason } = message;
  const intent: JournalEntry = {
    ...{ kind: 'intent', key, at, to },
    ...(batch !== undefined && { batch }),
    ...(line !== undefined && { line }),
    ...(round > 0 && { round }),
  };
  if (standing === 'begun') return [intent];
  if (standing === 'again') return [intent, { kind: 'decision', key, at, decision: 'again' }];
  return [intent, { kind: 'outcome', key, at, outcome: standing, ...(reason !== undefined && { reason }) }];
}

type Loaded = Readonly<{ keys: JournalKeys; state: GrowingState; length: number }>;

function readOrCreate(disk: JournalDisk): Loaded {
  const bytes = disk.read(JOURNAL_FILE);
  const keys = openKeys(disk, bytes !== undefined);
  if (bytes !== undefined) return { keys, ...readState(bytes, keys) };
  // Who has the key can tell whether an address is in the journal, so neither belongs into a repository.
  disk.create('.gitignore', new TextEncoder().encode('*\n'));
  const head = headLine(keys);
  disk.create(JOURNAL_FILE, head);
  return { keys, state: { messages: new Map(), personal: new Map() }, length: head.length };
}

function headLine(keys: JournalKeys): Uint8Array {
  return writeLine({ format: 1, keyCheck: keys.check });
}

function readState(bytes: Uint8Array, keys: JournalKeys): Omit<Loaded, 'keys'> {
  const text = readLines(bytes);
  // The first line is there from the beginning, whole.
  if (text.kind === 'damaged' || text.head === undefined)
    throw damaged(text.kind === 'damaged' ? text.line : 1);
  if (text.head.keyCheck !== keys.check) throw keyLost();
  const state: GrowingState = { messages: new Map(), personal: new Map() };
  for (const entry of text.entries) applyEntry(state, entry);
  return { state, length: text.goodBytes };
}

function damaged(line: number): OutsideError {
  return new OutsideError(
    'journal/damaged',
    `Line ${String(line)} of the journal of e-mails has been changed or lost, and not by a crash. Nothing is sent, because messages could go out twice: put the file back from a copy.`,
  );
}

/** What is asked for while a write is under way is written with the next one, so that parallel messages share the waiting. */
function createWriter(
  file: AppendFile,
  state: GrowingState,
): Readonly<{ record: Journal['record']; finish(): Promise<void> }> {
  let waiting: JournalEntry[] = [];
  let next: Promise<void> | undefined;
  let current: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const entries = waiting;
    [waiting, next] = [[], undefined];
    await file.append(writeLine(entries));
    for (const entry of entries) applyEntry(state, entry);
  };
  return {
    record(entry) {
      waiting.push(entry);
      // After a failure every later write fails like the first one, because nobody knows where the file ends.
      if (next === undefined) {
        next = current.then(write).catch((error: unknown) => {
          throw failed(error);
        });
        current = next;
      }
      return next;
    },
    finish: () => current.catch(() => undefined),
  };
}

function withDisk<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw failed(error);
  }
}

function failed(cause: unknown): OutsideError {
  if (cause instanceof OutsideError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown cause';
  return new OutsideError(
    'journal/failed',
    `The journal of e-mails can't be read or written (${code}), so nothing is sent. Make room on the disk, or change the permissions of its folder.`,
    { cause },
  );
}
