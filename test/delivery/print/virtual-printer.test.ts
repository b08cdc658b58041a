import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPrinterAddress } from '../../../src/base/printer-address.js';
import { askCapabilities } from '../../../src/delivery/print/capabilities.js';
import { openPrinter } from '../../../src/delivery/print/ipp/printer.js';
import { planPrint } from '../../../src/delivery/print/plan.js';
import type { PrintWishes } from '../../../src/delivery/print/wishes.js';
import { runJob, type JobOutcome, type JobWatch } from '../../../src/delivery/print/run-job.js';
import { describeJob } from '../../../src/cli/print-report.js';
import { isMissing, runTool } from '../../support/tools.js';
import { isMissingVirtualPrinter, startVirtualPrinter, waitFor } from '../../support/virtual-printer.js';
import { tinyPrintable } from '../../support/printable.js';
import { tinyPdf } from '../../support/tiny-pdf.js';

const usual: PrintWishes = {
  copies: { value: 1, firm: false },
  paper: { value: 'letter', firm: false },
  isBooklet: false,
};

type Told = string[];

/** Prints a small PDF at a printer, and returns what the job came to and what was told on the way. */
async function print(
  uri: string,
  wishes: Partial<PrintWishes> = {},
  watch: Partial<JobWatch> = {},
): Promise<Readonly<{ outcome: JobOutcome; told: Told }>> {
  const printer = openPrinter({ address: readPrinterAddress(uri)! });
  const capabilities = await askCapabilities(printer);
  const plan = planPrint(capabilities, { ...usual, ...wishes }, true);
  const told: string[] = [];
  const outcome = await runJob(
    { printer, capabilities, plan, document: tinyPrintable(), user: 'desk', bytes: tinyPdf() },
    {
      ...{ follow: true, pauseMs: 50, signal: new AbortController().signal },
      report: (report) => {
        const words = describeJob(report);
        if (told.at(-1) !== words) told.push(words);
      },
      ...watch,
    },
  );
  return { outcome, told };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe.skipIf(isMissingVirtualPrinter())('a job at a virtual printer', () => {
  it('arrives unchanged, with what was wished for', async () => {
    const printer = await startVirtualPrinter({ hasColor: true });
    const { outcome } = await print(printer.uri, {
      copies: { value: 20, firm: true },
      sides: { value: 'two-sided-long-edge', firm: true },
      media: { value: 'iso_a4', firm: true },
      color: { value: 'monochrome', firm: true },
    });
    expect(outcome).toMatchObject({ kind: 'over', report: { state: 'completed' }, ignored: [] });
    const [job] = printer.jobs();
    expect(sha256(job!.document)).toBe(sha256(tinyPdf()));
    expect(Object.fromEntries(job!.attributes)).toMatchObject({
      COPIES: '20',
      SIDES: 'two-sided-long-edge',
      MEDIA: 'iso_a4_210x297mm',
      PRINT_COLOR_MODE: 'monochrome',
      MULTIPLE_DOCUMENT_HANDLING: 'separate-documents-collated-copies',
      DOCUMENT_FORMAT_SUPPLIED: 'application/pdf',
      JOB_NAME: 'series/topic (en)',
      JOB_ORIGINATING_USER_NAME: 'desk',
    });
  });

  it('says that paper is out, and that it is there again', async () => {
    const { uri } = await startVirtualPrinter({
      printing: 'state +media-empty-error; sleep 0.7; state -media-empty-error; sleep 0.3',
    });
    const { outcome, told } = await print(uri);
    expect(told).toEqual(expect.arrayContaining(['printing: out of paper', 'printed']));
    expect(outcome).toMatchObject({ report: { state: 'completed', reasons: [] } });
  });

  it('says that paper is jammed behind an open cover', async () => {
    const { uri } = await startVirtualPrinter({
      printing: 'state +media-jam-error,cover-open-error; sleep 0.7; state none',
    });
    expect((await print(uri)).told).toContain('printing: a cover is open, paper jam');
  });

  it('that the printer gives up is over, and not printed', async () => {
    const { uri } = await startVirtualPrinter({ printing: 'exit 1' });
    expect((await print(uri)).outcome).toMatchObject({ kind: 'over', report: { state: 'aborted' } });
  });

  it('is cancelled when the signal comes, and the printer confirms it', async () => {
    const { uri } = await startVirtualPrinter({ printing: 'sleep 2' });
    const controller = new AbortController();
    const { outcome } = await print(
      uri,
      {},
      {
        signal: controller.signal,
        report: ({ state }) => state === 'printing' && controller.abort(),
      },
    );
    expect(outcome).toMatchObject({
      kind: 'interrupted',
      jobId: 1,
      confirmed: true,
      last: { state: 'cancelled' },
    });
  });

  it('is left to the printer where nobody waits', async () => {
    const printer = await startVirtualPrinter({ printing: 'sleep 0.2' });
    expect((await print(printer.uri, {}, { follow: false })).outcome).toEqual({
      kind: 'accepted',
      jobId: 1,
      ignored: [],
    });
    await waitFor(() => printer.jobs().length === 1);
  });

  it('is refused where the printer has no duplex, before anything is sent', async () => {
    const printer = await startVirtualPrinter({ hasDuplex: false });
    await expect(
      print(printer.uri, { sides: { value: 'two-sided-long-edge', firm: true } }),
    ).rejects.toMatchObject({
      code: 'print/no-duplex',
      message: 'The printer cannot print on both sides; ask for one-sided.',
    });
    expect(printer.jobs()).toEqual([]);
  });
});

describe.skipIf(isMissingVirtualPrinter())('a connection by TLS to a virtual printer', () => {
  it('is refused, since nobody vouches for its certificate, and its fingerprint is named', async () => {
    const { port } = await startVirtualPrinter();
    const uri = `ipps://localhost:${port}/ipp/print`;
    const error = await print(uri).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'print/bad-certificate' });
    const fingerprint = /([\dA-F]{2}:){31}[\dA-F]{2}/.exec((error as Error).message)![0];
    const address = readPrinterAddress(uri)!;
    const trusted = openPrinter({ address, fingerprint });
    expect((await askCapabilities(trusted)).formats).toContain('application/pdf');
    const other = openPrinter({ address, fingerprint: `00${fingerprint.slice(2)}` });
    await expect(askCapabilities(other)).rejects.toMatchObject({
      code: 'print/bad-certificate',
      message: expect.stringContaining('is not the one whose fingerprint handout.yaml has') as string,
    });
  });
});

