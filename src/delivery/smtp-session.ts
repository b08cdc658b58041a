import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';

import type { OutsideError } from '../base/outside-error.js';
import type { BeforeHandover, MailMessage, SendOutcome } from './mail-transport.js';
import { failureOf, judgeOpening, judgeSending } from './smtp-failure.js';

/** How to reach a mail server and log in. */
export type SmtpAccess = Readonly<{
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  /** Certificates in PEM that vouch for the server, besides those that Node.js knows. */
  authorities: readonly string[] | undefined;
  credentials: Readonly<{ user: string; kind: 'password' | 'token'; secret: string }> | undefined;
  timeoutMs: number;
}>;

/** A connection on which messages can be sent, one after another. */
export type SmtpSession = Readonly<{
  /** @throws {OutsideError} `mail/*` when something is wrong with the set-up, so that no message can go */
  send(message: MailMessage, beforeHandover?: BeforeHandover): Promise<SendOutcome>;
  /** Whether another message can be sent. */
  isOpen(): boolean;
  close(): void;
}>;

/** A session, or why to try later. */
export type OpenedSession = Readonly<{ session: SmtpSession }> | Readonly<{ reason: string }>;

/** The server as a person would name it. */
export function placeOf({ host, port }: Pick<SmtpAccess, 'host' | 'port'>): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * Connects to a mail server, with TLS unless the access says that there is none, and logs in.
 * @throws {OutsideError} `mail/*` when something is wrong with the set-up
 */
export async function openSession(access: SmtpAccess): Promise<OpenedSession> {
  const connection = new SMTPConnection(connectionOptions(access));
  // What comes later of a connection that has failed is of no interest, but must not end the process.
  connection.on('error', ignore);
  try {
    await settle(connection, (done) => connection.connect(done));
    // Behind it come the extensions that hold for this session, as the login's answers do not.
    const greeting = String(connection.lastServerResponse);
    const { credentials } = access;
    if (credentials !== undefined) {
      await settle(connection, (done) => connection.login(loginOf(credentials), done));
    }
    const offersSmtpUtf8 = /^250[ -]SMTPUTF8\b/im.test(greeting);
    return { session: sessionOn(connection, { offersSmtpUtf8, place: placeOf(access) }) };
  } catch (error) {
    connection.close();
    const judged = judgeOpening(failureOf(error), placeOf(access));
    if (typeof judged === 'string') return { reason: judged };
    throw withCause(judged, error);
  }
}

function connectionOptions({ host, port, security, authorities, timeoutMs }: SmtpAccess) {
  return {
    ...{ host, port },
    secure: security === 'tls',
    ...(security === 'starttls' && { requireTLS: true }),
    ...(security === 'none' && { ignoreTLS: true }),
    tls: {
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      ...(authorities && { ca: [...authorities] }),
    } as const,
    ...{
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
    },
    logger: false,
  };
}

function loginOf({ user, kind, secret }: NonNullable<SmtpAccess['credentials']>) {
  if (kind === 'password') return { credentials: { user, pass: secret } };
  return { method: 'XOAUTH2', user, oauth2: new XOAuth2({ user, accessToken: secret }) };
}

type Facts = Readonly<{ offersSmtpUtf8: boolean; place: string }>;

function sessionOn(connection: SMTPConnection, { offersSmtpUtf8, place }: Facts): SmtpSession {
  let isOpen = true;
  const shut = (): void => void (isOpen = false);
  // An idle connection that the server closes says so, and nobody else would listen.
  connection.on('error', shut);
  connection.on('end', shut);
  return {
    isOpen: () => isOpen,
    close: () => {
      if (isOpen) connection.quit();
      else connection.close();
      shut();
    },
    send: async (message, beforeHandover) => {
      if (message.needsSmtpUtf8 && !offersSmtpUtf8) return { kind: 'refused', reason: notInAscii };
      const { stream, wasSentWhole } = streamOf(message.bytes, beforeHandover);
      const envelope = { from: message.from, to: [message.to], size: message.bytes.byteLength };
      const use8BitMime = message.needsSmtpUtf8;
      try {
        await settle(connection, (done) => connection.send({ ...envelope, use8BitMime }, stream, done));
        return { kind: 'sent' };
      } catch (error) {
        // After a failure the server may still be in the middle of a message.
        connection.close();
        shut();
        const judged = judgeSending(failureOf(error), { wasSentWhole: wasSentWhole(), place });
        if ('kind' in judged) return judged;
        throw withCause(judged, error);
      }
    },
  };
}

const notInAscii = 'The mail server cannot send to addresses with other letters than a–z before the @.';

const CHUNK_BYTES = 65_536;

/**
 * The bytes as a stream that tells whether it was read to its end; only then is the last dot put behind it, with which a server takes
 * the message over.
 */
function streamOf(
  bytes: Uint8Array,
  beforeHandover: BeforeHandover = () => Promise.resolve(),
): Readonly<{ stream: Readable; wasSentWhole(): boolean }> {
  let place = 0;
  let isRead = false;
  const stream = new Readable({
    read() {
      const chunk = bytes.subarray(place, (place += CHUNK_BYTES));
      if (chunk.byteLength > 0) {
        this.push(chunk);
        return;
      }
      beforeHandover().then(
        () => this.push(null),
        (error: unknown) => this.destroy(error instanceof Error ? error : undefined),
      );
    },
  });
  stream.on('end', () => (isRead = true));
  return { stream, wasSentWhole: () => isRead };
}

/** Waits for a step of a connection; one that breaks before it has answered never calls back. */
async function settle(
  connection: SMTPConnection,
  step: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  let stop = (): void => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const broke = (): void => reject(Object.assign(new Error('closed'), { code: 'ECONNECTION' }));
      // A step that fails closes the connection before it calls back, so its own error has the first word.
      const ended = (): void => void setImmediate(broke);
      connection.on('error', reject);
      connection.on('end', ended);
      stop = () => {
        connection.off('error', reject);
        connection.off('end', ended);
      };
      step((error) => (error ? reject(error) : resolve()));
    });
  } finally {
    stop();
  }
}

function ignore(): void {
  // The first failure has been told.
}

function withCause(error: OutsideError, cause: unknown): OutsideError {
  error.cause = cause;
  return error;
}
