import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The compiled program. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** How a process ended. */
export type ProcessOutput = Readonly<{ out: string; err: string; exitCode: number | null; wallMs: number }>;

/** A process to start. */
export type ProcessInput = Readonly<{
  /** The words after the program's name. */
  line: readonly string[];
  cwd: string;
  /** A module to load before the program. */
  preload?: string;
  /** What is different in its environment. */
  env?: Readonly<Record<string, string>>;
}>;

/** Starts the compiled program, as `npm run build` left it in dist. */
export function runProcess({ line, cwd, preload, env }: ProcessInput): Promise<ProcessOutput> {
  const start = performance.now();
  const options =
    preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
  const child = spawn(process.execPath, [...options, MAIN, ...line], {
    cwd,
    env: { ...process.env, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ out, err, exitCode, wallMs: performance.now() - start }));
  });
}
