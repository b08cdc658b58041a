import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BatchOrder } from './batch.js';
import { textBlocks } from './content.js';
import type { TextBlock } from './content.js';
import { DENSE_HANDOUT, writeDenseWorkspace } from './dense.js';
import { measureRuns } from './measure.js';
import type { BatchResult, RunResult } from './measure.js';

/**
 * `npm run bench [-- --install]` compares handouts of ours with the same text set by plain pdfkit, in one run on one
 * machine, and measures starts, memory and sizes. `--install` adds the size of a production install.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(ROOT, 'dist/cli/main.js');
const BATCH = fileURLToPath(new URL('batch.js', import.meta.url));
const HANDOUT = 'microneedling/combined-aftercare';
const COLUMN_WIDTHS = [44, 11, 12, 10, 8, 9];

function row(...cells: readonly string[]): void {
  const padded = cells.map((cell, index) =>
    index === 0 ? cell.padEnd(COLUMN_WIDTHS[index] ?? 0) : cell.padStart(COLUMN_WIDTHS[index] ?? 0),
  );
  console.log(padded.join(''));
}

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
}

/** The text of a handout, out of the HTML that its template gives. */
function readBlocks(handout: string, workspace?: string): readonly TextBlock[] {
  const place = workspace === undefined ? [] : ['--workspace', workspace];
  const args = [CLI, 'inspect', handout, '--stage', 'html', '--lang', 'en', ...place];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const blocks = textBlocks(stdout);
  if (status !== 0 || blocks.length === 0) throw new Error(`The text cannot be read: ${stderr}`);
  return blocks;
}

function runBatch(order: BatchOrder): readonly BatchResult[] {
  const args = [BATCH, JSON.stringify(order)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly BatchResult[];
}

function printBatch(name: string, result: BatchResult | undefined): void {
  if (result === undefined) return;
  row(
    `${name}, ${String(result.documents)} documents`,
    result.cpuMillisecondsEach.toFixed(1),
    result.wallMillisecondsEach.toFixed(1),
    result.memoryMegabytes.toFixed(0),
    String(result.pageCount),
    (result.bytes / 1024).toFixed(1),
  );
}

function printRun(name: string, { wallSeconds, cpuSeconds }: RunResult): void {
  row(name, wallSeconds.toFixed(2), cpuSeconds.toFixed(2));
}

/** What is compared: a handout with the text that the baseline sets, and the batches that are made of it. */
type Subject = Readonly<{
  handout: string;
  workspace?: string;
  blocks: readonly TextBlock[];
  counts: readonly number[];
  texts: BatchOrder['texts'];
}>;

function compareBatches({ counts, ...subject }: Subject): void {
  const name = subject.texts === 'one' ? 'names and dates differ' : 'every word differs';
  const plain = runBatch({ ...subject, maker: 'pdfkit', warmUp: 30, counts: [100] });
  const ours = runBatch({ ...subject, maker: 'handout', warmUp: 30, counts });
  printBatch(`pdfkit text(), ${name}`, plain[0]);
  for (const result of ours) printBatch(`handout, ${name}`, result);
  const ratios = ours.map(({ cpuMillisecondsEach }) => {
    return `1/${((plain[0]?.cpuMillisecondsEach ?? NaN) / cpuMillisecondsEach).toFixed(1)}`;
  });
  console.log(`  ours takes ${ratios.join(', then ')} of the CPU time of pdfkit text()`);
}

function describeSubject(name: string, blocks: readonly TextBlock[]): void {
  const words = blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  console.log(`\n${name}: ${String(words)} words in ${String(blocks.length)} blocks`);
  row('Batches', 'CPU ms', 'wall ms', 'RSS MB', 'pages', 'KB');
}

/** The texts of every topic, to fill a dense handout with. */
function readAllBlocks(): readonly TextBlock[] {
  const topics = ['what-it-is', 'how-it-works', 'skin-concerns', 'benefits', 'aftercare'];
  return topics.flatMap((topic) => readBlocks(`microneedling/${topic}`));
}

function compareAll(): void {
  const blocks = readBlocks(HANDOUT);
  describeSubject(HANDOUT, blocks);
  compareBatches({ handout: HANDOUT, blocks, texts: 'one', counts: [300, 1200] });
  compareBatches({ handout: HANDOUT, blocks, texts: 'all-different', counts: [300] });
  const workspace = mkdtempSync(join(tmpdir(), 'handout-dense-'));
  try {
    writeDenseWorkspace(workspace, readAllBlocks());
    const dense = readBlocks(DENSE_HANDOUT, workspace);
    describeSubject('Two dense pages', dense);
    compareBatches({ handout: DENSE_HANDOUT, workspace, blocks: dense, texts: 'one', counts: [300, 1200] });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** How much longer the same takes with every check than without. */
function shareOf(checked: number | undefined, made: number | undefined): string {
  return `${(((checked ?? NaN) / (made ?? NaN) - 1) * 100).toFixed(0)} %`;
}

/** What checks add to copies of one handout, and to one handout in a process of its own. */
function measureChecks(): void {
  const order = { handout: HANDOUT, texts: 'one', blocks: [], warmUp: 30, counts: [300] } as const;
  const [made] = runBatch({ ...order, maker: 'handout' });
  const [checked] = runBatch({ ...order, maker: 'checked' });
  console.log(
    `  checks add ${shareOf(checked?.cpuMillisecondsEach, made?.cpuMillisecondsEach)} to the CPU time of a copy`,
  );
  for (const lang of ['en', 'es', 'ar']) {
    const of = [HANDOUT, '--lang', lang];
    const out = mkdtempSync(join(tmpdir(), 'handout-bench-'));
    const build = measureRuns([CLI, 'build', ...of, '--out', out], 5);
    const check = measureRuns([CLI, 'check', ...of], 5);
    rmSync(out, { recursive: true, force: true });
    console.log(
      `  a check of one handout (${lang}) adds ${shareOf(check.cpuSeconds, build.cpuSeconds)} to the CPU time of its build`,
    );
  }
}

function measureStarts(): void {
  const out = mkdtempSync(join(tmpdir(), 'handout-bench-'));
  try {
    row('Starts (the median of 5)', 'wall s', 'CPU s');
    printRun('node -e 0', measureRuns(['-e', '0'], 5));
    printRun('handout --help', measureRuns([CLI, '--help'], 5));
    const one = [CLI, 'build', 'microneedling/aftercare', '--lang', 'en', '--out', join(out, 'one')];
    printRun('one handout', measureRuns(one, 5));
    printRun('all handouts in all languages', measureRuns([CLI, 'build', '--out', join(out, 'all')], 5));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function measureInstall(): void {
  const folder = mkdtempSync(join(tmpdir(), 'handout-install-'));
  try {
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      copyFileSync(join(ROOT, name), join(folder, name));
    const install = spawnSync('npm', ['ci', '--omit=dev'], { cwd: folder, encoding: 'utf8' });
    if (install.status !== 0) throw new Error(install.stderr);
    const size = spawnSync('du', ['-sk', join(folder, 'node_modules')], { encoding: 'utf8' });
    console.log(`Production install: ${(Number.parseInt(size.stdout, 10) / 1024).toFixed(0)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const processors = cpus();
console.log(
  `${String(processors.length)} × ${processors[0]?.model ?? 'unknown'}, Node ${process.version}, load ${load()}`,
);
compareAll();
console.log('');
measureStarts();
measureChecks();
if (process.argv.includes('--install')) measureInstall();
console.log(`\nLoad at the end: ${load()}`);
