import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './run-limited.js';

const DOTS_PER_INCH = 60;
/**
 * Draws a PDF's pages as `1.png`, `2.png` and so on into a folder that is named after its bytes, beside the PDF itself,
 * unless they were drawn before.
 * @returns the folder's name below `shelf`
 */
export function drawPages(pdf: Uint8Array, shelf: string, run: Run): Promise<string> {
  const digest = createHash('sha256')
    .update(`${String(DOTS_PER_INCH)} `)
    .update(pdf);
  const name = digest.digest('hex').slice(0, 16);
  const folder = join(shelf, name);
  if (existsSync(folder)) return Promise.resolve(name);
  // A drawing gets its name when it is whole, so that an interrupted one is made again.
  const unfinished = `${folder}.unfinished`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'handout.pdf'), pdf);
  return finish(unfinished, folder, run).then(() => name);
}

async function finish(unfinished: string, folder: string, run: Run): Promise<void> {
  const file = join(unfinished, 'handout.pdf');
  await run('pdftoppm', ['-r', String(DOTS_PER_INCH), '-png', file, join(unfinished, 'page')]);
  for (const name of readdirSync(unfinished)) {
    const number = /^page-0*(\d+)\.png$/.exec(name)?.[1];
    if (number !== undefined) renameSync(join(unfinished, name), join(unfinished, `${number}.png`));
  }
  renameSync(unfinished, folder);
}

/** How many pages were drawn into a folder. */
export function countPages(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => name.endsWith('.png')).length;
}

/** Lists the numbers of the pages that differ between two folders, with those that only one of them has. */
export function differingPages(before: string, after: string): readonly number[] {
  if (before === after) return [];
  const most = Math.max(countPages(before), countPages(after));
  return Array.from({ length: most }, (_, index) => index + 1).filter((page) => {
    const [old, current] = [before, after].map((folder) => readIfThere(join(folder, `${String(page)}.png`)));
    return old === undefined || current === undefined || !old.equals(current);
  });
}

/** Removes from a shelf all drawings but the named ones. */
export function tidyShelf(shelf: string, kept: readonly (string | undefined)[]): void {
  if (!existsSync(shelf)) return;
  for (const name of readdirSync(shelf)) {
    if (!kept.includes(name)) rmSync(join(shelf, name), { recursive: true });
  }
}

function readIfThere(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
