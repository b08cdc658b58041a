import { rootCertificates } from 'node:tls';

import { OutsideError } from '../base/outside-error.js';
import type { EmailConfig, SmtpConfig } from '../workspace/email-config.js';
import { readCertificates } from '../workspace/certificates-file.js';
import { readSecretFile } from '../workspace/secret-file.js';
import type { MailTransport } from './mail-transport.js';
import { openOutbox } from './outbox.js';
import type { SmtpAccess } from './smtp-session.js';

/** The variables of the environment that may hold what a clinic logs in with. */
const VARIABLES = { password: 'HANDOUT_SMTP_PASSWORD', token: 'HANDOUT_SMTP_TOKEN' } as const;

/**
 * Opens what a clinic sends its messages with: its mail server, or the outbox where there is none. The server is first talked to when
 * there is a message for it.
 * @param environment where a password or token may be, by the names of variables
 * @throws {OutsideError} `mail/no-secret`, and what reading the files of the settings throws
 */
export async function openTransport(
  { smtp, outboxDir }: EmailConfig,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<MailTransport> {
  if (smtp === undefined) return openOutbox(outboxDir);
  const { openSmtpTransport } = await import('./smtp-transport.js');
  return openSmtpTransport(accessTo(smtp, environment), smtp);
}

function accessTo(smtp: SmtpConfig, environment: Readonly<Record<string, string | undefined>>): SmtpAccess {
  const { host, port, security, user, login, caFile, timeoutMs } = smtp;
  const own = caFile === undefined ? undefined : readCertificates(caFile);
  return {
    ...{ host, port, security, timeoutMs },
    authorities: own === undefined ? undefined : [...rootCertificates, own],
    credentials: user === undefined ? undefined : { user, kind: login, secret: secretOf(smtp, environment) },
  };
}

function secretOf(
  { login, secretFile }: SmtpConfig,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const name = VARIABLES[login];
  const secret = secretFile === undefined ? environment[name] : readSecretFile(secretFile)[0];
  if (secret !== undefined && secret !== '') return secret;
  throw new OutsideError(
    'mail/no-secret',
    `The mail server needs a ${login}. Set ${name} in the environment, or name a file with it under email.smtp.secretFile.`,
  );
}
