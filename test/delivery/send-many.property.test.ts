import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isUnsure } from '../../src/delivery/journal/entry.js';
import { openJournal } from '../../src/delivery/journal/journal.js';
import type { MailTransport, SendOutcome } from '../../src/delivery/mail-transport.js';
import { sendMany, type JobOutcome, type MailJob, type RunEnd } from '../../src/delivery/send-many.js';
import {
  memoryJournalDisk,
  onlyProcess,
  type MemoryJournalDisk,
  type Step,
} from './journal/crashing-disk.js';

/** What a server does with an attempt, and whether it keeps the message. */
type Answer = Readonly<{ outcome: SendOutcome['kind']; keeps: boolean }>;

const answers: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Answer>({ outcome: 'sent', keeps: true }) },
  { weight: 2, arbitrary: fc.constant<Answer>({ outcome: 'deferred', keeps: false }) },
  { weight: 1, arbitrary: fc.constant<Answer>({ outcome: 'refused', keeps: false }) },
  { weight: 1, arbitrary: fc.boolean().map((keeps): Answer => ({ outcome: 'unsure', keeps })) },
);

/** How a power cut leaves the bytes that were being written: cut, with a hole of zeros, whole, or not at all. */
const tears = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([cut, from, to]) => (bytes: Uint8Array) => {
  const left = Uint8Array.from(bytes.subarray(0, cut % (bytes.length + 1)));
  const [start, end] = [from % (left.length + 1), to % (left.length + 1)].sort((one, other) => one - other);
  return left.fill(0, start, end! - start! > left.length / 2 ? start : end);
});

const crashes = fc.array(fc.record({ afterSteps: fc.integer({ min: 1, max: 90 }), tear: tears }), {
  maxLength: 6,
});

type Server = Readonly<{ transport: MailTransport; kept: Map<string, number> }>;

function createServer(script: readonly Answer[], step: Step, kept: Map<string, number>): Server {
  let next = 0;
  return {
    kept,
    transport: {
      place: { kind: 'server', name: 'there' },
      async send({ messageId }, beforeHandover): Promise<SendOutcome> {
        const { outcome, keeps } = script[next++ % script.length]!;
        await step();
        // A server may refuse or put off a message before it has seen any of it.
        if (keeps || next % 2 === 0) await beforeHandover!();
        await step();
        if (keeps) kept.set(messageId, (kept.get(messageId) ?? 0) + 1);
        await step();
        return outcome === 'sent' ? { kind: outcome } : { kind: outcome, reason: 'because' };
      },
      close: () => Promise.resolve(),
    },
  };
}

type RunInput = Readonly<{ disk: MemoryJournalDisk; step: Step; server: Server; count: number; pid: number }>;

async function run({ disk, step, server, count, pid }: RunInput) {
  const outcomes = new Map<string, JobOutcome['kind']>();
  const journal = await openJournal(disk, onlyProcess(pid));
  const jobs = Array.from({ length: count }, (_, index): MailJob => {
    const to = `p${String(index)}@example.org`;
    const key = journal.keys.messageKey([to, 'handout']);
    return {
      key,
      to: journal.keys.addressHash(to),
      personal: index % 2 === 0,
      async compose() {
        await step();
        return {
          ...{ messageId: journal.keys.messageId(key, 0, 'x'), from: 'c@example.org', to },
          ...{ bytes: new Uint8Array(), needsSmtpUtf8: false },
          facts: { handout: 'x', lang: 'en', personal: false, isLocked: false },
        };
      },
    };
  });
  const end: RunEnd = await sendMany(jobs, {
    journal,
    transport: server.transport,
    retry: { attempts: 2, firstPauseMs: 10, longestPauseMs: 10 },
    parallel: 3,
    world: { now: () => 0, pause: step, random: () => 0.5 },
    stop: new AbortController().signal,
    onOutcome: ({ key }, { kind }) => outcomes.set(key, kind),
  });
  await journal.close();
  return { outcomes, end, journal };
}

/** Counts steps, and never comes back after so many. */
function crashingStep(afterSteps: number): Readonly<{ step: Step; crashed: Promise<void> }> {
  let steps = 0;
  let crash: () => void = () => undefined;
  const crashed = new Promise<void>((resolve) => (crash = resolve));
  const step = (): Promise<void> => {
    steps += 1;
    if (steps < afterSteps) return Promise.resolve();
    crash();
    return new Promise(() => undefined);
  };
  return { step, crashed };
}

describe('sending many messages', () => {
  it('sends each once, or knows that it cannot tell, whenever the power goes and whatever it leaves on the disk', async () => {
    await fc.assert(
      fc.asyncProperty(
        crashes,
        fc.array(answers, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 8 }),
        async (cuts, script, count) => {
          const kept = new Map<string, number>();
          let disk = memoryJournalDisk();
          for (const [index, { afterSteps, tear }] of cuts.entries()) {
            const { step, crashed } = crashingStep(afterSteps);
            disk = disk.afterCrash((bytes) => bytes, step);
            const server = createServer(script, step, kept);
            await Promise.race([run({ disk, step, server, count, pid: index + 1 }), crashed]);
            disk = disk.afterCrash(tear);
          }
          const good = createServer([{ outcome: 'sent', keeps: true }], () => Promise.resolve(), kept);
          const { outcomes, journal } = await run({
            disk,
            step: () => Promise.resolve(),
            server: good,
            count,
            pid: 99,
          });
          expect(outcomes.size).toBe(count);
          for (const [key, outcome] of outcomes) {
            const copies = kept.get(journal.keys.messageId(key, 0, 'x')) ?? 0;
            const record = journal.state.messages.get(key)!;
            expect(copies).toBeLessThanOrEqual(1);
            expect(isUnsure(record)).toBe(outcome === 'unsure');
            if (outcome !== 'unsure') expect(copies).toBe(outcome === 'refused-before' ? 0 : 1);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
