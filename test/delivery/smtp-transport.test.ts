import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';

import { OutsideError } from '../../src/base/outside-error.js';
import { answer, makeCertificate, sampleMessage, startMailServer, transportTo } from './mail-server.js';

async function failureOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => 'nothing was thrown',
    (thrown: unknown) => thrown,
  );
  if (error instanceof OutsideError) return `${error.code}: ${error.message}`;
  throw error;
}

describe('a message', () => {
  it('arrives as it is, lines that begin with a dot too', async () => {
    const server = await startMailServer();
    const message = sampleMessage({ text: '.dot\r\n..two\r\nend' });
    expect(await transportTo(server).send(message)).toEqual({ kind: 'sent' });
    expect(server.received).toEqual([Buffer.from(message.bytes).toString('latin1')]);
  });

  it('is refused for good where the server says so, without the address in the reason', async () => {
    const onRcptTo: Parameters<typeof startMailServer>[0] = {
      onRcptTo: ({ address }, _session, callback) =>
        callback(answer(550, `5.1.1 <${address}> is unknown here`)),
    };
    const server = await startMailServer(onRcptTo);
    expect(await transportTo(server).send(sampleMessage())).toEqual({
      kind: 'refused',
      reason: 'The mail server answered 550 5.1.1: there is no such mailbox.',
    });
  });

  it.each([
    [450, 'deferred', 'The mail server answered 450 4.2.2: the mailbox is full.'],
    [421, 'deferred', 'The mail server answered 421 4.2.2: the mailbox is full.'],
  ])('is to be tried again after %i', async (code, kind, reason) => {
    const server = await startMailServer({
      onRcptTo: (_address, _session, callback) => callback(answer(code, '4.2.2 full')),
    });
    expect(await transportTo(server).send(sampleMessage())).toEqual({ kind, reason });
  });

  it.each([
    [451, 'deferred', 'The mail server answered 451.'],
    [421, 'deferred', 'The mail server answered 421.'],
    [554, 'refused', 'The mail server answered 554 5.7.1: its rules forbid it.'],
  ] as const)('is judged by the answer %i to the whole of it', async (code, kind, reason) => {
    const server = await startMailServer({
      onMessage: () => answer(code, code === 554 ? '5.7.1 spam' : 'later'),
    });
    expect(await transportTo(server).send(sampleMessage())).toEqual({ kind, reason });
    expect(server.received).toEqual([]);
  });

  it('is unsure where the line drops after the last dot and before the answer', async () => {
    const server = await startMailServer({
      onMessage: (hangUp) => {
        hangUp();
        return 'silence';
      },
    });
    expect(await transportTo(server).send(sampleMessage())).toEqual({
      kind: 'unsure',
      reason: 'The connection to the mail server broke.',
    });
  });

  it('is unsure where the answer does not come in time', async () => {
    const server = await startMailServer({ onMessage: () => 'silence' });
    expect(await transportTo(server, { timeoutMs: 1500 }).send(sampleMessage())).toEqual({
      kind: 'unsure',
      reason: 'The mail server did not answer in time.',
    });
  });

  it('is certainly not sent where the line drops in the middle of it', async () => {
    const server = await startMailServer({ hangUpInMessage: true });
    const large = sampleMessage({ text: 'x'.repeat(70).concat('\r\n').repeat(600_000) });
    expect(await transportTo(server).send(large)).toEqual({
      kind: 'deferred',
      reason: 'The connection to the mail server broke.',
    });
  });

  it('is not sent where it is larger than the server takes', async () => {
    const server = await startMailServer({ size: 100 });
    expect(await transportTo(server).send(sampleMessage({ text: 'x'.repeat(200) }))).toEqual({
      kind: 'refused',
      reason: 'It is larger than the mail server takes.',
    });
  });

  it('goes to an address in other letters only where the server takes those', async () => {
    const to = 'δοκιμή@example.org';
    const server = await startMailServer();
    expect(await transportTo(server).send(sampleMessage({ to }))).toEqual({ kind: 'sent' });
    const old = await startMailServer({ hideSMTPUTF8: true });
    expect(await transportTo(old).send(sampleMessage({ to }))).toEqual({
      kind: 'refused',
      reason: 'The mail server cannot send to addresses with other letters than a–z before the @.',
    });
    expect(old.received).toEqual([]);
  });
});

