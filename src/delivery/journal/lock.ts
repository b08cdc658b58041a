import { OutsideError } from '../../base/outside-error.js';
import type { JournalDisk } from './disk.js';
import { systemProcesses, type Owner, type Processes } from './processes.js';

/** Lets others in again. */
export type Release = () => void;

const LOCK_NAME = /^lock\.(\d+)$/;
const MOST_TRIES = 100;

/**
 * Lets one process in at a time, and needs nobody to tidy up after one that was killed.
 *
 * Whoever comes in makes the file with the next number, which only one can; it names the process. The highest number counts: it holds
 * the lock until its process ends or has left, which it says by a number of zero. So a dead owner's file is never taken away before another
 * one stands above it, and nobody can take away the file of a living one. Whoever was slow and made a lower one sees the higher one and
 * withdraws.
 * @throws {OutsideError} `journal/in-use` while another process has the lock, or one may that this machine cannot see
 */
export function takeLock(disk: JournalDisk, processes: Processes = systemProcesses): Release {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const highest = highestLock(disk);
    if (highest > 0) refuseWhileHeld(disk, highest, processes);
    const mine = highest + 1;
    if (!disk.create(lockName(mine), encode(processes.self))) continue;
    if (highestLock(disk) > mine) {
      disk.remove(lockName(mine));
      continue;
    }
    for (const number of lockNumbers(disk)) if (number < mine) disk.remove(lockName(number));
    return () => leave(disk, mine, processes.self);
  }
  throw new OutsideError('journal/in-use', 'The journal of e-mails is in use; try again in a moment.');
}

function refuseWhileHeld(disk: JournalDisk, number: number, { self, isRunning }: Processes): void {
  const owner = readOwner(disk.read(lockName(number)));
  if (owner === undefined || owner.pid === 0) return;
  const running = isRunning(owner);
  if (running === false) return;
  const where = owner.host === self.host ? '' : ` on the machine “${owner.host}”`;
  throw new OutsideError(
    'journal/in-use',
    `Another run (process ${String(owner.pid)}${where}) is sending e-mails from this workspace. Wait until it is done.${
      running === undefined
        ? ` If it has ended, remove the file “${lockName(number)}” beside the journal.`
        : ''
    }`,
  );
}

/** A lock that can't be given back is free as soon as its process has ended. */
function leave(disk: JournalDisk, number: number, self: Owner): void {
  try {
    disk.replace(lockName(number), encode({ ...self, pid: 0 }));
  } catch {
    // Whatever else is wrong with the disk has been told where it mattered.
  }
}

function lockNumbers(disk: JournalDisk): readonly number[] {
  return disk
    .list()
    .flatMap((name) => LOCK_NAME.exec(name)?.[1] ?? [])
    .map(Number);
}

function highestLock(disk: JournalDisk): number {
  return Math.max(0, ...lockNumbers(disk));
}

function lockName(number: number): string {
  return `lock.${String(number)}`;
}

function encode(owner: Owner): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(owner)}\n`);
}

/** Undefined for a file that is gone, because a higher one has come, or that isn't one of ours. */
function readOwner(bytes: Uint8Array | undefined): Owner | undefined {
  if (bytes === undefined) return undefined;
  try {
    const { host, pid, started } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Owner>;
    return { host: String(host), pid: Number(pid), started: String(started) };
  } catch {
    return undefined;
  }
}
