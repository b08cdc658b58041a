import { request as startRequest, type ClientRequest, type IncomingMessage } from 'node:http';

import type { OutsideError } from '../../../base/outside-error.js';
import { badAnswer } from './decode.js';
import { connectionError, openSocket, silent, type Route } from './socket.js';

/** One HTTP request. */
export type Post = Readonly<{
  body: Uint8Array;
  /** The path to ask for; the address's own without it. */
  path?: string | undefined;
  authorization?: string | undefined;
  /** How long the connection may take, and then each silence. */
  idleMs: number;
  /** How long all of it may take. */
  wholeMs: number;
  signal?: AbortSignal | undefined;
}>;

/** What came back. Only the answer of a success is read. */
export type PostAnswer = Readonly<{
  status: number;
  /** The header `WWW-Authenticate`. */
  challenge: string | undefined;
  location: string | undefined;
  contentType: string;
  body: Uint8Array;
}>;

/** Answers are a few kilobytes; nothing that a printer is asked for comes near this. */
const MOST_BYTES = 1 << 20;
/** From this size on a printer is asked whether it wants the body before it is sent. */
const LARGE_BODY_BYTES = 16_384;
const CONTINUE_MS = 1000;

/**
 * Sends a request of the media type `application/ipp` on a connection of its own.
 * @throws {OutsideError} what `openSocket` does, `print/silent` when the printer keeps the line open without a word, `print/lost` when it
 *   hangs up, and `print/bad-answer` for more than a megabyte
 * @throws what the signal was aborted with
 * @see RFC 8010, section 4
 */
export async function post(
  route: Route,
  { body, path, authorization, ...limits }: Post,
): Promise<PostAnswer> {
  const { address } = route;
  const { idleMs, signal } = limits;
  const socket = await openSocket(route, { milliseconds: idleMs, signal });
  const isLarge = body.length >= LARGE_BODY_BYTES;
  const { host, port } = address;
  const request = startRequest({
    createConnection: () => socket,
    method: 'POST',
    path: path ?? address.path,
    headers: {
      Host: `${host.includes(':') ? `[${host}]` : host}:${port}`,
      'Content-Type': 'application/ipp',
      'Content-Length': body.length,
      'User-Agent': 'handout',
      Connection: 'close',
      ...(isLarge && { Expect: '100-continue' }),
      ...(authorization !== undefined && { Authorization: authorization }),
    },
  });
  try {
    return await answered(request, () => send(request, body, isLarge), { address, ...limits });
  } finally {
    request.destroy();
    socket.destroy();
  }
}

/** A printer that knows nothing of `100-continue` gets the body after a second. */
function send(request: ClientRequest, body: Uint8Array, isLarge: boolean): void {
  if (!isLarge) {
    request.end(body);
    return;
  }
  const go = (): void => {
    clearTimeout(timer);
    if (!request.writableEnded && !request.destroyed) request.end(body);
  };
  const timer = setTimeout(go, CONTINUE_MS);
  request.once('continue', go);
  request.once('response', () => clearTimeout(timer));
  request.once('close', () => clearTimeout(timer));
  request.flushHeaders();
}

type Limits = Pick<Route, 'address'> & Pick<Post, 'idleMs' | 'wholeMs' | 'signal'>;

function answered(request: ClientRequest, start: () => void, limits: Limits): Promise<PostAnswer> {
  const { address, idleMs, wholeMs, signal } = limits;
  return new Promise((resolve, reject) => {
    const whole = setTimeout(() => fail(silent(address, wholeMs)), wholeMs);
    const onAbort = (): void => fail(signal?.reason as Error);
    const close = (): void => {
      clearTimeout(whole);
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (error: OutsideError | Error): void => {
      close();
      reject(error);
    };
    signal?.addEventListener('abort', onAbort);
    request.setTimeout(idleMs, () => fail(silent(address, idleMs)));
    request.on('error', (error) => fail(requestError(error, limits)));
    request.once('response', (response) => {
      readBody(response).then(
        (body) => {
          close();
          resolve({ ...headersOf(response), body });
        },
        (error: unknown) => fail(requestError(error, limits)),
      );
    });
    start();
  });
}

function requestError(error: unknown, { address }: Limits): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && error.name === 'OutsideError') return error;
  return code.startsWith('HPE_') ? badAnswer(`it is not HTTP (${code})`) : connectionError(error, address);
}

async function readBody(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw badAnswer('it is longer than a megabyte');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf({ statusCode = 0, headers }: IncomingMessage): Omit<PostAnswer, 'body'> {
  return {
    status: statusCode,
    challenge: headers['www-authenticate'],
    location: headers.location,
    contentType: headers['content-type'] ?? '',
  };
}
