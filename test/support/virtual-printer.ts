import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.js';
import { isMissing } from './tools.js';

/** How a virtual printer is. */
export type VirtualPrinterOptions = Readonly<{
  /** Media types that it takes; PDF alone without it. */
  formats?: readonly string[];
  hasDuplex?: boolean;
  hasColor?: boolean;
  /**
   * Lines of shell that stand for printing: `state` reports a reason (`state +media-empty-error`), and they may wait. They run
   * after the job has arrived.
   */
  printing?: string;
}>;

/** A printer that runs on loopback, and nothing of it is made up: the program ippeveprinter of CUPS. */
export type VirtualPrinter = Readonly<{
  port: number;
  uri: string;
  /** What has arrived, in the order of the jobs: the document, and what the printer knows of its job. */
  jobs(): readonly PrintedJob[];
}>;

/** A job that has arrived: its document, and the attributes by their names in capitals, such as `COPIES`. */
export type PrintedJob = Readonly<{ document: Uint8Array; attributes: ReadonlyMap<string, string> }>;

const PATIENCE_MS = 10_000;

/** Tells whether the programs that a virtual printer needs are missing. */
export function isMissingVirtualPrinter(): boolean {
  return isMissing('ippeveprinter') || isMissing('dbus-daemon');
}

/** Starts a printer for the test that is running, on a port of its own. */
export async function startVirtualPrinter({
  formats = ['application/pdf'],
  hasDuplex = true,
  hasColor = false,
  printing = '',
}: VirtualPrinterOptions = {}): Promise<VirtualPrinter> {
  const dir = temporaryFolder({ 'print.sh': script(printing) });
  const arrived = join(dir, 'arrived');
  mkdirSync(arrived);
  mkdirSync(join(dir, 'spool'));
  chmodSync(join(dir, 'print.sh'), 0o755);
  const port = await freePort();
  const speed = hasColor ? ['-s', '10,10'] : ['-s', '10'];
  const args = [
    ...['-r', 'off', '-n', 'localhost', '-p', String(port), '-d', join(dir, 'spool'), '-K', dir],
    ...[
      '-f',
      formats.join(','),
      '-c',
      join(dir, 'print.sh'),
      ...(hasDuplex ? ['-2'] : []),
      ...speed,
      'Virtual',
    ],
  ];
  startProgram('ippeveprinter', args, { DBUS_SYSTEM_BUS_ADDRESS: await startBus(dir), ARRIVED: arrived });
  await waitFor(() => isListening(port));
  return { port, uri: `ipp://localhost:${port}/ipp/print`, jobs: () => readJobs(arrived) };
}

/** Finds a port of loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts a program that ends with the test. */
export function startProgram(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const program = spawn(name, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  onTestFinished(async () => {
    if (program.exitCode !== null || program.signalCode !== null) return;
    const ended = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGTERM');
    // A printer that still prints may take no notice.
    const killer = setTimeout(() => program.kill('SIGKILL'), 1000);
    await ended;
    clearTimeout(killer);
  });
  return program;
}

/** Waits until something is so. */
export async function waitFor(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It has not come about in time.');
    await wait(50);
  }
}

/** Tells whether anybody listens on a port of loopback. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The printer insists on a D-Bus, though it makes itself known to nobody; it gets one of its own. */
async function startBus(dir: string): Promise<string> {
  const path = join(dir, 'bus');
  startProgram('dbus-daemon', ['--session', '--nofork', `--address=unix:path=${path}`]);
  await waitFor(() => existsSync(path));
  return `unix:path=${path}`;
}

function script(printing: string): string {
  return `#!/bin/sh
state() { echo "STATE: $1" >&2; }
job="$ARRIVED/$IPP_JOB_ID"
env | grep ^IPP_ > "$job.txt"
cp "$1" "$job.part" && mv "$job.part" "$job.document"
${printing}
`;
}

function readJobs(arrived: string): readonly PrintedJob[] {
  const ids = readdirSync(arrived)
    .filter((name) => name.endsWith('.document'))
    .map((name) => Number.parseInt(name, 10));
  return ids
    .sort((one, other) => one - other)
    .map((id) => {
      const lines = readFileSync(join(arrived, `${id}.txt`), 'utf8').split('\n');
      const pairs = lines.flatMap((line) => {
        const [, name, value] = /^IPP_(\w+)=(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, value ?? ''] as const];
      });
      return { document: readFileSync(join(arrived, `${id}.document`)), attributes: new Map(pairs) };
    });
}
