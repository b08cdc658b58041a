import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';

import { watchWorkspace } from '../../src/workspace/watch.js';
import { temporaryFolder } from '../support/temporary-folder.js';

type Watched = Readonly<{ dir: string; changes: string[][]; next: () => Promise<readonly string[]> }>;

/** Watches a clinic's folder with these files. `next` waits for the next change and gives its paths in the folder. */
function watchFolder(files: Readonly<Record<string, string>>): Watched {
  const dir = temporaryFolder(files);
  const changes: string[][] = [];
  const stop = watchWorkspace({ dir, roots: [dir] }, (paths) => {
    changes.push(paths.map((path) => relative(dir, path)));
  });
  onTestFinished(stop);
  const next = async (): Promise<readonly string[]> => {
    for (let tries = 0; tries < 500 && changes.length === 0; tries++) await wait(10);
    return changes.shift() ?? [];
  };
  return { dir, changes, next };
}

function saveByRenaming(path: string, text: string): void {
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
}

describe('watchWorkspace', () => {
  it('tells of a saved file once, with all that was saved together', async () => {
    const { dir, changes, next } = watchFolder({ 'templates/a/one.hbs': '', 'locales/en/common.json': '' });
    writeFileSync(join(dir, 'templates/a/one.hbs'), 'new');
    writeFileSync(join(dir, 'locales/en/common.json'), 'new');
    expect(await next()).toEqual(['locales/en/common.json', 'templates/a/one.hbs']);
    await wait(100);
    expect(changes).toEqual([]);
  });

  it('keeps telling of a file that is saved by renaming another over it', async () => {
    const { dir, next } = watchFolder({ 'handout.yaml': '', 'templates/one.hbs': '' });
    for (const text of ['first', 'second', 'third']) {
      saveByRenaming(join(dir, 'templates/one.hbs'), text);
      expect(await next()).toEqual(['templates/one.hbs']);
      saveByRenaming(join(dir, 'handout.yaml'), text);
      expect(await next()).toEqual(['handout.yaml']);
    }
  });

  it('tells of a file that is removed and made again', async () => {
    const { dir, next } = watchFolder({ 'templates/a/one.hbs': '' });
    const path = join(dir, 'templates/a/one.hbs');
    rmSync(path);
    expect(await next()).toEqual(['templates/a/one.hbs']);
    writeFileSync(path, 'again');
    expect(await next()).toEqual(['templates/a/one.hbs']);
  });

  it('tells of files in folders that are made later', async () => {
    const { dir, next } = watchFolder({ 'handout.yaml': '' });
    mkdirSync(join(dir, 'templates/brands/rose'), { recursive: true });
    writeFileSync(join(dir, 'templates/brands/rose/logo.svg'), '<svg/>');
    expect(await next()).toContain('templates/brands/rose/logo.svg');
    await wait(50);
    writeFileSync(join(dir, 'templates/brands/rose/logo.svg'), '<svg></svg>');
    expect(await next()).toEqual(['templates/brands/rose/logo.svg']);
  });

  it('tells of a folder that is renamed', async () => {
    const { dir, next } = watchFolder({ 'templates/a/one.hbs': '' });
    renameSync(join(dir, 'templates/a'), join(dir, 'templates/b'));
    expect(await next()).toEqual(['templates/a', 'templates/b/one.hbs']);
    writeFileSync(join(dir, 'templates/b/one.hbs'), 'new');
    expect(await next()).toEqual(['templates/b/one.hbs']);
  });

  it('says nothing of other files', async () => {
    const { dir, changes } = watchFolder({ 'handout.yaml': '', 'templates/one.hbs': '' });
    writeFileSync(join(dir, 'notes.txt'), 'x');
    writeFileSync(join(dir, 'templates/.one.hbs.swp'), 'x');
    writeFileSync(join(dir, 'templates/4913'), 'x');
    writeFileSync(join(dir, 'templates/one.hbs~'), 'x');
    mkdirSync(join(dir, 'output'));
    writeFileSync(join(dir, 'output/manifest.json'), '{}');
    await wait(200);
    expect(changes).toEqual([]);
  });

  it('says nothing more once it is ended', async () => {
    const dir = temporaryFolder({ 'templates/one.hbs': '' });
    const changes: string[] = [];
    const stop = watchWorkspace({ dir: undefined, roots: [dir] }, (paths) => changes.push(...paths));
    writeFileSync(join(dir, 'templates/one.hbs'), 'new');
    await wait(5);
    stop();
    writeFileSync(join(dir, 'templates/one.hbs'), 'newer');
    await wait(100);
    expect(changes).toEqual([]);
  });
});
