import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OutsideError } from '../../src/base/outside-error.js';
import {
  checkOutput,
  hasOutput,
  readOutput,
  withTemporaryFiles,
  removeOutput,
  writeOutput,
  type OutputFile,
} from '../../src/delivery/store.js';
import { createMemoryDisk } from './memory-disk.js';

let dir: string;

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'handout-store-')));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const file = (path: string, text = 'new'): OutputFile => ({ path, bytes: new TextEncoder().encode(text) });

function failure(action: () => void): Readonly<{ code: string; message: string }> {
  try {
    action();
  } catch (error) {
    if (error instanceof OutsideError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('writeOutput', () => {
  it('makes the folders and leaves only the files that were asked for', () => {
    writeOutput(join(dir, 'out'), [file('es/a.pdf'), file('manifest.json')]);
    expect(readdirSync(join(dir, 'out'), { recursive: true }).sort()).toEqual([
      'es',
      join('es', 'a.pdf'),
      'manifest.json',
    ]);
  });

  it('replaces a file that is there', () => {
    writeFileSync(join(dir, 'a.pdf'), 'old and longer');
    writeOutput(dir, [file('a.pdf')]);
    expect(readFileSync(join(dir, 'a.pdf'), 'utf8')).toBe('new');
  });

  it('lets only the owner read a confidential file', () => {
    writeOutput(dir, [{ ...file('a.pdf'), confidential: true }]);
    expect(statSync(join(dir, 'a.pdf')).mode & 0o077).toBe(0);
  });

  it('writes everything to temporary files before the first one is renamed', () => {
    const { disk, steps } = createMemoryDisk(100);
    writeOutput('/out', [file('a.pdf'), file('manifest.json')], disk);
    expect(steps.map((step) => step.replace(String(process.pid), 'PID'))).toEqual([
      'write /out/.a.pdf.PID.tmp',
      'write /out/.manifest.json.PID.tmp',
      'rename /out/a.pdf',
      'rename /out/manifest.json',
    ]);
  });

  it('changes nothing and leaves no temporary file when the disk runs full', () => {
    const { disk, files } = createMemoryDisk(10);
    files.set('/out/a.pdf', { text: 'old', mode: 0o644 });
    expect(failure(() => writeOutput('/out', [file('a.pdf'), file('b.pdf', 'much too long')], disk))).toEqual(
      {
        code: 'output/full',
        message:
          'The disk of the output folder /out is full. Nothing was changed; make room, or name another folder with --out.',
      },
    );
    expect([...files]).toEqual([['/out/a.pdf', { text: 'old', mode: 0o644 }]]);
  });

  it('says that a file is in the way of the output folder', () => {
    writeFileSync(join(dir, 'out'), '');
    expect(failure(() => writeOutput(join(dir, 'out'), [file('a.pdf')]))).toEqual({
      code: 'output/is-a-file',
      message: `The output folder ${dir}/out cannot be made, because a file is in the way. Name another folder with --out, or move the file.`,
    });
  });

  it('says that a folder is in the way of a file, and takes its temporary file away', () => {
    mkdirSync(join(dir, 'a.pdf', 'full'), { recursive: true });
    expect(failure(() => writeOutput(dir, [file('a.pdf')])).code).toBe('output/is-a-folder');
    expect(readdirSync(dir)).toEqual(['a.pdf']);
  });

  it.each(['../a.pdf', '/a.pdf', 'es/../../a.pdf', 'es//a.pdf', '', 'es\\..\\a.pdf', 'C:a.pdf', 'a\0.pdf'])(
    'refuses the path %j, which could leave the output folder',
    (path) => {
      expect(failure(() => writeOutput(join(dir, 'out'), [file(path)]))).toEqual({
        code: 'output/outside-folder',
        message: 'A file would have been written outside the output folder.',
      });
      expect(hasOutput(dir, 'a.pdf')).toBe(false);
    },
  );

  it('refuses a symbolic link that leads out of the output folder', () => {
    mkdirSync(join(dir, 'elsewhere'));
    mkdirSync(join(dir, 'out'));
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'out', 'es'));
    expect(failure(() => writeOutput(join(dir, 'out'), [file('es/a.pdf')])).code).toBe(
      'output/outside-folder',
    );
    expect(readdirSync(join(dir, 'elsewhere'))).toEqual([]);
  });

  it('refuses two files of one name', () => {
    expect(failure(() => writeOutput(dir, [file('en/a-b.pdf'), file('en/a-b.pdf')]))).toEqual({
      code: 'output/same-file',
      message: 'Two handouts would be written to “en/a-b.pdf”. Rename one of them.',
    });
  });
});

describe('checkOutput', () => {
  it('leaves nothing behind, and does not make the folder', () => {
    checkOutput(join(dir, 'deep', 'out'));
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('removeOutput', () => {
  it('removes a file, and does nothing when there is none', () => {
    writeOutput(dir, [file('es/a.pdf')]);
    removeOutput(dir, 'es/a.pdf');
    removeOutput(dir, 'es/a.pdf');
    expect(hasOutput(dir, 'es/a.pdf')).toBe(false);
  });

  it('refuses a path that leaves the output folder', () => {
    writeFileSync(join(dir, 'a.pdf'), '');
    expect(failure(() => removeOutput(join(dir, 'out'), '../a.pdf')).code).toBe('output/outside-folder');
    expect(hasOutput(dir, 'a.pdf')).toBe(true);
  });
});

describe('readOutput', () => {
  it('returns undefined for a file that is not there', () => {
    expect(readOutput(dir, 'manifest.json')).toBeUndefined();
  });
});

describe('withTemporaryFiles', () => {
  it('gives files that only their owner can read, and removes them afterwards', async () => {
    const { path, mode, text } = await withTemporaryFiles([file('1.pdf')], ([path = '']) =>
      Promise.resolve({ path, mode: statSync(path).mode & 0o777, text: readFileSync(path, 'utf8') }),
    );
    expect(mode).toBe(0o600);
    expect(text).not.toBe('');
    expect(existsSync(dirname(path))).toBe(false);
  });

  it('removes them when what they are used for fails', async () => {
    let used = '';
    const use = ([path = '']: readonly string[]): Promise<never> => {
      used = path;
      return Promise.reject(new Error('no'));
    };
    await expect(withTemporaryFiles([file('1.pdf')], use)).rejects.toThrow('no');
    expect(existsSync(dirname(used))).toBe(false);
  });
});
