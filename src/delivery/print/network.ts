import { spawn } from 'node:child_process';

import { readPrinterAddress, type PrinterAddress } from '../../base/printer-address.js';

const SEARCH_SECONDS = 3;
const KILL_MS = 8000;
const MOST_CHARACTERS = 65_536;

/**
 * Looks for printers that make themselves known in the network, with the program ippfind.
 * @returns their addresses, each once; undefined where the program isn't there or the machine cannot search
 */
export async function findPrinters(program = 'ippfind'): Promise<readonly PrinterAddress[] | undefined> {
  const text = await run(program, ['_ipps._tcp', '_ipp._tcp', '-T', String(SEARCH_SECONDS), '--print']);
  if (text === undefined) return undefined;
  const found = text.split('\n').flatMap((line) => readPrinterAddress(line.trim()) ?? []);
  // Most printers have an encrypted and a plain address; the encrypted one comes first.
  const isFirst = ({ host, path }: PrinterAddress, index: number): boolean =>
    found.findIndex((other) => other.host === host && other.path === path) === index;
  return [...found].sort((one, other) => Number(other.secure) - Number(one.secure)).filter(isFirst);
}

function run(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: KILL_MS });
    let text = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk: string) => {
      if (text.length < MOST_CHARACTERS) text += chunk;
    });
    child.once('error', () => resolve(undefined));
    // Status 1 means that nothing was found.
    child.once('close', (status) => resolve(status === 0 || status === 1 ? text : undefined));
  });
}
