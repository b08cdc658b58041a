#!/usr/bin/env node
import { exitCodes } from './exit-code.js';
import { pipeline } from './pipeline.js';
import { runLine } from './run-line.js';
import { createTerminal } from './terminal.js';

const terminal = createTerminal(process.stdout, process.stderr, process.env);
/** What a command that wants to finish what it has begun does at the first Ctrl-C. */
const interrupted: { finish?: (() => void) | undefined } = {};
leaveCleanly();
process.exitCode = await runLine(process.argv.slice(2), {
  terminal,
  cwd: process.cwd(),
  pipeline,
  onInterrupt: (finish) => (interrupted.finish = finish),
  environment: process.env,
  debug: Boolean(process.env['HANDOUT_DEBUG']),
});

function leaveCleanly(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      const { finish } = interrupted;
      if (finish !== undefined) {
        interrupted.finish = undefined;
        finish();
        return;
      }
      // Files are written in one step that no signal can come into, so there is nothing to clean up.
      terminal.err.write(terminal.err.columns === undefined ? 'Interrupted.\n' : '\r\u001B[2KInterrupted.\n');
      process.exit(exitCodes.interrupted);
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    // The reader, such as `head`, may leave early.
    stream.on('error', (error: NodeJS.ErrnoException) =>
      process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.outside),
    );
  }
}
