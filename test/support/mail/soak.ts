import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openLossyProxy } from './lossy-proxy.js';
import { startMaildirServer } from './maildir-server.js';

/** How much is sent, and how often the sender is killed. */
export type SoakOptions = Readonly<{
  /** An empty folder. */
  dir: string;
  messages: number;
  kills: number;
  random(): number;
  /** Told how far it is. */
  log?(text: string): void;
}>;

/** What a server was left with. */
export type SoakFigures = Readonly<{
  messages: number;
  /** Recipients by how many copies they got, of those that the sender is sure of, and of those it calls unsure. */
  sure: Readonly<Record<number, number>>;
  unsure: Readonly<Record<number, number>>;
  /** Messages that share a Message-ID with another one. */
  sameMessageId: number;
  kills: number;
  /** Runs that ended by themselves, until one had nothing left to do. */
  runs: number;
  connections: number;
  cut: number;
  seconds: number;
}>;

type Line = Readonly<{ line: number; outcome: string }>;

const PROGRAM = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const MOST_RUNS = 40;
const HANDOUTS = ['microneedling/aftercare', 'microneedling/benefits', 'microneedling/combined-aftercare'];
/** As long as the largest of these messages. */
const LONGEST_BYTES = 260_000;

/**
 * Sends a list through a real mail server, behind a line that cuts every 13th connection, while the sender is killed again and again at
 * random instants; then runs it until nothing is left, and counts what the server has.
 * The compiled program is used, as `npm run build` left it.
 */
export async function soak({
  dir,
  messages,
  kills,
  random,
  log = () => undefined,
}: SoakOptions): Promise<SoakFigures> {
  const start = performance.now();
  // The server delivers as another user.
  chmodSync(dir, 0o755);
  mkdirSync(join(dir, 'server'));
  const server = await startMaildirServer(join(dir, 'server'));
  const proxy = await openLossyProxy({
    port: server.port,
    cutEvery: 13,
    longestBytes: LONGEST_BYTES,
    random,
  });
  try {
    writeFileSync(join(dir, 'handout.yaml'), settings(proxy.port));
    writeFileSync(join(dir, 'visits.csv'), list(messages));
    for (let kill = 1; kill <= kills; kill++) {
      await runUntilKilled(dir, random);
      log(`killed ${String(kill)} times, ${String(server.messages().length)} messages have arrived`);
    }
    let [runs, lines]: [number, readonly Line[]] = [0, []];
    do {
      lines = await runToItsEnd(dir);
      runs += 1;
      log(`run ${String(runs)} has ended, ${String(server.messages().length)} messages have arrived`);
    } while (runs < MOST_RUNS && lines.some(({ outcome }) => outcome === 'waiting' || outcome === 'left'));
    await server.settled();
    const seconds = (performance.now() - start) / 1000;
    return { ...count(lines, server.messages()), messages, kills, runs, ...proxy.counts(), seconds };
  } finally {
    await proxy.close();
    await server.stop();
  }
}

function settings(port: number): string {
  return `email:
  from: care@clinic.example
  smtp: { host: 127.0.0.1, port: ${String(port)}, security: none, connections: 4, timeoutSeconds: 20 }
  retry: { attempts: 6, firstPauseSeconds: 0.2, longestPauseSeconds: 2 }
`;
}

/** Every fifth patient gets a copy of their own. */
function list(messages: number): string {
  const rows = Array.from({ length: messages }, (_, index) => {
    const wish = index % 5 === 0 ? 'yes' : 'no';
    const handout = HANDOUTS[index % HANDOUTS.length]!;
    return `${recipient(index)},${handout},P${String(index)},2026-03-14,${wish}`;
  });
  return `email,handout,first name,treatment date,personal\n${rows.join('\n')}\n`;
}

function recipient(index: number): string {
  return `patient-${String(index)}@example.org`;
}

const LINE = ['email', '--csv', 'visits.csv', '--lang', 'en', '--json'];

/** Kills the sender while it starts, now and then, or else soon after it has begun to write its journal. */
async function runUntilKilled(dir: string, random: () => number): Promise<void> {
  const journal = join(dir, '.handout', 'email', 'journal');
  const size = (): number => statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
  const before = size();
  const child = spawn(process.execPath, [PROGRAM, ...LINE], { cwd: dir, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  if (random() > 0.2) while (size() === before && child.exitCode === null) await pause(5);
  await Promise.race([pause(random() * 1000), ended]);
  child.kill('SIGKILL');
  await ended;
}

async function runToItsEnd(dir: string): Promise<readonly Line[]> {
  const child = spawn(process.execPath, [PROGRAM, ...LINE], { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await new Promise<void>((resolve) => child.on('close', () => resolve()));
  const { lines } = JSON.parse(out) as Readonly<{ lines?: readonly Line[] }>;
  if (lines === undefined) throw new Error(`The sender failed: ${err}`);
  return lines;
}

function count(lines: readonly Line[], arrived: readonly string[]) {
  const copies = new Map<string, number>();
  const ids = new Set<string>();
  for (const message of arrived) {
    const to = /^To: <?([^\s>]+)>?/m.exec(message)?.[1] ?? '';
    copies.set(to, (copies.get(to) ?? 0) + 1);
    ids.add(/^Message-ID: (\S+)/im.exec(message)?.[1] ?? '');
  }
  const [sure, unsure]: [Record<number, number>, Record<number, number>] = [{}, {}];
  for (const { line, outcome } of lines) {
    const into = outcome === 'unsure' ? unsure : sure;
    // The first patient stands in the second line.
    const number = copies.get(recipient(line - 2)) ?? 0;
    into[number] = (into[number] ?? 0) + 1;
  }
  return { sure, unsure, sameMessageId: arrived.length - ids.size };
}
