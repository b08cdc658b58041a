import { OutsideError } from '../base/outside-error.js';
import { readPrinterAddress, type PrinterAddress } from '../base/printer-address.js';
import { askCapabilities, type Capabilities } from '../delivery/print/capabilities.js';
import { openPrinter } from '../delivery/print/ipp/printer.js';
import { mediaWords } from '../delivery/print/media.js';
import { findPrinters } from '../delivery/print/network.js';
import type { Workspace } from '../workspace/workspace.js';
import type { RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { queuesOfMachine, readCredentials } from './print-target.js';
import { hasSettingsErrors, openWorkspaceOf } from './run-build.js';
import { formatProblems } from './report.js';
import { jsonText } from './summary.js';
import { printedTable, type Column } from './table.js';

/** A printer that `--printer` can name. */
type KnownPrinter = Readonly<{
  name: string;
  kind: 'desk' | 'queue' | 'network';
  /** Its address; for a desk at a queue, the queue's name. */
  place: string;
  capabilities: Capabilities | undefined;
  /** Why it doesn't say what it can do. */
  trouble: string | undefined;
}>;

const PATIENCE_MS = 4000;

/**
 * The command `printers`: lists the desks of `handout.yaml`, the queues of this machine's print server and, where ippfind is installed, the
 * printers of the network, with what each can do. A printer that doesn't answer is listed too.
 */
export const runPrinters: RunCommand = async (args, context) => {
  const { out, err } = context.terminal;
  const { workspace, problems, sourceText } = await openWorkspaceOf(args, context);
  if (hasSettingsErrors(problems)) {
    const found = problems.map((problem) => ({ problem, builds: [] }));
    err.write(formatProblems(found, sourceText, err.paint));
    return exitCodes.problems;
  }
  const [server, network] = await Promise.all([listServer(), listNetwork()]);
  const desks = await listDesks(workspace, server.printers);
  const printers = [...desks, ...server.printers, ...network.printers];
  const notes = [...server.notes, ...network.notes];
  if (args.flags.has('json')) {
    out.write(jsonText({ printers: printers.map(printerRecord), notes }));
    return exitCodes.done;
  }
  if (printers.length > 0) out.write(printedTable(columns, printers.map(cells), out.paint));
  else err.write('There is no printer: no desk in handout.yaml, no queue, none in the network.\n');
  for (const note of notes) err.write(`${err.paint('yellow', 'note')}: ${note}\n`);
  return exitCodes.done;
};

type Listed = Readonly<{ printers: readonly KnownPrinter[]; notes: readonly string[] }>;

async function listServer(): Promise<Listed> {
  try {
    const { queues } = await queuesOfMachine(process.env);
    return {
      printers: queues.map(({ name, address, capabilities }) => {
        return { name, kind: 'queue', place: address.uri, capabilities, trouble: undefined };
      }),
      notes: [],
    };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const note =
      error.code === 'print/no-printer' ? 'No print server (CUPS) runs on this machine.' : error.message;
    return { printers: [], notes: [note] };
  }
}

async function listNetwork(): Promise<Listed> {
  const found = await findPrinters();
  if (found === undefined) {
    return {
      printers: [],
      notes: [
        'The network was not searched: ippfind (Debian package cups-ipp-utils) is missing, or cannot search here.',
      ],
    };
  }
  const printers = found.map(async (address): Promise<KnownPrinter> => {
    return { name: address.uri, kind: 'network', place: address.uri, ...(await ask({ address })) };
  });
  return { printers: await Promise.all(printers), notes: [] };
}

function listDesks(workspace: Workspace, queues: readonly KnownPrinter[]): Promise<readonly KnownPrinter[]> {
  const desks = Object.entries(workspace.config.print.desks ?? {});
  return Promise.all(
    desks.map(async ([name, desk]): Promise<KnownPrinter> => {
      const { printer: place, fingerprint } = desk;
      const common = { name, kind: 'desk', place } as const;
      const address = readPrinterAddress(place);
      if (address !== undefined) {
        return {
          ...common,
          ...(await askAs(() => ({
            address,
            fingerprint,
            credentials: readCredentials(workspace, desk, process.env),
          }))),
        };
      }
      const queue = queues.find((each) => each.name === place);
      const trouble = queue === undefined ? 'The print server has no queue of this name.' : undefined;
      return { ...common, capabilities: queue?.capabilities, trouble };
    }),
  );
}

type Answer = Pick<KnownPrinter, 'capabilities' | 'trouble'>;

/** A file with a password may be missing: that is the printer's trouble too. */
async function askAs(options: () => Parameters<typeof ask>[0]): Promise<Answer> {
  try {
    return await ask(options());
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return { capabilities: undefined, trouble: error.message };
  }
}

async function ask(
  options: Readonly<{ address: PrinterAddress }> & Omit<Parameters<typeof openPrinter>[0], 'address'>,
): Promise<Answer> {
  try {
    const printer = openPrinter({ ...options, patienceMs: PATIENCE_MS });
    return { capabilities: await askCapabilities(printer), trouble: undefined };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return { capabilities: undefined, trouble: error.message };
  }
}

const columns: readonly Column[] = (
  ['Name', 'Kind', 'State', 'Sides', 'Colour', 'Paper', 'Takes', 'Model'] as const
).map((heading) => ({ heading, align: 'left' }));

const MOST_PAPERS = 4;

function cells({ name, kind, capabilities, trouble }: KnownPrinter): readonly string[] {
  if (capabilities === undefined) return [name, kind, trouble ?? 'unknown'];
  const { sides, hasColor, media, mediaReady, formats, model } = capabilities;
  const papers = [...new Set((mediaReady.length > 0 ? mediaReady : media).map(mediaWords))];
  const more = papers.length > MOST_PAPERS ? ` and ${papers.length - MOST_PAPERS} more` : '';
  return [
    ...[name, kind, condition(capabilities)],
    sides.some((each) => each.startsWith('two-sided')) ? 'both' : 'one',
    hasColor ? 'yes' : 'no',
    `${papers.slice(0, MOST_PAPERS).join(', ')}${more}`,
    documents(formats),
    model,
  ];
}

function condition({ state, reasons, acceptsJobs }: Capabilities): string {
  return [acceptsJobs ? state : `${state}, takes no jobs`, ...reasons].join(', ');
}

function documents(formats: readonly string[]): string {
  if (formats.includes('application/pdf')) return 'PDF';
  return formats.includes('image/pwg-raster') ? 'pictures' : 'neither PDF nor pictures';
}

function printerRecord({ name, kind, place, capabilities, trouble }: KnownPrinter): object {
  if (capabilities === undefined) return { name, kind, place, trouble };
  const { state, reasons, acceptsJobs, model, formats, sides, media, mediaReady } = capabilities;
  const { hasColor, colorModes, mostCopies } = capabilities;
  return {
    ...{ name, kind, place, state, reasons, acceptsJobs, model, formats, sides },
    ...{ media, mediaReady, hasColor, colorModes, mostCopies },
  };
}
