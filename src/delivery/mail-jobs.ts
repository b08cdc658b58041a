import type { Problem } from '../base/problem.js';
import type { ComposedMessage } from './compose-message.js';
import type { JournalState } from './journal/entry.js';
import type { JournalKeys } from './journal/keys.js';
import { messageKey, type Sending } from './message-key.js';
import { prepareMessage, type PreparingTools } from './prepare-message.js';
import type { MailJob } from './send-many.js';

/** What making messages needs, and who is told what was found on the way. */
export type MailRoom = Readonly<{
  tools: Omit<PreparingTools, 'key'>;
  keys: JournalKeys;
  state: JournalState;
  now(): Date;
  report(sending: Sending, problems: readonly Problem[]): void;
}>;

/** A message that waits for its turn, and what it is about. */
export type SendingJob = Omit<MailJob, 'compose'> &
  Readonly<{ sending: Sending; compose(): Promise<ComposedMessage | undefined> }>;

/** Makes the job of sending something, without making the message yet. */
export function mailJob(room: MailRoom, sending: Sending & Readonly<{ line?: number }>): SendingJob {
  const { tools, keys, state, now, report } = room;
  const { to, request, batch, line, withCalendar, password } = sending;
  const key = messageKey(keys, sending);
  return {
    ...{ key, sending, to: keys.addressHash(to.address), personal: request.personal !== undefined },
    ...(batch !== undefined && { batch }),
    ...(line !== undefined && { line }),
    async compose() {
      const round = state.messages.get(key)?.round ?? 0;
      const identify = (domain: string): string => keys.messageId(key, round, domain);
      const dispatch = { request, to, withCalendar, password, identify, date: now() };
      const { value, problems } = await prepareMessage({ ...tools, key: keys }, dispatch);
      report(sending, problems);
      return value;
    },
  };
}
