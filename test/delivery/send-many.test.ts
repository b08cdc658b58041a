import { describe, expect, it } from 'vitest';

import { OutsideError } from '../../src/base/outside-error.js';
import { openJournal } from '../../src/delivery/journal/journal.js';
import type { SendOutcome } from '../../src/delivery/mail-transport.js';
import { sendMany, type MailJob, type RunEnd, type SendOptions } from '../../src/delivery/send-many.js';
import { memoryJournalDisk, onlyProcess, type MemoryJournalDisk } from './journal/crashing-disk.js';

/** What a server says to the attempts of a message, one after another; the last one again and again. */
type Script = Readonly<Record<string, readonly (SendOutcome['kind'] | 'throw')[]>>;

type Run = Readonly<{
  outcomes: Readonly<Record<string, string>>;
  /** The messages in the order in which they were tried. */
  tried: readonly string[];
  pauses: readonly number[];
  end: RunEnd | string;
  mostAtOnce: number;
}>;

type RunInput = Readonly<{
  names: readonly string[];
  script: Script;
  disk?: MemoryJournalDisk;
  options?: Partial<SendOptions>;
  /** Called when a message is tried. */
  onTry?(name: string): void;
}>;

async function run({
  names,
  script,
  disk = memoryJournalDisk(),
  options = {},
  onTry,
}: RunInput): Promise<Run> {
  const journal = await openJournal(disk, onlyProcess(1));
  const [outcomes, tried, pauses]: [Record<string, string>, string[], number[]] = [{}, [], []];
  let [atOnce, mostAtOnce] = [0, 0];
  const jobs = names.map((name, index): MailJob => ({
    ...{ key: name, to: `to-${name}`, line: index + 1, personal: false },
    compose: () =>
      Promise.resolve(
        name === 'faulty'
          ? undefined
          : {
              ...{ messageId: name, from: 'a', to: 'b', bytes: new Uint8Array(), needsSmtpUtf8: false },
              facts: { handout: 'x', lang: 'en', personal: false, isLocked: false },
            },
      ),
  }));
  const send = async (name: string): Promise<SendOutcome> => {
    const answers = script[name] ?? ['sent'];
    const kind = answers[Math.min(tried.filter((each) => each === name).length, answers.length - 1)]!;
    tried.push(name);
    onTry?.(name);
    mostAtOnce = Math.max(mostAtOnce, (atOnce += 1));
    await new Promise((resolve) => setTimeout(resolve, 1));
    atOnce -= 1;
    if (kind === 'throw') throw new OutsideError('mail/wrong-credentials', 'No entry.');
    return kind === 'sent' ? { kind } : { kind, reason: kind };
  };
  const end = await sendMany(jobs, {
    journal,
    transport: {
      place: { kind: 'server', name: 'there' },
      send: async ({ messageId }, beforeHandover) => {
        await beforeHandover?.();
        return send(messageId);
      },
      close: () => Promise.resolve(),
    },
    retry: { attempts: 4, firstPauseMs: 1000, longestPauseMs: 3000 },
    parallel: 2,
    world: { now: () => 0, random: () => 0.5, pause: (ms) => Promise.resolve(void pauses.push(ms)) },
    stop: new AbortController().signal,
    onOutcome: ({ key }, { kind }) => (outcomes[key] = kind),
    ...options,
  }).catch((error: unknown) => (error instanceof OutsideError ? error.code : 'another error'));
  await journal.close();
  return { outcomes, tried, pauses, end, mostAtOnce };
}

