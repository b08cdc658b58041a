import { OutsideError } from '../../../base/outside-error.js';
import { isLoopback, type PrinterAddress } from '../../../base/printer-address.js';
import { answerChallenge, readChallenge, type Challenge, type Credentials } from './authenticate.js';
import { badAnswer, decodeMessage } from './decode.js';
import { encodeMessage } from './encode.js';
import { strings } from './group.js';
import type { IppAttribute, IppMessage } from './message.js';
import { post, type PostAnswer } from './post.js';
import type { Route } from './socket.js';
import { statuses } from './status.js';

/** The operations that this program asks for. @see RFC 8011 section 5.4.15, and the manual of CUPS for the last */
export const operations = {
  'Print-Job': 0x0002,
  'Validate-Job': 0x0004,
  'Create-Job': 0x0005,
  'Send-Document': 0x0006,
  'Cancel-Job': 0x0008,
  'Get-Job-Attributes': 0x0009,
  'Get-Printer-Attributes': 0x000b,
  'CUPS-Get-Default': 0x4001,
  'CUPS-Get-Printers': 0x4002,
} as const;

/** Something to ask of a printer. The character set, the language and the printer's own address are added. */
export type Question = Readonly<{
  operation: keyof typeof operations;
  /** Attributes of the operation. */
  attributes?: readonly IppAttribute[];
  /** Attributes of the job. */
  job?: readonly IppAttribute[];
  document?: Uint8Array;
  signal?: AbortSignal | undefined;
}>;

/** A printer that can be asked. */
export type Printer = Readonly<{
  address: PrinterAddress;
  /**
   * Asks it. An answer that refuses is an answer too.
   * @throws {OutsideError} what `post` does, `print/bad-answer`, `print/needs-password`, `print/wrong-password`, `print/unsafe-password`,
   *   `print/needs-tls`, `print/redirected` and `print/http`
   * @throws what the signal was aborted with
   */
  ask(question: Question): Promise<IppMessage>;
}>;

/** How to reach a printer, and as whom. */
export type PrinterOptions = Route &
  Readonly<{
    credentials?: Credentials | undefined;
    /** How long to wait for a word of the printer; 20 seconds without it. */
    patienceMs?: number;
  }>;

const USUAL_PATIENCE_MS = 20_000;
/** A printer with little memory reads a document while it prints it. */
const DOCUMENT_PATIENCE = 10;
const MOST_TRIES = 4;
const VERSIONS = [
  { major: 2, minor: 0 },
  { major: 1, minor: 1 },
] as const;

/** Makes the line to a printer. Nothing is sent before it is asked something. */
export function openPrinter(options: PrinterOptions): Printer {
  const { address } = options;
  const send = createSender(options);
  let version: (typeof VERSIONS)[number] = VERSIONS[0];
  let requestId = 0;
  const askOnce = async (question: Question): Promise<IppMessage> => {
    requestId += 1;
    const message = encodeMessage({
      ...{ version, code: operations[question.operation], requestId },
      groups: [
        { name: 'operation', attributes: [...always(address), ...(question.attributes ?? [])] },
        ...(question.job === undefined ? [] : [{ name: 'job', attributes: question.job } as const]),
      ],
    });
    const body = question.document === undefined ? message : Buffer.concat([message, question.document]);
    const answer = decodeMessage(await send(body, question));
    if (answer.requestId !== requestId) throw badAnswer('it answers another request');
    return answer;
  };
  return {
    address,
    ask: async (question) => {
      const answer = await askOnce(question);
      if (answer.code !== statuses.versionNotSupported || version === VERSIONS[1]) return answer;
      version = VERSIONS[1];
      return askOnce(question);
    },
  };
}

/** These three stand first, in this order. @see RFC 8011, section 4.1.4 */
function always({ uri }: PrinterAddress): readonly IppAttribute[] {
  return [
    strings('charset', 'attributes-charset', 'utf-8'),
    strings('naturalLanguage', 'attributes-natural-language', 'en'),
    strings('uri', 'printer-uri', uri),
  ];
}

