import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutsideError } from '../../../src/base/outside-error.js';
import type { PrinterAddress } from '../../../src/base/printer-address.js';
import { strings } from '../../../src/delivery/print/ipp/group.js';
import { openPrinter, type PrinterOptions } from '../../../src/delivery/print/ipp/printer.js';
import { answerBytes, bodyOf, startHttp, startPrinter, startRaw } from './scripted-printer.js';
import { decodeMessage } from '../../../src/delivery/print/ipp/decode.js';

const question = { operation: 'Get-Printer-Attributes' } as const;

/** Asks a printer and returns the error in words, with the port taken out. */
async function failureOf(address: PrinterAddress, options: Partial<PrinterOptions> = {}): Promise<string> {
  try {
    await openPrinter({ address, patienceMs: 300, ...options }).ask(question);
  } catch (error) {
    expect(error).toBeInstanceOf(OutsideError);
    const { code, message } = error as OutsideError;
    return `${code}: ${message}`.replaceAll(`:${address.port}`, ':PORT');
  }
  return 'no error';
}

describe('a printer', () => {
  it('is asked with the character set, the language and its own address, in this order', async () => {
    const { address, asked } = await startPrinter(() => ({ code: 0 }));
    await openPrinter({ address }).ask({
      ...question,
      attributes: [strings('keyword', 'requested-attributes', 'all')],
    });
    expect(asked[0]?.message.groups[0]?.attributes.map(({ name }) => name)).toEqual([
      'attributes-charset',
      'attributes-natural-language',
      'printer-uri',
      'requested-attributes',
    ]);
    expect(asked[0]?.request.headers).toMatchObject({ 'content-type': 'application/ipp' });
    expect(asked[0]?.request.url).toBe('/ipp/print');
  });

  it('that knows no IPP 2.0 is asked again, and from then on, in IPP 1.1', async () => {
    const { address, asked } = await startPrinter(({ message }) => ({
      code: message.version.major === 2 ? 0x0503 : 0,
    }));
    const printer = openPrinter({ address });
    await printer.ask(question);
    expect(await printer.ask(question)).toMatchObject({ code: 0 });
    expect(asked.map(({ message }) => message.version.major)).toEqual([2, 1, 1]);
  });

  it('gets a large document only after it has agreed', async () => {
    let expected: string | undefined;
    const address = await startHttp((request, response) => {
      expected = request.headers.expect;
      void bodyOf(request).then((body) => response.end(answerBytes(decodeMessage(body), { code: 0 })));
    });
    await openPrinter({ address }).ask({ operation: 'Print-Job', document: new Uint8Array(100_000) });
    expect(expected).toBe('100-continue');
  });

  it('gets a large document after a second when it never agrees', async () => {
    const address = await startRaw((socket) => {
      let received = Buffer.alloc(0);
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        const start = received.indexOf('\r\n\r\n') + 4;
        if (received.length < start + 100_000) return;
        const answer = answerBytes(decodeMessage(received.subarray(start)), { code: 0 });
        socket.end(
          Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${answer.length}\r\n\r\n`), answer]),
        );
      });
    });
    const answer = await openPrinter({ address }).ask({
      operation: 'Print-Job',
      document: new Uint8Array(100_000),
    });
    expect(answer.code).toBe(0);
  });

  it('that refuses is an answer', async () => {
    const { address } = await startPrinter(() => ({ code: 0x0506 }));
    expect(await openPrinter({ address }).ask(question)).toMatchObject({ code: 0x0506 });
  });

  it('can be left alone at any time', async () => {
    const address = await startRaw(() => undefined);
    const signal = AbortSignal.timeout(50);
    await expect(openPrinter({ address }).ask({ ...question, signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});

describe('a printer that misbehaves is an error in words', () => {
  it('when nobody listens', async () => {
    const address = await startRaw(() => undefined);
    expect(await failureOf({ ...address, port: 1, uri: 'ipp://127.0.0.1:1/' })).toBe(
      'print/no-printer: No printer answers at ipp://127.0.0.1:PORT/ (ECONNREFUSED). Check the address, and that it is switched on.',
    );
  });

  it('when its name is unknown', async () => {
    const address = await startRaw(() => undefined);
    const host = 'printer.invalid';
    expect(await failureOf({ ...address, host, uri: `ipp://${host}/` })).toBe(
      'print/no-printer: No machine has the name in ipp://printer.invalid/. Check its spelling, and that the network is there.',
    );
  });

  it('when it never says a word', async () => {
    const address = await startRaw(() => undefined);
    expect(await failureOf(address, { patienceMs: 600 })).toBe(
      'print/silent: The printer at ipp://127.0.0.1:PORT/ipp/print said nothing for 1 seconds. Check that it is awake and has no trouble of its own.',
    );
  });

  it('when it trickles on for ever', async () => {
    const address = await startHttp((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect(await failureOf(address)).toMatch(/^print\/silent: /);
  });

  it('when it hangs up', async () => {
    const address = await startRaw((socket) => void socket.on('data', () => socket.destroy()));
    expect(await failureOf(address)).toBe(
      'print/lost: The connection to ipp://127.0.0.1:PORT/ipp/print broke off (ECONNRESET).',
    );
  });

  it.each([
    ['half an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', 'print/lost'],
    ['no HTTP', 'SSH-2.0-printer\r\n', 'print/bad-answer'],
    [
      'a web page',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\n\r\n<',
      'print/bad-answer',
    ],
    ['nothing', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', 'print/bad-answer'],
    ['an endless header', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, 'print/bad-answer'],
    ['no such page', 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n', 'print/http'],
    ['a wish for TLS', 'HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n', 'print/needs-tls'],
    [
      'another address',
      'HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n',
      'print/redirected',
    ],
    [
      'its own address',
      'HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n',
      'print/redirected',
    ],
    [
      'a strange question',
      'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n',
      'print/needs-password',
    ],
  ])('when it answers with %s', async (_name, text, code) => {
    const address = await startRaw((socket) => void socket.once('data', () => socket.end(text)));
    expect(await failureOf(address)).toMatch(new RegExp(`^${code}: `));
  });

  it('when its answer has no end', async () => {
    const address = await startHttp((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/ipp' }).end(Buffer.alloc(3_000_000));
    });
    expect(await failureOf(address)).toBe(
      "print/bad-answer: The printer's answer cannot be understood: it is longer than a megabyte. Check that the address is that of a printer.",
    );
  });

  it('when it answers another request', async () => {
    const { address } = await startPrinter(() => ({ code: 0, requestId: 99 }));
    expect(await failureOf(address)).toMatch(/it answers another request/);
  });

  it('when TLS is asked for where there is none', async () => {
    const address = await startRaw(
      (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
    expect(await failureOf({ ...address, secure: true })).toMatch(/^print\/no-tls: /);
  });

  it('whatever bytes it answers with', async () => {
    let body = new Uint8Array();
    const address = await startHttp((_request, response) => void response.writeHead(200).end(body));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) => {
        body = bytes;
        expect(await failureOf(address)).toMatch(/^print\/bad-answer: /);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a printer that wants a password', () => {
  const credentials = { user: 'desk', password: 'secret' };

  it('names the variables when there is none', async () => {
    const address = await startHttp((_request, response) => {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="p"' }).end();
    });
    expect(await failureOf(address)).toBe(
      'print/needs-password: The printer at ipp://127.0.0.1:PORT/ipp/print wants a name and a password. Put them into HANDOUT_PRINT_USER and HANDOUT_PRINT_PASSWORD, or into a file that handout.yaml names as “credentials” of the desk.',
    );
  });

  it('gets it by Basic, and only after it has asked', async () => {
    const seen: (string | undefined)[] = [];
    const address = await startHttp((request, response) => {
      seen.push(request.headers.authorization);
      if (request.headers.authorization === undefined) {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="p"' }).end();
      } else {
        void bodyOf(request).then((body) => response.end(answerBytes(decodeMessage(body), { code: 0 })));
      }
    });
    expect(await openPrinter({ address, credentials }).ask(question)).toMatchObject({ code: 0 });
    expect(seen).toEqual([undefined, `Basic ${Buffer.from('desk:secret').toString('base64')}`]);
  });

  it('gets no password in the clear over a network', async () => {
    const address = await startHttp((_request, response) => {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="p"' }).end();
    });
    // This address of this machine isn't known as one, and stands for another machine.
    const there = { ...address, host: '0.0.0.0', uri: 'ipp://printer.example/' };
    expect(await failureOf(there, { credentials })).toBe(
      'print/unsafe-password: The printer at ipp://printer.example/ wants the password in the clear, where the network can read it; it was not sent. Use ipps:// instead.',
    );
  });

  it('gets it by Digest with a fresh count each time, and again after its nonce has aged', async () => {
    const counts: string[] = [];
    let nonce = 'one';
    const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
    const address = await startHttp((request, response) => {
      const { authorization = '' } = request.headers;
      const field = (name: string): string => new RegExp(`${name}="?([^",]+)`).exec(authorization)?.[1] ?? '';
      const secret = md5('desk:p:secret');
      const [about, uses] = [md5('POST:/ipp/print'), field('nc')];
      const right = md5(`${secret}:${nonce}:${uses}:${field('cnonce')}:auth:${about}`);
      if (field('response') === right) {
        counts.push(`${nonce} ${uses}`);
        if (counts.length === 2) nonce = 'two';
        void bodyOf(request).then((body) => response.end(answerBytes(decodeMessage(body), { code: 0 })));
        return;
      }
      response
        .writeHead(401, { 'WWW-Authenticate': `Digest realm="p", qop="auth", nonce="${nonce}", stale=true` })
        .end();
    });
    const printer = openPrinter({ address, credentials });
    for (let time = 0; time < 3; time += 1) await printer.ask(question);
    expect(counts).toEqual(['one 00000001', 'one 00000002', 'two 00000001']);
  });

  it.each(['Basic realm="p"', 'Digest realm="p", qop="auth", nonce="n"'])(
    'says so when it is wrong: %s',
    async (challenge) => {
      let tries = 0;
      const address = await startHttp((_request, response) => {
        tries += 1;
        response.writeHead(401, { 'WWW-Authenticate': challenge }).end();
      });
      expect(await failureOf(address, { credentials })).toBe(
        'print/wrong-password: The printer at ipp://127.0.0.1:PORT/ipp/print does not accept this name and password.',
      );
      expect(tries).toBeLessThanOrEqual(3);
    },
  );
});
