import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatRange, openWorkspace } from '../../dist/index.js';
import type { Problem } from '../../dist/index.js';
import { buildEditions } from './build-editions.js';
import { writeContactSheet } from './contact-sheet.js';
import type { SheetEntry } from './contact-sheet.js';
import { countPages, differingPages, drawPages, tidyShelf } from './drawn-pages.js';
import { editionName, listEditions, readOptions } from './editions.js';
import type { Edition } from './editions.js';
import { limitRuns } from './run-limited.js';

/**
 * `npm run gallery` builds every handout of every brand and variant, draws their pages into .cache/gallery, and writes one
 * page that shows them, with those that changed since the run before in front. `-- --lang all` takes all languages;
 * `--handout`, `--brand`, `--variant` and `--paper` choose as well. `--keep` compares with what the run before was compared
 * with.
 */

/** An edition's drawings, by their folders' names on its shelf: that of the last run, and the one it was compared with. */
type Drawings = Readonly<{ before?: string | undefined; after?: string | undefined }>;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GALLERY = join(ROOT, '.cache/gallery');
const MEMORY = join(GALLERY, 'drawings.json');
/** Each stands for a way of writing, German for long words. */
const LANGUAGES = ['en', 'es', 'ar', 'ur', 'hi', 'zh-Hans', 'ja', 'th', 'de'];

function recall(): Readonly<Record<string, Drawings>> {
  return existsSync(MEMORY) ? (JSON.parse(readFileSync(MEMORY, 'utf8')) as Record<string, Drawings>) : {};
}

function describe({ severity, code, message, hint, at }: Problem): string {
  const lines = [`${severity} ${code}`, at && formatRange(at), message, hint];
  return lines.filter((line) => line !== undefined).join('\n');
}

function enter(edition: Edition, { before, after }: Drawings, problems: readonly Problem[]): SheetEntry {
  const name = editionName(edition);
  const [old, current] = [before, after].map((drawing) => drawing && join('pages', name, drawing));
  return {
    ...edition,
    name,
    before: old,
    after: current,
    pageCount: current === undefined ? 0 : countPages(join(GALLERY, current)),
    changed: old && current ? differingPages(join(GALLERY, old), join(GALLERY, current)) : [],
    problems: problems.map(describe),
  };
}

async function makeGallery(): Promise<readonly SheetEntry[]> {
  const { choice, isOn } = readOptions(['keep']);
  const { value: workspace } = openWorkspace({ cwd: ROOT });
  const editions = listEditions(workspace, { lang: LANGUAGES, ...choice });
  const last = recall();
  const run = limitRuns();
  const drawing: Promise<readonly [string, Drawings, SheetEntry]>[] = [];
  for await (const { edition, handout, problems } of buildEditions(workspace, editions)) {
    const name = editionName(edition);
    const shelf = join(GALLERY, 'pages', name);
    const { before, after } = last[name] ?? {};
    const old = isOn('keep') ? (before ?? after) : after;
    const drawn = handout ? drawPages(handout.pdf, shelf, run) : Promise.resolve(undefined);
    drawing.push(
      drawn.then((current) => {
        tidyShelf(shelf, [old, current]);
        const drawings = { before: old, after: current };
        return [name, drawings, enter(edition, drawings, problems)];
      }),
    );
  }
  const done = await Promise.all(drawing);
  const drawings = Object.fromEntries(done.map(([name, each]) => [name, each]));
  writeFileSync(MEMORY, JSON.stringify({ ...last, ...drawings }));
  return done.map(([, , entry]) => entry);
}

mkdirSync(GALLERY, { recursive: true });
const start = performance.now();
const entries = await makeGallery();
writeContactSheet(GALLERY, entries);
const pages = entries.reduce((sum, { pageCount }) => sum + pageCount, 0);
const changed = entries.flatMap(({ name, changed }) =>
  changed.map((page) => `  ${name} page ${String(page)}`),
);
const faulty = entries.filter(({ problems }) => problems.length > 0);
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${String(pages)} pages of ${String(entries.length)} editions in ${seconds} s, ${String(changed.length)} pages changed, ` +
    `${String(faulty.length)} editions with problems: see .cache/gallery/index.html`,
);
for (const line of changed) console.log(line);
