import { OutsideError } from '../../base/outside-error.js';
import type { PrinterAddress } from '../../base/printer-address.js';
import { capabilityNames, readCapabilities, type Capabilities } from './capabilities.js';
import { readGroups } from './ipp/group.js';
import { openPrinter, type Printer } from './ipp/printer.js';
import type { Route } from './ipp/socket.js';
import { isSuccess, refusal, statuses } from './ipp/status.js';

/** A queue of this machine's print server. */
export type Queue = Readonly<{ name: string; address: PrinterAddress; capabilities: Capabilities }>;

/** How to reach the print server. */
export type PrintServer = Pick<Route, 'socketPath'> & Readonly<{ host: string; port: number }>;

const USUAL_PORT = 631;
const USUAL_SOCKET = '/run/cups/cups.sock';
/** It is this machine itself. */
const PATIENCE_MS = 5000;

/**
 * Names the print servers to try, the first one first: the one of the variable `CUPS_SERVER`, else this machine's socket and its port.
 * @param named `host`, `host:port` or the path of a socket, perhaps with a version of IPP after it
 * @see the manual page cups-client.conf(5)
 */
export function printServers(named: string | undefined): readonly PrintServer[] {
  const here = { host: 'localhost', port: USUAL_PORT };
  const text = named?.replace(/\/version=[\d.]+$/, '') ?? '';
  if (text === '') return [{ ...here, socketPath: USUAL_SOCKET }, here];
  if (text.startsWith('/')) return [{ ...here, socketPath: text }];
  const match = /^(\[[\da-f:]+\]|[^:[\]\s/]+)(?::(\d{1,5}))?$/i.exec(text);
  if (match === null)
    throw new OutsideError('print/bad-server', 'CUPS_SERVER names no print server; set it to host:port.');
  return [{ host: match[1]!.replace(/^\[|\]$/g, ''), port: Number(match[2] ?? USUAL_PORT) }];
}

/** The address of a queue. */
export function queueAddress({ host, port }: PrintServer, queue: string): PrinterAddress {
  const path = queue === '' ? '/' : `/printers/${encodeURIComponent(queue)}`;
  const authority = `${host.includes(':') ? `[${host}]` : host}${port === USUAL_PORT ? '' : `:${port}`}`;
  return { uri: `ipp://${authority}${path}`, secure: false, host, port, path };
}

/**
 * Lists the queues of a print server, with what each can do.
 * @returns none where the server has none
 * @throws {OutsideError} what `Printer.ask` does, such as `print/no-printer` where no server runs, and `print/refused`
 */
export async function listQueues(server: PrintServer): Promise<readonly Queue[]> {
  const answer = await openServer(server).ask({
    operation: 'CUPS-Get-Printers',
    attributes: [capabilityNames],
  });
  // That is how a server says that it has no queue.
  if (answer.code === statuses.notFound) return [];
  if (!isSuccess(answer)) throw refusal(answer);
  return readGroups(answer, 'printer').flatMap((group) => {
    const name = group.text('printer-name');
    if (name === undefined) return [];
    return [{ name, address: queueAddress(server, name), capabilities: readCapabilities(group) }];
  });
}

function openServer(server: PrintServer): Printer {
  return openPrinter({
    address: queueAddress(server, ''),
    socketPath: server.socketPath,
    patienceMs: PATIENCE_MS,
  });
}
