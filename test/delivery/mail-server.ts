import type { Socket } from 'node:net';
import selfsigned from 'selfsigned';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { onTestFinished } from 'vitest';

import type { MailMessage } from '../../src/delivery/mail-transport.js';
import { openSmtpTransport, type SmtpLimits } from '../../src/delivery/smtp-transport.js';
import type { SmtpAccess } from '../../src/delivery/smtp-session.js';

/** A certificate for a name, made now, that nobody vouches for. Both are in PEM. */
export async function makeCertificate(
  name: string,
  { isExpired = false }: Readonly<{ isExpired?: boolean }> = {},
): Promise<Readonly<{ key: string; cert: string }>> {
  const day = 86_400_000;
  const made = await selfsigned.generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() - 20 * day),
    notAfterDate: new Date(Date.now() + (isExpired ? -10 : 10) * day),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  });
  return { key: made.private, cert: made.cert };
}

/** A mail server on this machine, what it was given, and how to end its connections at a bad moment. */
export type MailServer = Readonly<{
  port: number;
  /** Whole messages, each once for every time that one was taken over. */
  received: readonly string[];
  /** How many connections there were. */
  connectionCount(): number;
}>;

/** What a server does when a message comes: it gets a way to break the connection. */
export type OnMessage = (hangUp: () => void) => Error | 'silence' | undefined;

type ServerOptions = SMTPServerOptions & Readonly<{ onMessage?: OnMessage; hangUpInMessage?: boolean }>;

/** Starts a mail server that takes everything, unless the options say otherwise. It is stopped after the test. */
export async function startMailServer({
  onMessage = () => undefined,
  hangUpInMessage = false,
  ...options
}: ServerOptions = {}): Promise<MailServer> {
  const received: string[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    ...options,
    onConnect: (session, callback) => {
      connections++;
      if (options.onConnect) options.onConnect(session, callback);
      else callback();
    },
    onData: (stream, session, callback) => {
      const hangUp = () => socketOf(server, session).destroy();
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (hangUpInMessage) hangUp();
      });
      stream.on('end', () => {
        const answer = onMessage(hangUp);
        if (answer === undefined) received.push(Buffer.concat(chunks).toString('latin1'));
        if (answer !== 'silence') callback(answer);
      });
    },
  });
  // A client that does not like the certificate hangs up.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { port: address.port, received, connectionCount: () => connections };
}

function socketOf(server: SMTPServer, { id }: SMTPServerSession): Socket {
  const connections = [...(server as unknown as { connections: Iterable<Connection> }).connections];
  return connections.find(({ session }) => session.id === id)!._socket;
}

type Connection = Readonly<{ session: SMTPServerSession; _socket: Socket }>;

/** A server's answer with a code. */
export function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** Opens a transport to a server on this machine, which is closed after the test. */
export function transportTo(
  { port }: Pick<MailServer, 'port'>,
  { limits, ...access }: Partial<SmtpAccess> & Readonly<{ limits?: Partial<SmtpLimits> }> = {},
) {
  const transport = openSmtpTransport(
    {
      host: '127.0.0.1',
      port,
      security: 'none',
      authorities: undefined,
      credentials: undefined,
      timeoutMs: 1000,
      ...access,
    },
    { connections: 1, messagesPerMinute: undefined, ...limits },
  );
  onTestFinished(() => transport.close());
  return transport;
}

/** A message that is its own envelope. */
export function sampleMessage({
  to = 'ada@example.org',
  text = 'Hello',
}: Readonly<{ to?: string; text?: string }> = {}): MailMessage {
  return {
    messageId: '<0123@clinic.example>',
    from: 'care@clinic.example',
    to,
    needsSmtpUtf8: /[^\x20-\x7e]/.test(to),
    bytes: new TextEncoder().encode(`Subject: Test\r\n\r\n${text}\r\n`),
    facts: { handout: 'series/topic', lang: 'en', personal: false, isLocked: false },
  };
}
