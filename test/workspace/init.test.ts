import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { OutsideError } from '../../src/base/outside-error.js';
import { initWorkspace } from '../../src/workspace/init.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { printProblems } from './print-problem.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('initWorkspace', () => {
  it('makes a folder, with its parents, that opens without errors', () => {
    const dir = join(temporaryFolder(), 'clinics/rose');
    expect(initWorkspace(dir)).toEqual({ value: join(dir, 'handout.yaml'), problems: [] });
    const { value, problems } = openWorkspace({ dir });
    expect(value.config).toMatchObject({ brand: 'default', paper: 'letter', outputDir: join(dir, 'output') });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['workspace/sample-contact']);
  });

  it('writes comments that are valid settings once they are taken out', () => {
    const dir = temporaryFolder();
    initWorkspace(dir);
    const path = join(dir, 'handout.yaml');
    const text = readFileSync(path, 'utf8');
    const settings = /^# ((?:languages|series|rules|review|readability|packs|print|email|clinic):|  +)/;
    const taken = text
      .split('\n')
      .map((line) => (settings.test(line) && !line.startsWith('#   locales/') ? line.slice(2) : line))
      .join('\n');
    writeFileSync(path, taken);
    const { value, problems } = openWorkspace({ dir });
    expect(printProblems(problems)).toBe('');
    expect(value.brands.get('default')).toMatchObject({
      name: 'Harbour Skin Clinic',
      colours: { accent: '#1d4f8a' },
    });
  });

  it('leaves other files of the folder alone and nothing temporary behind', () => {
    const dir = temporaryFolder({ 'notes.txt': 'keep' });
    initWorkspace(dir);
    expect(readdirSync(dir)).toEqual(['handout.yaml', 'notes.txt']);
  });

  it('refuses a folder that has a handout.yaml', () => {
    const dir = temporaryFolder({ 'handout.yaml': 'paper: a5\n' });
    const { value, problems } = initWorkspace(dir);
    expect(value).toBeUndefined();
    expect(printProblems(problems).replace(dir, 'DIR')).toBe(
      [
        'error workspace/already-there',
        '“DIR/handout.yaml” is there already; it was left as it is.',
        'Edit that file, or choose another folder.',
      ].join('\n'),
    );
    expect(readFileSync(join(dir, 'handout.yaml'), 'utf8')).toBe('paper: a5\n');
  });

  it('fails with the reason where a folder of that name can not be made', () => {
    const dir = temporaryFolder({ rose: 'a file' });
    const path = join(dir, 'rose/clinic');
    const failure = thrownBy(() => initWorkspace(path));
    expect(failure).toBeInstanceOf(OutsideError);
    expect(failure).toMatchObject({
      code: 'workspace/cannot-write',
      message: `“${path}/handout.yaml” can't be written: a part of the path is a file, not a folder.`,
    });
  });

  it('does not take away a temporary file that another process has made', () => {
    const dir = temporaryFolder();
    const temporary = join(dir, `handout.yaml.${process.pid}.tmp`);
    writeFileSync(temporary, 'not ours');
    expect(thrownBy(() => initWorkspace(dir))).toMatchObject({ code: 'workspace/cannot-write' });
    expect(readdirSync(dir)).toEqual([basename(temporary)]);
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
