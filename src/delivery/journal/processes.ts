import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, so described that no later one is taken for it. */
export type Owner = Readonly<{
  host: string;
  pid: number;
  /** When it was started, as the system counts: another process with the same number has another. Empty where the system doesn't tell. */
  started: string;
}>;

/** What the lock asks of the system. */
export type Processes = Readonly<{
  self: Owner;
  /** Tells whether a process still runs; undefined for one that this machine cannot see. */
  isRunning(owner: Owner): boolean | undefined;
}>;

/** The processes of this machine. Linux tells when a process was started; elsewhere a process with the same number is taken for the same. */
export const systemProcesses: Processes = {
  self: { host: hostname(), pid: process.pid, started: startOf(process.pid) ?? '' },
  isRunning({ host, pid, started }) {
    if (host !== hostname()) return undefined;
    if (!exists(pid)) return false;
    return started === '' || (startOf(pid) ?? started) === started;
  },
};

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The boot and the tick of the clock at which a process was started. @see proc(5), field 22 of `stat` */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name of the program, in brackets, may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot} ${fields[19] ?? ''}`;
  } catch {
    return undefined;
  }
}
