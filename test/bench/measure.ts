import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one batch of documents took. Memory is the resident set in megabytes. */
export type BatchResult = Readonly<{
  documents: number;
  cpuMillisecondsEach: number;
  wallMillisecondsEach: number;
  memoryMegabytes: number;
  pageCount: number;
  bytes: number;
}>;

/** What one run of a program took, with every process it started. */
export type RunResult = Readonly<{ wallSeconds: number; cpuSeconds: number }>;

/** A document of either maker. */
export type MadeDocument = Readonly<{ bytes: number; pageCount: number }>;

/** The kernel's unit of CPU time, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Makes documents one after another and says what each took. `make` gets a number that is new each time. */
export async function measureBatch(
  make: (number: number) => Promise<MadeDocument>,
  numbers: Readonly<{ from: number; count: number }>,
): Promise<BatchResult> {
  let last: MadeDocument = { bytes: 0, pageCount: 0 };
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  for (let number = numbers.from; number < numbers.from + numbers.count; number++) last = await make(number);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    documents: numbers.count,
    cpuMillisecondsEach: (user + system) / 1000 / numbers.count,
    wallMillisecondsEach: wall / numbers.count,
    memoryMegabytes: process.memoryUsage.rss() / 1024 / 1024,
    ...last,
  };
}

/** Runs a Node program to its end and measures it; the median of several runs by wall time. */
export function measureRuns(args: readonly string[], times: number): RunResult {
  const runs = Array.from({ length: times }, () => measureRun(args));
  runs.sort((one, other) => one.wallSeconds - other.wallSeconds);
  return runs[Math.floor(times / 2)] ?? { wallSeconds: NaN, cpuSeconds: NaN };
}

function measureRun(args: readonly string[]): RunResult {
  const cpuBefore = childrensCpuSeconds();
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const wallSeconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return { wallSeconds, cpuSeconds: childrensCpuSeconds() - cpuBefore };
}

/** CPU time of all ended child processes and theirs; not a number where the system doesn't tell. */
function childrensCpuSeconds(): number {
  try {
    // The second field is the program's name in brackets and may hold spaces; fields 16 and 17 are cutime and cstime.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
  } catch {
    return NaN;
  }
}
