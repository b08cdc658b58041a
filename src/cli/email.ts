import type { FoundProblem } from '../check/found.js';
import { openMailKey } from '../delivery/mail-key.js';
import { openTransport } from '../delivery/open-transport.js';
import { prepareMessage } from '../delivery/prepare-message.js';
import type { ComposedMessage } from '../delivery/compose-message.js';
import type { HandoutRequest } from '../handout/request.js';
import { nameOf } from './build-all.js';
import type { CommandContext, RunCommand } from './command.js';
import { printProblems, printResult, writePreview, type EmailResult } from './email-output.js';
import { readEmailSettings, selectMessage, type EmailSettings } from './email-settings.js';
import { exitCodes } from './exit-code.js';
import { openWorkspaceOf, hasGoodSettings, type OpenedWorkspace } from './run-build.js';

/**
 * The command `email`: sends one handout to one patient, through the clinic's mail server or, where there is none, to the outbox.
 * @throws {UsageError} for unknown names, an address that can't be right, and options that don't go together
 * @throws {OutsideError} when the outbox cannot be written to, or something is wrong with the mail server
 */
export const runEmail: RunCommand = async (args, context) => {
  const settings = readEmailSettings(args);
  const opened = await openWorkspaceOf(args, context);
  const asJson = args.flags.has('json');
  const request = hasGoodSettings(opened) ? selectMessage(opened.workspace, args) : undefined;
  const { message, found } = await prepare(opened, { request, settings }, context);
  if (message === undefined) return printProblems(found, { opened, asJson }, context);
  const result = await deliver(opened, { message, settings }, context);
  printResult(result, { found, opened, settings, message, asJson }, context);
  return result.kind === 'sent' || result.kind === 'shown' ? exitCodes.done : exitCodes.outside;
};

type Prepared = Readonly<{ message: ComposedMessage | undefined; found: readonly FoundProblem[] }>;

async function prepare(
  { workspace, problems }: OpenedWorkspace,
  { request, settings }: Readonly<{ request: HandoutRequest | undefined; settings: EmailSettings }>,
  { pipeline }: CommandContext,
): Promise<Prepared> {
  const outside = problems.map((problem) => ({ problem, builds: [] }));
  if (request === undefined) return { message: undefined, found: outside };
  const { checkHandout, openPolicy } = await pipeline.check();
  const tools = {
    workspace,
    checkHandout,
    policy: openPolicy(workspace),
    key: openMailKey(workspace.config.email.outboxDir),
  };
  const { to, withCalendar } = settings;
  const prepared = await prepareMessage(tools, { request, to, withCalendar, date: new Date() });
  const found = prepared.problems.map((problem) => ({ problem, builds: [nameOf(request)] }));
  return { message: prepared.value, found: [...outside, ...found] };
}

async function deliver(
  { workspace }: OpenedWorkspace,
  { message, settings }: Readonly<{ message: ComposedMessage; settings: EmailSettings }>,
  context: CommandContext,
): Promise<EmailResult> {
  if (settings.preview !== undefined) {
    writePreview(settings.preview, message, context);
    return { kind: 'shown', place: undefined };
  }
  const transport = await openTransport(workspace.config.email, process.env);
  const { place } = transport;
  try {
    if (settings.isDryRun) return { kind: 'shown', place };
    return { ...(await transport.send(message)), place };
  } finally {
    await transport.close();
  }
}
