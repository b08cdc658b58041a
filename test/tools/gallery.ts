import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run gallery` draws the pages of every handout into .cache/gallery and writes a page that shows them beside those
 * of the run before, with what changed first. Options of `handout build` may follow `--`.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GALLERY = join(ROOT, '.cache/gallery');
const DOTS_PER_INCH = '60';

/** One page of one handout, by the path of its picture below `before` and `after`. */
type PagePair = Readonly<{ name: string; before: boolean; after: boolean; changed: boolean }>;

function run(command: string, args: readonly string[]): void {
  const { error, status } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}.`);
}

function filesBelow(folder: string, extension: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(extension)).sort();
}

/** Builds every handout and draws its pages into the folder. */
function drawInto(folder: string): void {
  run(process.execPath, ['dist/cli/main.js', 'build', '--out', folder, ...process.argv.slice(2)]);
  for (const name of filesBelow(folder, '.pdf')) {
    const pdf = join(folder, name);
    run('pdftoppm', ['-r', DOTS_PER_INCH, '-png', pdf, join(dirname(pdf), basename(pdf, '.pdf'))]);
  }
}

function pairPages(): readonly PagePair[] {
  const [before, after] = ['before', 'after'].map((folder) => filesBelow(join(GALLERY, folder), '.png'));
  const names = [...new Set([...(before ?? []), ...(after ?? [])])].sort();
  return names.map((name) => {
    const [old, current] = [join(GALLERY, 'before', name), join(GALLERY, 'after', name)];
    const [hadIt, hasIt] = [existsSync(old), existsSync(current)];
    const same = hadIt && hasIt && spawnSync('cmp', ['-s', old, current]).status === 0;
    return { name, before: hadIt, after: hasIt, changed: hadIt && !same };
  });
}

function pageOf(pairs: readonly PagePair[]): string {
  const figure = (folder: string, name: string): string => `<img src="${folder}/${name}" alt="${folder}">`;
  const rows = [...pairs]
    .sort((one, other) => Number(other.changed) - Number(one.changed))
    .map(
      ({ name, before, after, changed }) =>
        `<section${changed ? ' class="changed"' : ''}><h2>${name}</h2>` +
        `${changed && before ? figure('before', name) : ''}${after ? figure('after', name) : '<p>gone</p>'}</section>`,
    );
  return `<!doctype html><meta charset="utf-8"><title>Pages</title>
<style>body{font:14px sans-serif;background:#ddd;display:flex;flex-wrap:wrap;gap:12px}h2{font-size:12px;margin:0}
img{background:#fff;box-shadow:0 1px 4px #888;margin:4px}.changed{outline:3px solid #c40;padding:4px}</style>
${rows.join('\n')}\n`;
}

mkdirSync(GALLERY, { recursive: true });
rmSync(join(GALLERY, 'before'), { recursive: true, force: true });
if (existsSync(join(GALLERY, 'after'))) renameSync(join(GALLERY, 'after'), join(GALLERY, 'before'));
drawInto(join(GALLERY, 'after'));
const pairs = pairPages();
writeFileSync(join(GALLERY, 'index.html'), pageOf(pairs));
const changed = pairs.filter((pair) => pair.changed).map(({ name }) => name);
console.log(
  `${String(pairs.length)} pages, ${String(changed.length)} changed: see .cache/gallery/index.html`,
);
for (const name of changed) console.log(`  ${name}`);