type Send = (body: Uint8Array, question: Question) => Promise<Uint8Array>;

/** Sends a body, and again with a password or to another path where the printer asks for it. */
function createSender({ credentials, patienceMs = USUAL_PATIENCE_MS, ...route }: PrinterOptions): Send {
  const { address } = route;
  let { path } = address;
  let challenge: Challenge | undefined;
  let count = 0;
  const authorize = (): string | undefined => {
    if (challenge === undefined || credentials === undefined) return undefined;
    count += 1;
    return answerChallenge(challenge, credentials, { method: 'POST', path, count });
  };
  return async (body, { document, signal }) => {
    const idleMs = patienceMs * (document === undefined ? 1 : DOCUMENT_PATIENCE);
    const limits = { idleMs, wholeMs: 3 * idleMs, signal };
    let wasRefused = false;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const authorization = authorize();
      const answer = await post(route, { body, path, authorization, ...limits });
      if (answer.status === 200) return bodyOf(answer);
      if (answer.status === 401) {
        if (authorization !== undefined && (wasRefused || challenge?.scheme === 'basic'))
          throw wrongPassword(address);
        challenge = acceptChallenge(answer, { route, credentials });
        // The first refusal after a success may mean only that the nonce has aged.
        wasRefused = authorization !== undefined;
        count = 0;
      } else {
        path = pathElsewhere(answer, address);
      }
    }
    throw new OutsideError(
      'print/redirected',
      `The printer at ${address.uri} sends on and on to other addresses.`,
    );
  };
}

function bodyOf({ contentType, body }: PostAnswer): Uint8Array {
  if (/^text\/html\b/i.test(contentType)) throw badAnswer('it is a web page');
  return body;
}

function acceptChallenge(
  answer: PostAnswer,
  { route, credentials }: Readonly<{ route: Route; credentials: Credentials | undefined }>,
): Challenge {
  const { address } = route;
  const challenge = readChallenge(answer.challenge ?? '');
  if (challenge === undefined) {
    throw new OutsideError(
      'print/needs-password',
      `The printer at ${address.uri} wants to know who prints, in a way that this program doesn't know.`,
    );
  }
  if (credentials === undefined) {
    throw new OutsideError(
      'print/needs-password',
      `The printer at ${address.uri} wants a name and a password. Put them into HANDOUT_PRINT_USER and HANDOUT_PRINT_PASSWORD, or into a file that handout.yaml names as “credentials” of the desk.`,
    );
  }
  if (
    challenge.scheme === 'basic' &&
    !address.secure &&
    route.socketPath === undefined &&
    !isLoopback(address.host)
  ) {
    throw new OutsideError(
      'print/unsafe-password',
      `The printer at ${address.uri} wants the password in the clear, where the network can read it; it was not sent. Use ipps:// instead.`,
    );
  }
  return challenge;
}

function wrongPassword({ uri }: PrinterAddress): OutsideError {
  return new OutsideError(
    'print/wrong-password',
    `The printer at ${uri} does not accept this name and password.`,
  );
}

/** The path of an answer that names another one; anything but another path of the same printer is an error. */
function pathElsewhere({ status, location }: PostAnswer, address: PrinterAddress): string {
  const { uri, secure, host, port } = address;
  if (status === 426) {
    throw new OutsideError(
      'print/needs-tls',
      `The printer at ${uri} wants an encrypted connection. Use ipps:// instead.`,
    );
  }
  if (![301, 302, 307, 308].includes(status) || location === undefined) {
    throw new OutsideError(
      'print/http',
      `The printer at ${uri} answered with the HTTP status ${status}${status === 404 ? '; check the path of its address' : ''}.`,
    );
  }
  const base = `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const target = URL.canParse(location, base) ? new URL(location, base) : undefined;
  if (target?.origin !== new URL(base).origin) {
    throw new OutsideError(
      'print/redirected',
      `The printer at ${uri} sends to another address, which was not followed. If it has moved, use its new address.`,
    );
  }
  return target.pathname;
}
