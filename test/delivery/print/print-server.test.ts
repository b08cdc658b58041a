import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { askCapabilities } from '../../../src/delivery/print/capabilities.js';
import { openPrinter } from '../../../src/delivery/print/ipp/printer.js';
import { planPrint } from '../../../src/delivery/print/plan.js';
import { listQueues, printServers } from '../../../src/delivery/print/print-server.js';
import { runJob } from '../../../src/delivery/print/run-job.js';
import { isMissingPrintServer, startPrintServer } from '../../support/print-server.js';
import { tinyPrintable } from '../../support/printable.js';
import { tinyPdf } from '../../support/tiny-pdf.js';
import { isMissingVirtualPrinter, startVirtualPrinter } from '../../support/virtual-printer.js';

describe('the print server', () => {
  it('is this machine’s, by its socket or its port, unless CUPS_SERVER names another', () => {
    expect(printServers(undefined)).toEqual([
      { host: 'localhost', port: 631, socketPath: '/run/cups/cups.sock' },
      { host: 'localhost', port: 631 },
    ]);
    expect(printServers('server.example:8631/version=1.1')).toEqual([{ host: 'server.example', port: 8631 }]);
    expect(printServers('[::1]')).toEqual([{ host: '::1', port: 631 }]);
    expect(printServers('/tmp/cups.sock')).toMatchObject([{ socketPath: '/tmp/cups.sock' }]);
    expect(() => printServers('http://server.example/')).toThrow(
      'CUPS_SERVER names no print server; set it to host:port.',
    );
  });
});

describe.skipIf(isMissingPrintServer() || isMissingVirtualPrinter())('a queue of CUPS', () => {
  it('is listed, and a job of it arrives unchanged at its printer', async () => {
    const printer = await startVirtualPrinter();
    const server = await startPrintServer();
    const [place] = printServers(server.name);
    expect(await listQueues(place!)).toEqual([]);
    server.addQueue('Front_Desk', printer.uri);
    const queues = await listQueues(place!);
    expect(queues.map(({ name }) => name)).toEqual(['Front_Desk']);
    const queue = openPrinter({ address: queues[0]!.address });
    const capabilities = await askCapabilities(queue);
    const wishes = {
      copies: { value: 1, firm: true },
      paper: { value: 'a4', firm: false },
      isBooklet: false,
    } as const;
    const outcome = await runJob(
      {
        printer: queue,
        capabilities,
        plan: planPrint(capabilities, wishes, true),
        document: tinyPrintable(),
        user: 'desk',
        bytes: tinyPdf(),
      },
      { follow: true, report: () => undefined, signal: new AbortController().signal, pauseMs: 100 },
    );
    expect(outcome).toMatchObject({ kind: 'over', report: { state: 'completed' } });
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(printer.jobs().map(({ document }) => digest(document))).toEqual([digest(tinyPdf())]);
  });
});