describe('sendMany', () => {
  it('tries again what was put off, after random pauses that double up to a limit', async () => {
    const { outcomes, pauses, end } = await run({
      names: ['a'],
      script: { a: ['deferred', 'deferred', 'deferred', 'sent'] },
    });
    expect({ outcomes, pauses, end }).toEqual({
      outcomes: { a: 'sent' },
      // Half of 1000, of 2000, and of 3000 in the place of 4000.
      pauses: [500, 1000, 1500],
      end: 'finished',
    });
  });

  it('lets a message that is put off, refused, in doubt or faulty hold up no other', async () => {
    const { outcomes, tried } = await run({
      names: ['poison', 'refused', 'unsure', 'faulty', 'a', 'b', 'c'],
      script: { poison: ['deferred'], refused: ['refused'], unsure: ['unsure'] },
    });
    expect(outcomes).toEqual({
      ...{ poison: 'waiting', refused: 'refused', unsure: 'unsure', faulty: 'faulty' },
      ...{ a: 'sent', b: 'sent', c: 'sent' },
    });
    expect(tried.filter((name) => name === 'refused')).toHaveLength(1);
    expect(tried.filter((name) => name === 'poison')).toHaveLength(4);
  });

  it('leaves alone in a later run what is settled or in doubt, and sends what was put off', async () => {
    const disk = memoryJournalDisk();
    const names = ['sent', 'refused', 'unsure', 'put-off'];
    await run({ names, disk, script: { refused: ['refused'], unsure: ['unsure'], 'put-off': ['deferred'] } });
    const { outcomes, tried } = await run({ names, disk, script: {} });
    expect(outcomes).toEqual({
      ...{ sent: 'sent-before', refused: 'refused-before', unsure: 'unsure', 'put-off': 'sent' },
    });
    expect(tried).toEqual(['put-off']);
  });

  it('sends again what a person decided to', async () => {
    const disk = memoryJournalDisk();
    await run({ names: ['a', 'b'], disk, script: { a: ['unsure'], b: ['unsure'] } });
    const journal = await openJournal(disk, onlyProcess(1));
    await journal.record({ kind: 'decision', key: 'a', at: '', decision: 'again' });
    await journal.record({ kind: 'decision', key: 'b', at: '', decision: 'sent' });
    await journal.close();
    const { outcomes, tried } = await run({ names: ['a', 'b'], disk, script: {} });
    expect(outcomes).toEqual({ a: 'sent', b: 'sent-before' });
    expect(tried).toEqual(['a']);
  });

  it('sends a message once that stands in a list twice', async () => {
    const { tried } = await run({ names: ['a', 'a', 'a'], script: {} });
    expect(tried).toEqual(['a']);
  });

  it('has no more under way at once than it may', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `m${String(index)}`);
    expect((await run({ names, script: {}, options: { parallel: 4 } })).mostAtOnce).toBe(4);
  });

  it('takes jobs from a long list only as others end', async () => {
    let [made, ended, mostOpen] = [0, 0, 0];
    const journal = await openJournal(memoryJournalDisk(), onlyProcess(1));
    function* jobs(): Generator<MailJob> {
      for (let index = 0; index < 1000; index++) {
        mostOpen = Math.max(mostOpen, (made += 1) - ended);
        yield { key: String(index), to: '', personal: false, compose: () => Promise.resolve(undefined) };
      }
    }
    await sendMany(jobs(), {
      journal,
      transport: {
        place: { kind: 'server', name: '' },
        send: () => Promise.resolve({ kind: 'sent' }),
        close: () => Promise.resolve(),
      },
      retry: { attempts: 1, firstPauseMs: 1, longestPauseMs: 1 },
      parallel: 4,
      world: { now: () => 0, random: () => 0, pause: () => Promise.resolve() },
      stop: new AbortController().signal,
      onOutcome: () => (ended += 1),
    });
    expect(ended).toBe(1000);
    expect(mostOpen).toBeLessThan(100);
  });

  it('finishes what is under way when it is stopped, and leaves the rest for a later run', async () => {
    const stop = new AbortController();
    const disk = memoryJournalDisk();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const first = await run({
      ...{ names, disk, script: {}, options: { stop: stop.signal } },
      onTry: (name) => name === 'b' && stop.abort(),
    });
    expect(first.end).toBe('stopped');
    expect(first.outcomes).toMatchObject({ a: 'sent', b: 'sent', e: 'left', f: 'left' });
    const second = await run({ names, disk, script: {} });
    expect([...first.tried, ...second.tried].sort()).toEqual(names);
  });

  it('gives up when a server takes nothing for as long as one message is tried', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `m${String(index)}`);
    const script = Object.fromEntries(names.map((name) => [name, ['deferred'] as const]));
    const { end, outcomes, tried } = await run({ names, script });
    expect(end).toBe('unreachable');
    expect(Object.values(outcomes).filter((kind) => kind === 'left').length).toBeGreaterThan(200);
    expect(tried.length).toBeLessThan(300);
  });

  it('ends at once when something is wrong with the server itself, and knows that nothing was sent', async () => {
    const disk = memoryJournalDisk();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const first = await run({ names, disk, script: { a: ['throw'] } });
    expect(first.end).toBe('mail/wrong-credentials');
    expect(first.tried.length).toBeLessThan(names.length);
    const second = await run({ names, disk, script: {} });
    expect(Object.values(second.outcomes)).not.toContain('unsure');
    expect([...first.tried, ...second.tried].sort()).toEqual(['a', ...names]);
  });
});
