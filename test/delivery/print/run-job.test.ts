import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutsideError } from '../../../src/base/outside-error.js';
import type { PrinterAddress } from '../../../src/base/printer-address.js';
import { readCapabilities } from '../../../src/delivery/print/capabilities.js';
import { integer, readGroup, strings } from '../../../src/delivery/print/ipp/group.js';
import type { IppAttribute, IppGroup } from '../../../src/delivery/print/ipp/message.js';
import { openPrinter, operations } from '../../../src/delivery/print/ipp/printer.js';
import { runJob, type JobOutcome } from '../../../src/delivery/print/run-job.js';
import type { PrintPlan } from '../../../src/delivery/print/wishes.js';
import { tinyPrintable } from '../../support/printable.js';
import { startPrinter, type Answer, type Asked } from './scripted-printer.js';

const plan: PrintPlan = {
  ...{ copies: 2, sides: 'one-sided', media: 'iso_a4_210x297mm', color: undefined, format: 'pdf' },
  ...{ paper: 'a4', inGreys: false, notes: [] },
};

const all = Object.values(operations);

function capabilitiesWith(known: readonly number[]) {
  const attributes: IppAttribute[] = [
    { name: 'operations-supported', values: known.map((value) => ({ kind: 'enum', value })) },
  ];
  return readCapabilities(
    readGroup(
      { version: { major: 2, minor: 0 }, code: 0, requestId: 1, groups: [{ name: 'printer', attributes }] },
      'printer',
    ),
  );
}

function jobGroup(state: number, ...reasons: readonly string[]): IppGroup {
  const words = reasons.length === 0 ? ['none'] : reasons;
  return {
    name: 'job',
    attributes: [
      integer('job-id', 5),
      { name: 'job-state', values: [{ kind: 'enum', value: state }] },
      strings('keyword', 'job-state-reasons', ...words),
    ],
  };
}

type Run = Readonly<{ known?: readonly number[]; signal?: AbortSignal; pauseMs?: number }>;

function run(address: PrinterAddress, { known = all, signal, pauseMs = 5 }: Run = {}): Promise<JobOutcome> {
  return runJob(
    {
      ...{ printer: openPrinter({ address, patienceMs: 1000 }), capabilities: capabilitiesWith(known), plan },
      ...{ document: tinyPrintable(), user: 'desk', bytes: Buffer.from('%PDF') },
    },
    { follow: true, report: () => undefined, signal: signal ?? new AbortController().signal, pauseMs },
  );
}

/** Answers as a printer does that prints at once, unless told otherwise. */
function usually(special: (asked: Asked) => Answer | undefined) {
  return (asked: Asked): Answer => special(asked) ?? { code: 0, groups: [jobGroup(9)] };
}

describe('a job', () => {
  it('is checked, made, sent and followed', async () => {
    const { address, asked } = await startPrinter(usually(() => undefined));
    expect(await run(address)).toMatchObject({ kind: 'over', report: { state: 'completed' } });
    expect(asked.map(({ operation }) => operation)).toEqual([
      'Validate-Job',
      'Create-Job',
      'Send-Document',
      'Get-Job-Attributes',
    ]);
  });

  it('goes in one step to a printer that knows no other', async () => {
    const { address, asked } = await startPrinter(usually(() => undefined));
    await run(address, { known: [] });
    expect(asked.map(({ operation }) => operation)).toEqual([
      'Validate-Job',
      'Print-Job',
      'Get-Job-Attributes',
    ]);
  });

  it('that the printer refuses to make ends there, with the printer’s reasons', async () => {
    const { address, asked } = await startPrinter(() => ({
      code: 0x040b,
      groups: [{ name: 'unsupported', attributes: [strings('keyword', 'media', 'iso_a4_210x297mm')] }],
    }));
    await expect(run(address)).rejects.toMatchObject({
      code: 'print/refused',
      message: 'The printer refused: it cannot print in this way. It named media.',
    });
    expect(asked).toHaveLength(1);
  });

  it('is cancelled when its document is refused', async () => {
    const { address, asked } = await startPrinter(
      usually(({ operation }) => {
        if (operation === 'Send-Document') return { code: 0x040a };
        return operation === 'Get-Job-Attributes' ? { code: 0, groups: [jobGroup(7)] } : undefined;
      }),
    );
    await expect(run(address)).rejects.toMatchObject({ code: 'print/refused' });
    expect(asked.map(({ operation }) => operation)).toContain('Cancel-Job');
  });

  it('whose answer is lost may be at the printer, and the error says so', async () => {
    const { address } = await startPrinter(
      usually((asked) => {
        if (asked.operation === 'Print-Job') asked.request.socket.destroy();
        return undefined;
      }),
    );
    await expect(run(address, { known: [] })).rejects.toMatchObject({
      code: 'print/unsure',
      message: expect.stringMatching(
        /The printer may have the job; look there before printing it again\.$/,
      ) as string,
    });
  });

  it('waits for a printer that is busy', async () => {
    let busy = 3;
    const { address, asked } = await startPrinter(
      usually(({ operation }) => (operation === 'Create-Job' && busy-- > 0 ? { code: 0x0507 } : undefined)),
    );
    expect(await run(address)).toMatchObject({ kind: 'over', report: { state: 'completed' } });
    expect(asked.filter(({ operation }) => operation === 'Create-Job')).toHaveLength(4);
    expect(asked.filter(({ operation }) => operation === 'Send-Document')).toHaveLength(1);
  });

  it('that the printer forgets is over', async () => {
    const { address } = await startPrinter(
      usually(({ operation }) => (operation === 'Get-Job-Attributes' ? { code: 0x0406 } : undefined)),
    );
    expect(await run(address)).toMatchObject({ kind: 'over', report: { state: 'forgotten' } });
  });

  it('that nobody can see any more is an error after a while', async () => {
    const { address } = await startPrinter(
      usually(({ operation }) => (operation === 'Get-Job-Attributes' ? { code: 0x0500 } : undefined)),
    );
    await expect(run(address)).rejects.toMatchObject({
      code: 'print/lost-sight',
      message:
        'The printer has job 5, but no longer says how it is; look whether it was printed before printing it again. The printer refused: something went wrong inside the printer.',
    });
  });

  it('says which settings the printer left out', async () => {
    const { address } = await startPrinter(
      usually(({ operation }) =>
        operation === 'Create-Job'
          ? {
              code: 1,
              groups: [{ name: 'unsupported', attributes: [strings('keyword', 'sides', 'x')] }, jobGroup(3)],
            }
          : undefined,
      ),
    );
    expect(await run(address)).toMatchObject({ ignored: ['sides'] });
  });
});

