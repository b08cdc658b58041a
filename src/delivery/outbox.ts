import type { MailMessage, MailTransport } from './mail-transport.js';
import { keepNames, writeOutput } from './store.js';

/**
 * A folder that messages are written to instead of being sent, for a mail program to open: an `.eml` file each, which its owner
 * alone can read, under a name that says nothing of the patient. A message that is written again replaces itself.
 * @param dir the folder; made if need be
 */
export function openOutbox(dir: string): MailTransport {
  return {
    place: { kind: 'outbox', name: dir },
    send: async (message, beforeHandover) => {
      await beforeHandover?.();
      writeOutput(dir, [{ path: outboxFile(message), bytes: asDraft(message.bytes), confidential: true }]);
      keepNames(dir);
      return { kind: 'sent' };
    },
    close: () => Promise.resolve(),
  };
}

/** The name of a message's file in an outbox. */
export function outboxFile({ messageId }: Pick<MailMessage, 'messageId'>): string {
  return `${messageId.slice(1, messageId.indexOf('@'))}.eml`;
}

/** Some mail programs open a message with this header as one that is yet to be sent, and show a button to send it. */
function asDraft(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('X-Unsent: 1\r\n'), bytes]);
}