describe('a server that is not there', () => {
  it('leaves the message for later', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await transportTo({ port }).send(sampleMessage())).toEqual({
      kind: 'deferred',
      reason: 'The mail server could not be reached.',
    });
  });

  it('leaves it for later when it never greets, and when it hangs up at once', async () => {
    let isSilent = true;
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (!isSilent) socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await transportTo({ port }, { timeoutMs: 200 }).send(sampleMessage())).toEqual({
      kind: 'deferred',
      reason: 'The mail server did not answer in time.',
    });
    isSilent = false;
    const { kind } = await transportTo({ port }).send(sampleMessage());
    expect(kind).toBe('deferred');
  });

  it.each([
    [421, 'The mail server answered 421.'],
    [450, 'The mail server answered 450.'],
  ])('leaves it for later when it greets with %i', async (code, reason) => {
    const server = await startMailServer({ onConnect: (_session, done) => done(answer(code, 'busy')) });
    expect(await transportTo(server).send(sampleMessage())).toEqual({ kind: 'deferred', reason });
  });

  it('is a failure of the set-up when it refuses this computer', async () => {
    const server = await startMailServer({
      onConnect: (_session, done) => done(answer(554, '5.7.1 no')),
    });
    expect(await failureOf(transportTo(server).send(sampleMessage()))).toBe(
      `mail/server-refused: The mail server 127.0.0.1:${server.port} does not want to talk to this computer (554 5.7.1). Nothing was sent; ask who runs the server.`,
    );
  });
});

describe('encryption', () => {
  it.each(['tls', 'starttls'] as const)(
    'is there with %s, by a certificate of a known authority',
    async (security) => {
      const pair = await makeCertificate('localhost');
      let wasSecure = false;
      const server = await startMailServer({
        ...pair,
        secure: security === 'tls',
        onMailFrom: (_address, session, done) => {
          wasSecure = session.secure;
          done();
        },
      });
      const transport = transportTo(server, { host: 'localhost', security, authorities: [pair.cert] });
      expect(await transport.send(sampleMessage())).toEqual({ kind: 'sent' });
      expect(wasSecure).toBe(true);
    },
  );

  it.each([
    ['nobody known vouches for its certificate', 'localhost', false, false],
    ['its certificate is for another name', 'other.example', false, true],
    ['its certificate has expired', 'localhost', true, true],
  ])('is refused where %s', async (why, name, isExpired, isTrusted) => {
    for (const security of ['tls', 'starttls'] as const) {
      const pair = await makeCertificate(name, { isExpired });
      const server = await startMailServer({ ...pair, secure: security === 'tls' });
      const authorities = isTrusted ? [pair.cert] : undefined;
      const transport = transportTo(server, { host: 'localhost', security, authorities });
      expect(await failureOf(transport.send(sampleMessage()))).toBe(
        `mail/bad-certificate: The mail server localhost:${server.port} cannot prove that it is the right one: ${why}. Nothing was sent. Ask who runs the server; where the clinic has a certificate authority of its own, name its file under email.smtp.caFile.`,
      );
      expect(server.received).toEqual([]);
    }
  });

  it('is never given up where the server does not offer it', async () => {
    const commands: string[] = [];
    const server = await startMailServer({
      disabledCommands: ['STARTTLS'],
      onMailFrom: (_address, _session, done) => {
        commands.push('MAIL');
        done();
      },
    });
    expect(await failureOf(transportTo(server, { security: 'starttls' }).send(sampleMessage()))).toBe(
      `mail/no-starttls: The mail server 127.0.0.1:${server.port} does not encrypt what it is sent (STARTTLS), so nothing was sent. Set email.smtp.security to tls, with its port, or ask who runs the server.`,
    );
    expect(commands).toEqual([]);
  });

  it('is not what a server without TLS speaks', async () => {
    const server = await startMailServer();
    expect(await failureOf(transportTo(server, { security: 'tls' }).send(sampleMessage()))).toBe(
      `mail/no-tls: The mail server 127.0.0.1:${server.port} does not speak TLS in the way that email.smtp.security says. Nothing was sent; try starttls in place of tls, or another port.`,
    );
  });
});

