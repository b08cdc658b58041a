import { resolve } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import { readPrinterAddress, type PrinterAddress } from '../base/printer-address.js';
import type { Credentials } from '../delivery/print/ipp/authenticate.js';
import { openPrinter, type Printer } from '../delivery/print/ipp/printer.js';
import { listQueues, printServers, type Queue } from '../delivery/print/print-server.js';
import type { Desk } from '../workspace/print-config.js';
import { readSecretFile } from '../workspace/secret-file.js';
import type { Workspace } from '../workspace/workspace.js';
import { unknownName, UsageError } from './usage-error.js';

/** A printer that was chosen. */
export type PrintTarget = Readonly<{
  /** The desk's name, the queue's, or the address. */
  name: string;
  printer: Printer;
  desk: Desk | undefined;
}>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the printer that is named: an address, a desk of `handout.yaml`, or a queue of the print server. Without a name it is the desk in use.
 * @throws {UsageError} for a name that there is not, and where none is named
 * @throws {OutsideError} what `readSecretFile` and, for a queue, `listQueues` do
 */
export async function openTarget(
  workspace: Workspace,
  named: string | undefined,
  environment: Environment,
): Promise<PrintTarget> {
  const { desks = {}, desk: usual } = workspace.config.print;
  const name = named ?? usual ?? onlyKey(desks);
  if (name === undefined) {
    throw new UsageError(
      'No printer is named.',
      'Name one with --printer; “handout printers” lists what is there. Or set print: desk: in handout.yaml.',
    );
  }
  const desk = Object.hasOwn(desks, name) ? desks[name] : undefined;
  const place = desk?.printer ?? name;
  const credentials = readCredentials(workspace, desk, environment);
  if (place.includes(':')) {
    const { fingerprint } = desk ?? {};
    return { name, desk, printer: openPrinter({ address: readAddress(place), fingerprint, credentials }) };
  }
  const { queue, socketPath } = await findQueue(place, Object.keys(desks), environment);
  return { name, desk, printer: openPrinter({ address: queue.address, socketPath, credentials }) };
}

/**
 * Lists the queues of the first print server that answers.
 * @throws {OutsideError} what `listQueues` does for the last one
 */
export async function queuesOfMachine(
  environment: Environment,
): Promise<Readonly<{ queues: readonly Queue[]; socketPath: string | undefined }>> {
  const [first, ...others] = printServers(environment['CUPS_SERVER']);
  for (const server of [first!, ...others]) {
    try {
      return { queues: await listQueues(server), socketPath: server.socketPath };
    } catch (error) {
      const isLast = server === (others.at(-1) ?? first);
      if (isLast || !(error instanceof OutsideError)) throw error;
    }
  }
  return { queues: [], socketPath: undefined };
}

/**
 * Reads who prints: the file that the desk names, else the variables `HANDOUT_PRINT_USER` and `HANDOUT_PRINT_PASSWORD`.
 * @throws {OutsideError} what `readSecretFile` does, and `print/bad-credentials`
 */
export function readCredentials(
  workspace: Workspace,
  desk: Desk | undefined,
  environment: Environment,
): Credentials | undefined {
  if (desk?.credentials !== undefined) {
    const file = resolve(workspace.dir ?? '', desk.credentials);
    const [user = '', password = ''] = readSecretFile(file);
    return checkCredentials({ user, password }, `the file ${desk.credentials}`);
  }
  const user = environment['HANDOUT_PRINT_USER'];
  const password = environment['HANDOUT_PRINT_PASSWORD'];
  if (user === undefined && password === undefined) return undefined;
  return checkCredentials(
    { user: user ?? '', password: password ?? '' },
    'HANDOUT_PRINT_USER and HANDOUT_PRINT_PASSWORD',
  );
}

function checkCredentials({ user, password }: Credentials, where: string): Credentials {
  const isSound = user !== '' && password !== '' && !/[\p{Cc}:]/u.test(user) && !/\p{Cc}/u.test(password);
  if (isSound) return { user, password };
  throw new OutsideError(
    'print/bad-credentials',
    `There is no name and password in ${where}: both are needed, without control characters, and the name without a colon.`,
  );
}

function readAddress(text: string): PrinterAddress {
  const address = readPrinterAddress(text);
  if (address !== undefined) return address;
  throw new UsageError(
    '--printer is not the address of a printer.',
    'Write it as ipp://host/path or ipps://host/path, without a name or password in it.',
  );
}

async function findQueue(
  name: string,
  desks: readonly string[],
  environment: Environment,
): Promise<Readonly<{ queue: Queue; socketPath: string | undefined }>> {
  let found: Awaited<ReturnType<typeof queuesOfMachine>>;
  try {
    found = await queuesOfMachine(environment);
  } catch (error) {
    // Where no print server runs, the name is more likely a desk's.
    if (!(error instanceof OutsideError) || error.code !== 'print/no-printer') throw error;
    found = { queues: [], socketPath: undefined };
  }
  const { queues, socketPath } = found;
  const queue = queues.find((each) => each.name === name);
  if (queue === undefined) throw unknownName('printer', name, [...desks, ...queues.map((each) => each.name)]);
  return { queue, socketPath };
}

function onlyKey(desks: Readonly<Record<string, unknown>>): string | undefined {
  const names = Object.keys(desks);
  return names.length === 1 ? names[0] : undefined;
}
