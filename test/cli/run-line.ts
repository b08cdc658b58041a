import { pipeline, type Pipeline } from '../../src/cli/pipeline.js';
import { runLine } from '../../src/cli/run-line.js';
import type { Channel } from '../../src/cli/terminal.js';

/** What a command line printed, and how it ended. */
export type LineOutput = Readonly<{ out: string; err: string; exitCode: number }>;

/** Does what a command line says, in this process and with the real stages. */
export async function runRealLine(
  line: readonly string[],
  cwd: string,
  stages: Pipeline = pipeline,
  environment: Readonly<Record<string, string>> = {},
): Promise<LineOutput> {
  const printed = { out: '', err: '' };
  const channel = (name: 'out' | 'err'): Channel => ({
    write: (text) => (printed[name] += text),
    paint: (_look, text) => text,
    columns: undefined,
  });
  const terminal = { out: channel('out'), err: channel('err') };
  const interruption = { hold: () => () => undefined };
  const exitCode = await runLine(line, {
    terminal,
    cwd,
    pipeline: stages,
    environment,
    interruption,
    debug: false,
  });
  return { ...printed, exitCode };
}
