import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { OutsideError } from '../../../src/base/outside-error.js';
import { openJournalDisk, type JournalDisk } from '../../../src/delivery/journal/disk.js';
import type { JournalEntry } from '../../../src/delivery/journal/entry.js';
import { forgetBefore, openJournal, readJournal } from '../../../src/delivery/journal/journal.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { memoryJournalDisk, onlyProcess } from './crashing-disk.js';

const AT = '2026-03-14T10:00:00Z';

function intent(key: string, at = AT): JournalEntry {
  return { kind: 'intent', key, at, to: `to-${key}` };
}

function outcome(key: string, kind: 'sent' | 'refused' | 'deferred' | 'unsure', at = AT): JournalEntry {
  return { kind: 'outcome', key, at, outcome: kind };
}

/** Writes entries one after another, as one process. */
async function write(disk: JournalDisk, entries: readonly JournalEntry[]): Promise<void> {
  const journal = await openJournal(disk, onlyProcess(1));
  for (const entry of entries) await journal.record(entry);
  await journal.close();
}

function standings(disk: JournalDisk): Readonly<Record<string, string>> {
  const messages = readJournal(disk)?.state.messages ?? new Map();
  return Object.fromEntries([...messages].map(([key, { standing }]) => [key, standing]));
}

async function failure(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof OutsideError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('Nothing failed.');
}

describe('the journal', () => {
  it('knows where each message stands', async () => {
    const disk = memoryJournalDisk();
    await write(disk, [
      ...[intent('a'), outcome('a', 'sent')],
      ...[intent('b'), outcome('b', 'deferred'), intent('b')],
      ...[
        intent('c'),
        outcome('c', 'unsure'),
        { kind: 'decision', key: 'c', at: AT, decision: 'again' } as const,
      ],
      outcome('never-begun', 'sent'),
    ]);
    expect(standings(disk)).toEqual({ a: 'sent', b: 'begun', c: 'again' });
    expect(readJournal(disk)?.state.messages.get('b')).toMatchObject({ attempts: 2 });
  });

  it('gives what was sent, and is wanted once more, a Message-ID of its own, but not what is in doubt', async () => {
    const disk = memoryJournalDisk();
    const again = (key: string): JournalEntry => ({ kind: 'decision', key, at: AT, decision: 'again' });
    await write(disk, [intent('a'), outcome('a', 'sent'), again('a'), intent('b'), again('b')]);
    forgetBefore(disk, '2026-03-01', onlyProcess(1));
    const { keys, state } = readJournal(disk)!;
    const rounds = ['a', 'b'].map((key) => state.messages.get(key)!.round);
    expect(rounds).toEqual([1, 0]);
    expect(keys.messageId('a', 1, 'x')).not.toBe(keys.messageId('a', 0, 'x'));
  });

  it('is right when it is cut off at any byte', async () => {
    const disk = memoryJournalDisk();
    const entries = [intent('a'), outcome('a', 'sent'), intent('b'), outcome('b', 'refused')];
    const expected: Readonly<Record<string, string>>[] = [{}];
    const ends = [];
    for (const entry of entries) {
      ends.push(disk.files.get('journal')?.length ?? 0);
      await write(disk, [entry]);
      expected.push(standings(disk));
    }
    const whole = disk.files.get('journal')!;
    const head = whole.indexOf(0x0a) + 1;
    ends[0] = head;
    for (let length = head; length <= whole.length; length++) {
      const cut = memoryJournalDisk(new Map([...disk.files, ['journal', whole.slice(0, length)]]));
      const kept =
        ends.filter((end) => end > head && end <= length).length + (length === whole.length ? 1 : 0);
      expect(standings(cut)).toEqual(expected[kept]);
      await write(cut, [intent('next')]);
      expect(standings(cut)).toEqual({ ...expected[kept], next: 'begun' });
    }
  });

  it('takes away what a crash left of a line, even where it left holes, and goes on', async () => {
    const disk = memoryJournalDisk();
    await write(disk, [intent('a')]);
    disk.files.set(
      'journal',
      Buffer.concat([disk.files.get('journal')!, Buffer.from('1234abcd [{"ki\0\0\n\0\0')]),
    );
    await write(disk, [outcome('a', 'sent')]);
    expect(standings(disk)).toEqual({ a: 'sent' });
  });

  it('refuses to send by a journal that was changed further up', async () => {
    const disk = memoryJournalDisk();
    await write(disk, [intent('a'), intent('b')]);
    const lines = Buffer.from(disk.files.get('journal')!).toString().split('\n');
    disk.files.set(
      'journal',
      Buffer.from([lines[0], lines[1]!.replace('"a"', '"z"'), ...lines.slice(2)].join('\n')),
    );
    expect(await failure(() => openJournal(disk, onlyProcess(1)))).toBe(
      'journal/damaged: Line 2 of the journal of e-mails has been changed or lost, and not by a crash. Nothing is sent, because messages could go out twice: put the file back from a copy.',
    );
  });

  it('refuses to work without the key it was written with, or with another one', async () => {
    const disk = memoryJournalDisk();
    await write(disk, [intent('a')]);
    for (const key of [undefined, Buffer.from('0'.repeat(64))]) {
      if (key === undefined) disk.remove('key');
      else disk.files.set('key', key);
      expect(await failure(() => openJournal(disk, onlyProcess(1)))).toMatch(
        /^journal\/key-lost: .*“key” beside it/,
      );
    }
  });

  it('says so when the disk is full, and writes nothing more', async () => {
    const disk = memoryJournalDisk();
    const full: JournalDisk = {
      ...disk,
      openToAppend: () =>
        Promise.resolve({
          append: () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
          close: () => Promise.resolve(),
        }),
    };
    const journal = await openJournal(full, onlyProcess(1));
    expect(await failure(() => journal.record(intent('a')))).toBe(
      "journal/failed: The journal of e-mails can't be read or written (ENOSPC), so nothing is sent. Make room on the disk, or change the permissions of its folder.",
    );
    expect(await failure(() => journal.record(intent('b')))).toMatch(/^journal\/failed/);
    expect(journal.state.messages.size).toBe(0);
    await journal.close();
  });

  it('forgets what was settled before a day, and nothing else', async () => {
    const disk = memoryJournalDisk();
    const early = '2026-01-01T10:00:00Z';
    await write(disk, [
      ...[intent('old', early), outcome('old', 'sent', early)],
      ...[intent('doubt', early), outcome('doubt', 'unsure', early)],
      ...[intent('put off', early), outcome('put off', 'deferred', early)],
      ...[intent('again', early), { kind: 'decision', key: 'again', at: early, decision: 'again' } as const],
      ...[intent('new'), outcome('new', 'sent')],
      { kind: 'preference', at: early, to: 'ada', personal: true },
    ]);
    const before = standings(disk);
    expect(forgetBefore(disk, '2026-03-01', onlyProcess(1))).toBe(1);
    const { old: _, ...rest } = before;
    expect(standings(disk)).toEqual(rest);
    expect(readJournal(disk)?.state.personal.get('ada')).toBe(early);
  });
});