describe.skipIf(isMissingVirtualPrinter() || isMissing('ipptool'))('the answer of a virtual printer', () => {
  it('is read as ipptool reads it', async () => {
    const { uri } = await startVirtualPrinter();
    const printer = openPrinter({ address: readPrinterAddress(uri)! });
    const answer = await printer.ask({ operation: 'Get-Printer-Attributes' });
    const ours = answer.groups.flatMap(({ attributes }) => attributes);
    const theirs = runTool('ipptool', ['-tv', uri, 'get-printer-attributes.test']);
    const lines = [
      ...theirs
        .slice(theirs.indexOf('RECEIVED'))
        .matchAll(/^ {8}([a-z0-9-]+) \((?:1setOf )?(\w+)\) = ?(.*)$/gm),
    ];
    const listed = new Map(lines.map(([, name, , values]) => [name!, values!]));
    for (const { name, values } of ours) {
      const texts = values.flatMap((value) => {
        if (value.kind === 'string') return [value.value];
        if (value.kind === 'integer') return [String(value.value)];
        if (value.kind === 'range') return [`${value.from}-${value.to}`];
        return value.kind === 'boolean' ? [String(value.value)] : [];
      });
      // Times go on between two questions.
      if (texts.length === 0 || /up-time|time$/.test(name) || !listed.has(name)) continue;
      expect(`${name} = ${texts.join(',')}`).toBe(`${name} = ${listed.get(name)}`);
    }
    const names = new Set(ours.map(({ name }) => name));
    // The longest one comes only where it is asked for by its name, as ipptool does.
    expect([...listed.keys()].filter((name) => !names.has(name))).toEqual(['media-col-database']);
    expect(listed.size).toBeGreaterThan(50);
  });
});
