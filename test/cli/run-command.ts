import { parseArguments } from '../../src/cli/parse-arguments.js';
import { commands } from '../../src/cli/commands.js';
import type { CommandContext } from '../../src/cli/command.js';
import type { ExitCode } from '../../src/cli/exit-code.js';
import { pipeline, type CheckTools, type HandoutTools } from '../../src/cli/pipeline.js';
import { checkHandout as checkForReal, type CheckedHandout } from '../../src/check/check-handout.js';
import type { Channel } from '../../src/cli/terminal.js';
import type { Problem } from '../../src/base/problem.js';
import { buildHandout as buildForReal, inspectHandout, remindersOf } from '../../src/handout/build.js';
import type { HandoutRequest } from '../../src/handout/request.js';

/** What a command printed, and how it ended. */
export type CommandOutput = Readonly<{ out: string; err: string; exitCode: ExitCode }>;

/**
 * Runs a command in this process, on the built-in workspace and with a builder that is not the real one.
 * Times are replaced by “0.00 s”.
 * @throws what the command throws
 */
export async function runCommand(
  line: readonly string[],
  cwd: string,
  buildHandout: HandoutTools['buildHandout'] = fakeBuilder(),
): Promise<CommandOutput> {
  const out = createChannel();
  const err = createChannel();
  const parsed = parseArguments(line, commands, 80);
  if (parsed.kind === 'help') return { out: parsed.text, err: '', exitCode: 0 };
  const context: CommandContext = {
    terminal: { out: out.channel, err: err.channel },
    cwd,
    environment: {},
    interruption: { hold: () => () => undefined },
    clock: () => new Date(2026, 5, 1),
    pipeline: {
      ...pipeline,
      check: async () => ({ ...(await pipeline.check()), checkHandout: checkerOf(buildHandout) }),
      handout: () => Promise.resolve({ buildHandout, inspectHandout, remindersOf }),
    },
  };
  const run = await parsed.command.load();
  const exitCode = await run(parsed.args, context);
  return { out: withoutTimes(out.text()), err: withoutTimes(err.text()), exitCode };
}

/** Checks what a builder makes as the real check does, except that nothing in it is true: a fake handout passes for a checked one. */
function checkerOf(buildHandout: HandoutTools['buildHandout']): CheckTools['checkHandout'] {
  if (buildHandout === buildForReal) return checkForReal;
  return async (workspace, request, { policy } = {}) => {
    const { value, problems } = await buildHandout(workspace, request);
    return { value: value as CheckedHandout | undefined, problems: policy?.apply(problems) ?? problems };
  };
}

/**
 * Makes a builder whose PDF is the name of the request.
 * @param problemsOf the problems that a request meets
 */
export function fakeBuilder(
  problemsOf: (request: HandoutRequest) => readonly Problem[] = () => [],
): HandoutTools['buildHandout'] {
  return (_workspace, request) => {
    const bytes = (format: string) =>
      new TextEncoder().encode(`%${format.toUpperCase()} ${request.handout} ${request.lang}`);
    const formats = request.formats ?? (['pdf'] as const);
    return Promise.resolve({
      value: {
        id: request.handout,
        lang: request.lang,
        title: 'Title',
        paper: request.paper ?? 'a4',
        variants: request.variants ?? [],
        bilingual: request.bilingual,
        pageCount: 2,
        pdf: bytes('pdf'),
        files: formats.map((format) => ({ format, bytes: bytes(format) })),
        version: '1.0',
        state: request.lang === 'en' ? 'original' : 'draft',
      },
      problems: problemsOf(request),
    });
  };
}

/** Makes an error of the content that has no place. */
export function contentError(message: string): Problem {
  return { code: 'content/missing-key', severity: 'error', message };
}

function createChannel(): Readonly<{ channel: Channel; text: () => string }> {
  let text = '';
  return {
    channel: { write: (part) => (text += part), paint: (_look, part) => part, columns: undefined },
    text: () => text,
  };
}

function withoutTimes(text: string): string {
  return text.replace(/\d+(\.\d+)? s\b/g, '0.00 s');
}
