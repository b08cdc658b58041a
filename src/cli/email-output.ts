import { basename, dirname, relative, resolve } from 'node:path';

import { OutsideError } from '../base/outside-error.js';
import type { FoundProblem } from '../check/found.js';
import type { ComposedMessage } from '../delivery/compose-message.js';
import { maskAddress } from '../delivery/mail-address.js';
import type { MessageRecord } from '../delivery/journal/entry.js';
import type { JobOutcome } from '../delivery/send-many.js';
import type { MailPlace, SendOutcome } from '../delivery/mail-transport.js';
import { outboxFile } from '../delivery/outbox.js';
import { writeOutput } from '../delivery/store.js';
import type { CommandContext } from './command.js';
import type { EmailSettings } from './email-settings.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { formatConcerns } from './report.js';
import type { OpenedWorkspace } from './run-build.js';
import { foundErrors, jsonText, problemRecords } from './summary.js';

/** What came of a message; `shown` where nothing was to be sent. The place is where it went or would go. */
export type EmailResult = (SendOutcome | Readonly<{ kind: 'shown' }>) &
  Readonly<{ place: MailPlace | undefined }>;

type Reporting = Readonly<{ opened: OpenedWorkspace; asJson: boolean }>;

/** Tells why no message could be made. */
export function printProblems(
  found: readonly FoundProblem[],
  { opened, asJson }: Reporting,
  { terminal: { out, err } }: CommandContext,
): ExitCode {
  err.write(formatConcerns(found, opened.sourceText, err.paint));
  err.write('Nothing was sent.\n');
  if (asJson) out.write(jsonText({ outcome: 'failed', problems: problemRecords(found) }));
  return foundErrors(found) ? exitCodes.problems : exitCodes.done;
}

/** Tells of a message that was settled before, so that it was not even made. */
export function printEarlier(
  { kind }: JobOutcome,
  { before, asJson }: Readonly<{ before: MessageRecord | undefined; asJson: boolean }>,
  { terminal: { out, err } }: CommandContext,
): ExitCode {
  const at = before?.at;
  if (asJson) out.write(jsonText({ outcome: kind, ...(at !== undefined && { at }), problems: [] }));
  else
    err.write(
      `${earlierInWords(kind)} (${at?.slice(0, 10) ?? 'unknown day'}). Nothing was sent now; --again sends it.\n`,
    );
  return kind === 'sent-before' ? exitCodes.done : exitCodes.outside;
}

function earlierInWords(kind: JobOutcome['kind']): string {
  switch (kind) {
    case 'sent-before':
      return 'This patient was sent this before';
    case 'refused-before':
      return 'The mail server refused this before';
    default:
      return 'This was perhaps sent before; ask the patient';
  }
}

/** A message that was made, and how to tell about it. */
export type MadeMessage = Reporting &
  Readonly<{ found: readonly FoundProblem[]; settings: EmailSettings; message: ComposedMessage }>;

/** Tells what was sent to whom, as much as a screen at a front desk may show, and what came of it. */
export function printResult(result: EmailResult, made: MadeMessage, context: CommandContext): void {
  const { terminal, cwd } = context;
  const { found, opened, message, asJson } = made;
  terminal.err.write(formatConcerns(found, opened.sourceText, terminal.err.paint));
  if (asJson) {
    terminal.out.write(jsonText(recordOf(result, made)));
    return;
  }
  for (const [name, value] of summaryOf(result, made, cwd)) {
    terminal.out.write(`${terminal.out.paint('bold', name.padEnd(9))} ${value}\n`);
  }
  terminal.err.write(sentenceOf(result, message));
}

function recordOf(result: EmailResult, { found, message, settings }: MadeMessage): object {
  const { facts, messageId, subject, attachments } = message;
  return {
    outcome: result.kind,
    ...('reason' in result && { reason: result.reason }),
    messageId,
    to: maskAddress(settings.to),
    subject,
    ...facts,
    attachments,
    ...(result.place && { by: result.place.kind, place: result.place.name }),
    ...(result.place?.kind === 'outbox' && result.kind === 'sent' && { file: outboxFile(message) }),
    problems: problemRecords(found),
  };
}

function summaryOf(
  { place }: EmailResult,
  { message, settings }: MadeMessage,
  cwd: string,
): readonly (readonly [string, string])[] {
  const { facts, from, subject, attachments } = message;
  const kind = facts.personal ? 'personal' : 'general';
  const files = attachments.map(({ name, byteLength }) => `${name} (${(byteLength / 1024).toFixed(1)} KB)`);
  const folder = place?.kind === 'outbox' ? relative(cwd, place.name) || '.' : place?.name;
  return [
    ['To', maskAddress(settings.to)],
    ['From', from],
    ['Subject', subject],
    ['Handout', `${facts.handout} (${facts.lang}), ${kind}${facts.isLocked ? ', with a password' : ''}`],
    ['Attached', files.join(', ')],
    ...(folder === undefined ? [] : ([['By way of', folder]] as const)),
  ];
}

function sentenceOf(result: EmailResult, message: ComposedMessage): string {
  switch (result.kind) {
    case 'shown':
      return result.place === undefined
        ? 'Wrote the preview; nothing was sent.\n'
        : 'Nothing was sent: this is what would be.\n';
    case 'sent':
      return result.place?.kind === 'outbox'
        ? `Wrote ${outboxFile(message)}. Open it with a mail program, and send it from there.\n`
        : 'Sent.\n';
    case 'refused':
      return `Not sent, and the mail server will not take it later either. ${result.reason}\n`;
    case 'deferred':
      return `Not sent. ${result.reason} Try again later.\n`;
    case 'unsure':
      return `Perhaps sent: ${result.reason} Ask the patient before you send it again.\n`;
  }
}

/**
 * Writes a message to look at: the page that it shows, or all of it.
 * @throws {OutsideError} when the file can't be written; its name could be the patient's, so it isn't repeated
 */
export function writePreview(file: string, message: ComposedMessage, { cwd }: CommandContext): void {
  const path = resolve(cwd, file);
  const bytes = path.endsWith('.html') ? new TextEncoder().encode(message.html) : message.bytes;
  try {
    writeOutput(dirname(path), [{ path: basename(path), bytes, confidential: true }]);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    const words = 'The preview cannot be written. Name another place with --preview.';
    throw new OutsideError(error.code, words, { cause: error });
  }
}