describe('Ctrl-C', () => {
  it('before the job is made leaves nothing at the printer', async () => {
    const controller = new AbortController();
    const { address } = await startPrinter(
      usually(() => {
        controller.abort(new Error('Interrupted.'));
        return undefined;
      }),
    );
    expect(await run(address, { signal: controller.signal })).toMatchObject({
      kind: 'interrupted',
      jobId: undefined,
      confirmed: true,
    });
  });

  it('while the printer is busy leaves nothing there', async () => {
    const controller = new AbortController();
    const { address } = await startPrinter(
      usually(({ operation }) => (operation === 'Create-Job' ? { code: 0x0507 } : undefined)),
    );
    setTimeout(() => controller.abort(new Error('Interrupted.')), 100);
    expect(await run(address, { signal: controller.signal, pauseMs: 5000 })).toMatchObject({
      ...{ kind: 'interrupted', jobId: undefined, confirmed: true },
    });
  });

  it('says so when the printer does not confirm it', async () => {
    const controller = new AbortController();
    const { address } = await startPrinter(
      usually(({ operation }) => {
        if (operation === 'Get-Job-Attributes') {
          if (controller.signal.aborted) return { code: 0x0500 };
          controller.abort(new Error('Interrupted.'));
        }
        return undefined;
      }),
    );
    expect(await run(address, { signal: controller.signal })).toMatchObject({
      kind: 'interrupted',
      jobId: 5,
      confirmed: false,
    });
  });
});

it('ends in an outcome or an error in words, whatever a printer answers', async () => {
  const text = fc.constantFrom('', 'none', 'media-empty', 'a'.repeat(500), '\u001B[2J');
  const value = fc.oneof(
    fc.record({
      kind: fc.constantFrom('integer' as const, 'enum' as const),
      value: fc.integer({ min: -1, max: 12 }),
    }),
    fc.record({
      kind: fc.constant('string' as const),
      syntax: fc.constantFrom('keyword' as const, 'text' as const),
      value: text,
    }),
    fc.record({
      kind: fc.constant('octets' as const),
      tag: fc.constantFrom(0x10, 0x13, 0x31),
      bytes: fc.uint8Array({ maxLength: 4 }),
    }),
  );
  const names = [
    'job-id',
    'job-state',
    'job-state-reasons',
    'job-state-message',
    'printer-state-reasons',
    'status-message',
  ];
  const group: fc.Arbitrary<IppGroup> = fc.record({
    name: fc.constantFrom('operation' as const, 'job' as const, 'printer' as const, 'unsupported' as const),
    attributes: fc.array(
      fc.record({ name: fc.constantFrom(...names), values: fc.array(value, { minLength: 1, maxLength: 3 }) }),
      { maxLength: 5 },
    ),
  });
  const answer = fc.record({
    code: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(0x600) }),
    groups: fc.oneof(
      { weight: 1, arbitrary: fc.array(group, { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constant([jobGroup(5)]) },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 8 }), async (answers) => {
      const { address } = await startPrinter(
        (_asked, index) => answers[index] ?? { code: 0, groups: [jobGroup(9)] },
      );
      try {
        expect((await run(address)).kind).toBe('over');
      } catch (error) {
        expect(error).toBeInstanceOf(OutsideError);
      }
    }),
    { numRuns: 100 },
  );
});
