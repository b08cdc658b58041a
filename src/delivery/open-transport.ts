import type { EmailConfig } from '../workspace/email-config.js';
import type { MailTransport } from './mail-transport.js';
import { openOutbox } from './outbox.js';

/** Opens what a clinic sends its messages with: its mail server, or the outbox where there is none. */
export async function openTransport({ outboxDir }: EmailConfig): Promise<MailTransport> {
  return Promise.resolve(openOutbox(outboxDir));
}
