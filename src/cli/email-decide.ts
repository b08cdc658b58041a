import { openJournalDisk } from '../delivery/journal/disk.js';
import { isUnsure, type Decision, type MessageRecord } from '../delivery/journal/entry.js';
import { openJournal } from '../delivery/journal/journal.js';
import { timeInWords } from '../delivery/send-many.js';
import type { Arguments, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { openWorkspaceOf } from './run-build.js';
import { count } from './summary.js';
import { UsageError } from './usage-error.js';

/** The decisions that there are. */
export const decisions: readonly Decision[] = ['sent', 'again'];

/** As few digits of a key name it as still tell a thousand messages apart. */
const FEWEST_DIGITS = 8;
const ALL_UNSURE = 'unsure';

/**
 * The command `email decide`: writes down what a person has found out about messages, so that a later run sends them again or leaves them.
 * @throws {UsageError} for a message that there isn't, or that needs no decision
 * @throws {OutsideError} when the journal is damaged, in use, or can't be written
 */
export const runEmailDecide: RunCommand = async (args, context) => {
  const decision = readDecision(args);
  const { workspace } = await openWorkspaceOf(args, context);
  const journal = await openJournal(openJournalDisk(workspace.config.email.journalDir));
  try {
    const chosen = choose([...journal.state.messages.values()], args.operands);
    const at = timeInWords(Date.now());
    await Promise.all(chosen.map(({ key }) => journal.record({ kind: 'decision', key, at, decision })));
    const { err } = context.terminal;
    err.write(
      decision === 'sent'
        ? `${count(chosen.length, 'message')} will not be sent again.\n`
        : `${count(chosen.length, 'message')} will be sent when the same command is run again.\n`,
    );
    return exitCodes.done;
  } finally {
    await journal.close();
  }
};

function readDecision({ texts, operands }: Arguments): Decision {
  const decision = decisions.find((known) => known === texts.get('as'));
  if (operands.length === 0)
    throw new UsageError(
      '“handout email decide” needs messages.',
      'Name them as “handout email journal” does, or all with “unsure”.',
    );
  if (decision !== undefined) return decision;
  throw new UsageError('“handout email decide” needs --as sent or --as again.');
}

function choose(messages: readonly MessageRecord[], names: readonly string[]): readonly MessageRecord[] {
  if (names.includes(ALL_UNSURE)) return messages.filter(isUnsure);
  return names.map((name) => {
    const found = messages.filter(({ key }) => name.length >= FEWEST_DIGITS && key.startsWith(name));
    const [message] = found;
    if (message === undefined || found.length > 1)
      throw new UsageError('A message that is named is not on record.', 'See “handout email journal”.');
    return message;
  });
}
