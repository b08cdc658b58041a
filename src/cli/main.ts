#!/usr/bin/env node
import { exitCodes } from './exit-code.js';
import { createInterruption } from './interruption.js';
import { pipeline } from './pipeline.js';
import { runLine } from './run-line.js';
import { createTerminal } from './terminal.js';

const terminal = createTerminal(process.stdout, process.stderr, process.env);
const interruption = createInterruption();
leaveCleanly();
process.exitCode = await runLine(process.argv.slice(2), {
  terminal,
  cwd: process.cwd(),
  pipeline,
  environment: process.env,
  interruption,
  debug: Boolean(process.env['HANDOUT_DEBUG']),
});

function leaveCleanly(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (interruption.isTaken()) return;
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
