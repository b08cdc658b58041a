import { readAddress } from '../delivery/mail-address.js';
import { openJournalDisk } from '../delivery/journal/disk.js';
import { isUnsure, type MessageRecord } from '../delivery/journal/entry.js';
import { forgetBefore, readJournal, type ReadJournal } from '../delivery/journal/journal.js';
import { isDate } from '../handout/patient-details.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { openWorkspaceOf } from './run-build.js';
import { count, jsonText } from './summary.js';
import { printedTable } from './table.js';
import { UsageError } from './usage-error.js';

/**
 * The command `email journal`: lists what is open, or all that an address was sent, or forgets what is old.
 * @throws {UsageError} for an address or a date that can't be right
 * @throws {OutsideError} when the journal is damaged, can't be read, or is in use while something is to be forgotten
 */
export const runEmailJournal: RunCommand = async (args, context) => {
  const { workspace } = await openWorkspaceOf(args, context);
  const disk = openJournalDisk(workspace.config.email.journalDir);
  const forget = args.texts.get('forget-before');
  if (forget !== undefined) {
    if (!isDate(forget)) {
      throw new UsageError('--forget-before is not a date.', 'Write it as YYYY-MM-DD, such as 2026-03-14.');
    }
    const forgotten = forgetBefore(disk, forget);
    context.terminal.err.write(
      `Forgot ${count(forgotten, 'message')}: nothing keeps them from being sent once more.\n`,
    );
  }
  print(readJournal(disk), args, context);
  return exitCodes.done;
};

function print(
  journal: ReadJournal | undefined,
  { texts, flags }: Arguments,
  { terminal: { out, err } }: CommandContext,
): void {
  const all = [...(journal?.state.messages.values() ?? [])];
  const to = texts.get('to');
  const address = to === undefined ? undefined : addressOf(to);
  const hash = address === undefined ? undefined : journal?.keys.addressHash(address);
  const shown = all.filter((message) => (to === undefined ? isOpen(message) : message.to === hash));
  const wish = hash === undefined ? undefined : journal?.state.personal.get(hash);
  if (flags.has('json')) {
    const messages = shown.map(({ to: _, ...message }) => message);
    out.write(
      jsonText({ counts: countAll(all), messages, ...(wish !== undefined && { personalSince: wish }) }),
    );
    return;
  }
  if (shown.length > 0) out.write(printedTable(COLUMNS, shown.map(rowOf), out.paint));
  if (to !== undefined && wish !== undefined)
    err.write(`Wants personal copies since ${wish.slice(0, 10)}.\n`);
  const counts = Object.entries(countAll(all)).map(([name, number]) => `${String(number)} ${name}`);
  err.write(
    `${count(all.length, 'message')} on record${counts.length === 0 ? '' : `: ${counts.join(', ')}`}.\n`,
  );
}

const COLUMNS = [
  { heading: 'Message', align: 'left' },
  { heading: 'Since (UTC)', align: 'left' },
  { heading: 'State', align: 'left' },
  { heading: 'Tried', align: 'right' },
  { heading: 'Batch', align: 'left' },
  { heading: 'Line', align: 'right' },
  { heading: 'Reason', align: 'left' },
] as const;

const KEY_DIGITS = 12;

function rowOf(message: MessageRecord): readonly string[] {
  const { key, at, attempts, batch = '', line, reason = '' } = message;
  const when = at.slice(0, 16).replace('T', ' ');
  return [
    key.slice(0, KEY_DIGITS),
    when,
    stateOf(message),
    String(attempts),
    batch,
    String(line ?? ''),
    reason,
  ];
}

/** Whether somebody, or a later run, has to do something about it. */
function isOpen(message: MessageRecord): boolean {
  return message.standing !== 'sent';
}

/** One that was begun and never heard of again is as unsure as one whose answer was lost. */
function stateOf(message: MessageRecord): string {
  if (isUnsure(message)) return 'unsure';
  return {
    sent: 'sent',
    refused: 'refused',
    deferred: 'put off',
    again: 'to be sent again',
    unsure: '',
    begun: '',
  }[message.standing];
}

function countAll(messages: readonly MessageRecord[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const message of messages) counts[stateOf(message)] = (counts[stateOf(message)] ?? 0) + 1;
  return counts;
}

function addressOf(text: string): string {
  const address = readAddress(text);
  if (address !== undefined) return address.address;
  throw new UsageError('--to is not an e-mail address.', 'Write one address alone, such as ada@example.org.');
}
