import { OutsideError } from '../base/outside-error.js';
import type { CommandContext } from './command.js';
import { commands } from './commands.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { overview } from './overview.js';
import { readPackageData } from './package-data.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** What a command line needs of its process. `debug` prints the stack of an error. */
export type LineContext = CommandContext & Readonly<{ debug: boolean }>;

const WIDEST_HELP = 100;

/**
 * Does what a command line says. Whatever goes wrong is explained on `err`, without a stack trace.
 * @param line the words after the program's name
 */
export async function runLine(line: readonly string[], context: LineContext): Promise<ExitCode> {
  try {
    return await run(line, context);
  } catch (error) {
    return explain(error, { context, asJson: line.includes('--json') });
  }
}

async function run(line: readonly string[], context: LineContext): Promise<ExitCode> {
  const { terminal, cwd, pipeline } = context;
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
    terminal.out.write(await complete(line.slice(1), { cwd, pipeline, commands }));
    return exitCodes.done;
  }
  const { parseArguments } = await import('./parse-arguments.js');
  const parsed = parseArguments(line, commands, Math.min(WIDEST_HELP, terminal.out.columns ?? WIDEST_HELP));
  if (parsed.kind === 'help') {
    terminal.out.write(parsed.text);
    return exitCodes.done;
  }
  const runCommand = await parsed.command.load();
  return runCommand(parsed.args, context);
}

/** Says what went wrong without a stack trace, and picks the exit code. */
function explain(
  error: unknown,
  { context, asJson }: Readonly<{ context: LineContext; asJson: boolean }>,
): ExitCode {
  const { terminal, debug } = context;
  const { code, message, hint } = describeFailure(error);
  sayError(terminal, message, hint);
  if (asJson) terminal.out.write(`${JSON.stringify({ error: { code, message, hint } }, undefined, 2)}\n`);
  if (debug) terminal.err.write(`${error instanceof Error ? error.stack : String(error)}\n`);
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

function sayError({ err }: Terminal, message: string, hint: string | undefined): void {
  err.write(`${err.paint('red', 'error')}: ${message}\n`);
  if (hint !== undefined) err.write(`${err.paint('cyan', 'Hint:')} ${hint}\n`);
}
