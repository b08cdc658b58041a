import { spawn, type ChildProcess } from 'node:child_process';

import { MAIN } from './cli-process.js';

/** A clinic's own numbers, without which every check has a warning. */
export const SETTINGS = `clinic:
  contact:
    phone: '703-555-0142'
    afterHoursPhone: '703-555-0178'
`;

/** A command that watches a workspace. */
export type WatchedProcess = Readonly<{
  /** Waits for a text after what was seen before, on standard error, and gives it. */
  until(pattern: RegExp): Promise<string>;
  /** What was written to standard output. */
  out(): string;
  /** The exit code. */
  ended: Promise<number | null>;
  interrupt(): void;
}>;

const running: ChildProcess[] = [];

/** Ends what a test has left running. */
export function endWatched(): void {
  for (const child of running.splice(0)) child.kill('SIGKILL');
}

/** Starts the compiled program with a command that watches. */
export function startWatched(dir: string, line: readonly string[]): WatchedProcess {
  const child = spawn(process.execPath, [MAIN, ...line], { cwd: dir });
  running.push(child);
  let seen = '';
  let out = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (seen += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const until = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const [text] = pattern.exec(seen) ?? [];
      if (text !== undefined) {
        seen = seen.slice(seen.indexOf(text) + text.length);
        return text;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { until, out: () => out, ended, interrupt: () => child.kill('SIGINT') };
}
