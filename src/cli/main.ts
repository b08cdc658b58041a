#!/usr/bin/env node
import { OutsideError } from '../base/outside-error.js';
import { commands } from './commands.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { overview } from './overview.js';
import { readPackageData } from './package-data.js';
import { pipeline } from './pipeline.js';
import { createTerminal, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

const WIDEST_HELP = 100;

const terminal = createTerminal(process.stdout, process.stderr, process.env);
leaveCleanly();
process.exitCode = await main(process.argv.slice(2));

async function main(line: readonly string[]): Promise<ExitCode> {
  try {
    return await run(line);
  } catch (error) {
    return explain(error, line.includes('--json'));
  }
}

async function run(line: readonly string[]): Promise<ExitCode> {
  const [first] = line;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    terminal.out.write(overview(readPackageData().version));
    return exitCodes.done;
  }
  if (first === '--version') {
    terminal.out.write(`${readPackageData().version}\n`);
    return exitCodes.done;
  }
  if (first === '--complete') {
    const { complete } = await import('./complete.js');
    terminal.out.write(await complete(line.slice(1), { cwd: process.cwd(), pipeline, commands }));
    return exitCodes.done;
  }
  const { parseArguments } = await import('./parse-arguments.js');
  const parsed = parseArguments(line, commands, Math.min(WIDEST_HELP, terminal.out.columns ?? WIDEST_HELP));
  if (parsed.kind === 'help') {
    terminal.out.write(parsed.text);
    return exitCodes.done;
  }
  const runCommand = await parsed.command.load();
  return runCommand(parsed.args, { terminal, cwd: process.cwd(), pipeline });
}

/** Says what went wrong without a stack trace, and picks the exit code. */
function explain(error: unknown, asJson: boolean): ExitCode {
  const { code, message, hint } = describeFailure(error);
  sayError(terminal, message, hint);
  if (asJson) terminal.out.write(`${JSON.stringify({ error: { code, message, hint } }, undefined, 2)}\n`);
  if (process.env['HANDOUT_DEBUG'])
    terminal.err.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return error instanceof UsageError ? exitCodes.usage : exitCodes.outside;
}

function describeFailure(
  error: unknown,
): Readonly<{ code: string; message: string; hint?: string | undefined }> {
  if (error instanceof UsageError) return { code: 'usage', message: error.message, hint: error.hint };
  if (error instanceof OutsideError) return { code: error.code, message: error.message };
  return {
    code: 'internal',
    message: 'Something went wrong inside the program; this is a mistake in it.',
    hint: 'Run the command again with HANDOUT_DEBUG=1 to see where.',
  };
}

function sayError(to: Terminal, message: string, hint: string | undefined): void {
  to.err.write(`${to.err.paint('red', 'error')}: ${message}\n`);
  if (hint !== undefined) to.err.write(`${to.err.paint('cyan', 'Hint:')} ${hint}\n`);
}

function leaveCleanly(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
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
