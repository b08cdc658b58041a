import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { openJournalDisk, type JournalDisk } from '../../../src/delivery/journal/disk.js';
import { takeLock } from '../../../src/delivery/journal/lock.js';
import { systemProcesses, type Owner, type Processes } from '../../../src/delivery/journal/processes.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { memoryJournalDisk } from './crashing-disk.js';

/** A machine whose processes are those of a set. */
function machine(pid: number, living: ReadonlySet<number>, host = 'here'): Processes {
  return {
    self: { host, pid, started: '' },
    isRunning: (owner) => (owner.host === host ? living.has(owner.pid) : undefined),
  };
}

function message(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'free';
}

/**
 * Lets four processes take the lock, leave it and be killed, in the middle of each other's steps on the disk.
 * @param turns who comes next, from 0; a number above 3 kills the process of 4 less
 * @returns how many living processes had the lock at once, at most
 */
function mostInside(turns: readonly number[]): number {
  const disk = memoryJournalDisk();
  const living = new Set([0, 1, 2, 3].map((index) => index + 1));
  const inside = new Map<number, () => void>();
  const pids = [1, 2, 3, 4];
  const busy = new Set<number>();
  let next = 0;
  let most = 0;
  const interrupt = (): void => {
    const turn = turns[next++];
    const index = (turn ?? 0) % 4;
    if (turn === undefined || busy.has(index)) return;
    busy.add(index);
    const pid = pids[index]!;
    if (turn > 3) {
      inside.delete(index);
      living.delete(pid);
      living.add((pids[index] = pid + 4));
    } else if (inside.has(index)) {
      const release = inside.get(index)!;
      inside.delete(index);
      release();
    } else if (message(() => inside.set(index, takeLock(watched, machine(pid, living)))) === 'free') {
      most = Math.max(most, inside.size);
    }
    busy.delete(index);
  };
  const after = <Value>(work: () => Value): Value => {
    interrupt();
    return work();
  };
  const watched: JournalDisk = {
    ...disk,
    list: () => after(() => disk.list()),
    read: (name) => after(() => disk.read(name)),
    create: (name, bytes) => after(() => disk.create(name, bytes)),
    replace: (name, bytes) => after(() => disk.replace(name, bytes)),
    remove: (name) => after(() => disk.remove(name)),
  };
  while (next < turns.length) interrupt();
  return most;
}

describe('the lock', () => {
  it('lets in one process at a time', () => {
    const disk = memoryJournalDisk();
    const living = new Set([1, 2]);
    const release = takeLock(disk, machine(1, living));
    expect(message(() => takeLock(disk, machine(2, living)))).toBe(
      'Another run (process 1) is sending e-mails from this workspace. Wait until it is done.',
    );
    release();
    expect(message(() => takeLock(disk, machine(2, living)))).toBe('free');
  });

  it('lets others in when its process was killed', () => {
    const disk = memoryJournalDisk();
    takeLock(disk, machine(1, new Set([1])));
    expect(message(() => takeLock(disk, machine(2, new Set([2]))))).toBe('free');
    expect(disk.list()).toEqual(['lock.2']);
  });

  it('says what to do about a process that it cannot see', () => {
    const disk = memoryJournalDisk();
    takeLock(disk, machine(1, new Set([1]), 'desk-2'));
    expect(message(() => takeLock(disk, machine(2, new Set([2]))))).toBe(
      'Another run (process 1 on the machine “desk-2”) is sending e-mails from this workspace. Wait until it is done. If it has ended, remove the file “lock.1” beside the journal.',
    );
  });

  it('never lets in two, however many come between one’s steps, and whoever is killed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 7 }), { minLength: 20, maxLength: 200 }), (turns) => {
        expect(mostInside(turns)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('sees whether a real process still runs, and does not take a later one for it', async () => {
    const dir = temporaryFolder();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const owner = (started: string): Owner => ({ ...systemProcesses.self, pid: child.pid!, started });
    const lockedBy = (started: string): string => {
      writeFileSync(join(dir, 'lock.1'), JSON.stringify(owner(started)));
      return message(() => takeLock(openJournalDisk(dir))());
    };
    expect(lockedBy('')).toContain(`(process ${String(child.pid)})`);
    if (process.platform === 'linux') {
      writeFileSync(join(dir, 'lock.1'), JSON.stringify(owner('another boot 1')));
      expect(message(() => takeLock(openJournalDisk(dir))())).toBe('free');
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(systemProcesses.isRunning(owner(''))).toBe(false);
    expect(systemProcesses.isRunning(systemProcesses.self)).toBe(true);
  });
});
