import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program and returns what it printed; rejects when it isn't there or fails. */
export type Run = (command: string, args: readonly string[]) => Promise<string>;

/** Makes a runner that keeps as many programs running as there are cores, and lets the others wait for their turn. */
export function limitRuns(most = availableParallelism()): Run {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (command, args) => {
    if (running >= most) await new Promise<void>((start) => waiting.push(start));
    else running += 1;
    try {
      return (await execute(command, args)).stdout;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
