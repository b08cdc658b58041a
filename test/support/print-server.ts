import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.js';
import { isMissing, runTool } from './tools.js';
import { freePort, isListening, startProgram, waitFor } from './virtual-printer.js';

/** A print server that runs on loopback as whoever runs the tests: CUPS itself, in a folder of its own. */
export type TestPrintServer = Readonly<{
  /** For `CUPS_SERVER`. */
  name: string;
  /** Makes a queue for a printer. */
  addQueue(queue: string, printer: string): void;
}>;

/** Tells whether the programs that a print server needs are missing. */
export function isMissingPrintServer(): boolean {
  return isMissing('cupsd') || isMissing('lpadmin');
}

/** Starts a print server for the test that is running. */
export async function startPrintServer(): Promise<TestPrintServer> {
  const port = await freePort();
  const dir = temporaryFolder({ 'cupsd.conf': settings(port) });
  // Started by root, the server sends documents as another user, who must come as far as its folders.
  chmodSync(dir, 0o711);
  for (const folder of ['root', 'spool', 'tmp', 'cache', 'state', 'log']) mkdirSync(join(dir, folder));
  const files = temporaryFolder({ 'cups-files.conf': places(dir) });
  startProgram('cupsd', ['-f', '-c', join(dir, 'cupsd.conf'), '-s', join(files, 'cups-files.conf')]);
  await waitFor(() => isListening(port));
  const name = `127.0.0.1:${port}`;
  return {
    name,
    addQueue: (queue, printer) => {
      // A raw queue hands the document over as it is.
      runTool('lpadmin', ['-h', name, '-p', queue, '-E', '-v', printer, '-m', 'raw']);
      onTestFinished(() => void runTool('lpadmin', ['-h', name, '-x', queue]));
    },
  };
}

function settings(port: number): string {
  return `Listen 127.0.0.1:${port}
Browsing No
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow from all
  </Limit>
</Policy>
`;
}

function places(dir: string): string {
  return `ServerRoot ${dir}/root
RequestRoot ${dir}/spool
TempDir ${dir}/tmp
CacheDir ${dir}/cache
StateDir ${dir}/state
ServerBin /usr/lib/cups
DataDir /usr/share/cups
AccessLog ${dir}/log/access
ErrorLog ${dir}/log/error
PageLog ${dir}/log/page
`;
}