describe('the journal on a real disk', () => {
  it('lies in a folder and files that only their owner can read', async () => {
    const dir = join(temporaryFolder(), 'deep', 'email');
    await write(openJournalDisk(dir), [intent('a')]);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir).sort()).toEqual(['.gitignore', 'journal', 'key', 'lock.1']);
  });

  it('is cut back to its last whole line', async () => {
    const dir = temporaryFolder();
    const disk = openJournalDisk(dir);
    await write(disk, [intent('a'), outcome('a', 'sent')]);
    truncateSync(join(dir, 'journal'), readFileSync(join(dir, 'journal')).length - 1);
    await write(disk, [intent('b')]);
    expect(standings(disk)).toEqual({ a: 'begun', b: 'begun' });
    expect(forgetBefore(disk, '2026-03-01', onlyProcess(1))).toBe(0);
    expect(standings(disk)).toEqual({ a: 'begun', b: 'begun' });
  });

  it('tells why it cannot be written', async () => {
    const dir = temporaryFolder({ email: '' });
    expect(await failure(() => openJournal(openJournalDisk(join(dir, 'email', 'journal'))))).toMatch(
      /^journal\/failed: .*\(ENOTDIR\)/,
    );
    mkdirSync(join(dir, 'other', 'journal'), { recursive: true });
    writeFileSync(join(dir, 'other', 'key'), '0'.repeat(64));
    expect(await failure(() => openJournal(openJournalDisk(join(dir, 'other'))))).toMatch(
      /^journal\/failed: .*\(EISDIR\)/,
    );
  });

  it('makes digests that differ from clinic to clinic, and never an address', async () => {
    const digests = new Set<string>();
    for (const dir of [temporaryFolder(), temporaryFolder()]) {
      const { keys, close } = await openJournal(openJournalDisk(dir));
      expect(keys.addressHash('Ada@Example.org')).toBe(keys.addressHash('ada@example.org'));
      expect(keys.messageKey(['Ada@example.org', 'x'])).toBe(keys.messageKey(['ada@example.org', 'x']));
      expect(keys.messageKey(['a', 'b', 'c'])).not.toBe(keys.messageKey(['a', 'bc']));
      expect(keys.messageId('k', 0, 'example.org')).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
      digests.add(keys.addressHash('ada@example.org')).add(keys.messageKey(['ada@example.org']));
      await close();
    }
    expect(digests.size).toBe(4);
  });
});