describe('the login', () => {
  const user = 'clinic';
  it.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('is done with %s', async (method) => {
    const server = await startMailServer({
      authMethods: [method],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (login, _session, done) => {
        const isRight = login.validatePassword?.('secret') ?? login.password === 'secret';
        done(isRight ? null : new Error('no'), { user: login.username ?? '' });
      },
    });
    const credentials = { user, kind: 'password', secret: 'secret' } as const;
    expect(await transportTo(server, { credentials }).send(sampleMessage())).toEqual({ kind: 'sent' });
  });

  it('is done with a token', async () => {
    const server = await startMailServer({
      authMethods: ['XOAUTH2'],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ accessToken }, _session, done) =>
        done(
          null,
          accessToken === 'token' ? { user } : { data: { status: '401', schemes: 'bearer', scope: '' } },
        ),
    });
    const withToken = (secret: string) =>
      transportTo(server, { credentials: { user, kind: 'token', secret } }).send(sampleMessage());
    expect(await withToken('token')).toEqual({ kind: 'sent' });
    expect(await failureOf(withToken('old'))).toMatch(/^mail\/wrong-credentials: /);
  });

  it('is a failure of the set-up when it is wrong, and when it is missing', async () => {
    const server = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_login, _session, done) => done(answer(535, '5.7.8 wrong')),
    });
    const credentials = { user, kind: 'password', secret: 'guess' } as const;
    expect(await failureOf(transportTo(server, { credentials }).send(sampleMessage()))).toBe(
      `mail/wrong-credentials: The mail server 127.0.0.1:${server.port} did not let this clinic log in (535 5.7.8). Nothing was sent; look at email.smtp.user and its password or token.`,
    );
    expect(await failureOf(transportTo(server).send(sampleMessage()))).toMatch(
      /^mail\/wrong-credentials: .*\(530/,
    );
  });

  it('leaves the message for later when the server cannot tell now', async () => {
    const server = await startMailServer({
      allowInsecureAuth: true,
      onAuth: (_login, _session, done) => done(answer(454, '4.7.0 try again')),
    });
    const credentials = { user, kind: 'password', secret: 'secret' } as const;
    expect(await transportTo(server, { credentials }).send(sampleMessage())).toMatchObject({
      kind: 'deferred',
    });
  });
});

describe('several messages', () => {
  it('share a connection, and one that has gone is replaced unnoticed', async () => {
    const server = await startMailServer({ socketTimeout: 300 });
    const transport = transportTo(server);
    for (let count = 0; count < 3; count++) await transport.send(sampleMessage());
    expect(server.connectionCount()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await transport.send(sampleMessage())).toEqual({ kind: 'sent' });
    expect(server.received).toHaveLength(4);
  });

  it('go over no more connections than are allowed', async () => {
    let [open, most] = [0, 0];
    const server = await startMailServer({
      onMailFrom: (_address, _session, done) => {
        most = Math.max(most, ++open);
        setTimeout(() => done(), 20);
      },
      onMessage: () => void open--,
    });
    const transport = transportTo(server, { limits: { connections: 3 } });
    await Promise.all(Array.from({ length: 12 }, () => transport.send(sampleMessage())));
    expect(most).toBe(3);
    expect(server.received).toHaveLength(12);
  });

  it('go no faster than is allowed', async () => {
    const server = await startMailServer();
    const transport = transportTo(server, { limits: { connections: 2, messagesPerMinute: 600 } });
    const start = performance.now();
    await Promise.all(Array.from({ length: 4 }, () => transport.send(sampleMessage())));
    expect(performance.now() - start).toBeGreaterThan(290);
  });

  it('go on after one that was refused', async () => {
    const server = await startMailServer({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('bad') ? answer(550, 'no') : null),
    });
    const transport = transportTo(server);
    expect(await transport.send(sampleMessage({ to: 'bad@example.org' }))).toMatchObject({ kind: 'refused' });
    expect(await transport.send(sampleMessage())).toEqual({ kind: 'sent' });
  });
});
