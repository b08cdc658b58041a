import type { FoundProblem } from '../check/found.js';
import type { ComposedMessage } from '../delivery/compose-message.js';
import { isUnsure, type MessageRecord } from '../delivery/journal/entry.js';
import { mailJob } from '../delivery/mail-jobs.js';
import { messageKey, type Sending } from '../delivery/message-key.js';
import { openTransport } from '../delivery/open-transport.js';
import type { JobOutcome } from '../delivery/send-many.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { printEarlier, printProblems, printResult, writePreview, type EmailResult } from './email-output.js';
import { openForSending, openRoom, recallMessages, runJobs } from './email-room.js';
import { readEmailSettings, selectMessage, type EmailSettings } from './email-settings.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { hasSettingsErrors, type OpenedWorkspace } from './run-build.js';

/**
 * The command `email`: sends one handout to one patient, or to the patients of a list, through the clinic's mail server or, where there is
 * none, to the outbox. What was sent before isn't sent again unless that is asked for.
 * @throws {UsageError} for unknown names, an address that can't be right, and options that don't go together
 * @throws {OutsideError} when the outbox or the journal cannot be written to, or something is wrong with the mail server
 */
export const runEmail: RunCommand = async (args, context) => {
  if (args.texts.has('csv')) return (await import('./email-list.js')).runEmailList(args, context);
  const settings = readEmailSettings(args, context);
  const opened = await openForSending(args, context);
  if (hasSettingsErrors(opened.problems))
    return printProblems(outsideOf(opened), reporting(opened, args), context);
  const { to, withCalendar, password } = settings;
  const request = selectMessage(opened, args, context);
  const day = request.personal?.treatmentDate;
  const batch = args.texts.get('batch');
  const sending: Sending = {
    ...{ to, request, withCalendar },
    ...(password !== undefined && { password }),
    ...(day !== undefined && { day }),
    ...(batch !== undefined && { batch }),
  };
  const ask = { opened, args, settings, sending };
  const isShown = settings.preview !== undefined || settings.isDryRun;
  return isShown ? showOne(ask, context) : sendOne(ask, context);
};

/** What is to be sent, and how to tell of it. */
type Ask = Readonly<{ opened: OpenedWorkspace; args: Arguments; settings: EmailSettings; sending: Sending }>;

async function showOne(ask: Ask, context: CommandContext): Promise<ExitCode> {
  const { opened, settings, sending } = ask;
  const { workspace } = opened;
  const { room, found } = await openRoom(workspace, recallMessages(workspace), context);
  const message = await mailJob(room, sending).compose();
  const all = [...outsideOf(opened), ...found];
  if (message === undefined) return printProblems(all, reporting(opened, ask.args), context);
  if (settings.preview !== undefined) writePreview(settings.preview, message, context);
  const place = settings.preview === undefined ? await placeOf(workspace, context) : undefined;
  return finish({ kind: 'shown', place }, { ask, message, found: all }, context);
}

async function placeOf(
  { config }: Workspace,
  { environment }: CommandContext,
): Promise<EmailResult['place']> {
  const transport = await openTransport(config.email, environment);
  await transport.close();
  return transport.place;
}

/** A person waits for it, so it is tried once. */
async function sendOne(ask: Ask, context: CommandContext): Promise<ExitCode> {
  const { opened, args, sending } = ask;
  let message: ComposedMessage | undefined;
  let outcome: JobOutcome = { kind: 'left' };
  let before: MessageRecord | undefined;
  let found: readonly FoundProblem[] = [];
  const { place } = await runJobs(
    opened.workspace,
    {
      again: ({ keys, state }) => {
        before = state.messages.get(messageKey(keys, sending));
        return args.flags.has('again') && before !== undefined && isSettled(before) ? [before.key] : [];
      },
      jobs: async (memory) => {
        const opening = await openRoom(opened.workspace, memory, context);
        found = opening.found;
        const job = mailJob(opening.room, sending);
        return [{ ...job, compose: async () => (message = await job.compose()) }];
      },
      attempts: 1,
      onOutcome: (_job, result) => (outcome = result),
      onStop: () => undefined,
    },
    context,
  );
  const all = [...outsideOf(opened), ...found];
  if (outcome.kind === 'faulty') return printProblems(all, reporting(opened, args), context);
  if (message === undefined)
    return printEarlier(outcome, { before, asJson: args.flags.has('json') }, context);
  return finish({ ...resultOf(outcome), place }, { ask, message, found: all }, context);
}

function isSettled(record: MessageRecord): boolean {
  return isUnsure(record) || record.standing === 'sent' || record.standing === 'refused';
}

function resultOf({
  kind,
  reason = '',
}: JobOutcome): Omit<EmailResult, 'place'> & { kind: EmailResult['kind']; reason: string } {
  switch (kind) {
    case 'sent':
    case 'refused':
    case 'unsure':
      return { kind, reason };
    default:
      return { kind: 'deferred', reason };
  }
}

type Finished = Readonly<{ ask: Ask; message: ComposedMessage; found: readonly FoundProblem[] }>;

function finish(result: EmailResult, { ask, message, found }: Finished, context: CommandContext): ExitCode {
  const { opened, settings, args } = ask;
  printResult(result, { found, settings, message, ...reporting(opened, args) }, context);
  return result.kind === 'sent' || result.kind === 'shown' ? exitCodes.done : exitCodes.outside;
}

function outsideOf({ problems }: OpenedWorkspace): readonly FoundProblem[] {
  return problems.map((problem) => ({ problem, builds: [] }));
}

function reporting(opened: OpenedWorkspace, { flags }: Arguments) {
  return { opened, asJson: flags.has('json') };
}
