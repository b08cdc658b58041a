import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure, type TLSSocket } from 'node:tls';

import { OutsideError } from '../../../base/outside-error.js';
import type { PrinterAddress } from '../../../base/printer-address.js';

/** How to reach a printer. */
export type Route = Readonly<{
  address: PrinterAddress;
  /** SHA-256 of the one certificate to accept, in hexadecimal digits; else one that this machine's authorities vouch for. */
  fingerprint?: string | undefined;
  /** The socket of a print server on this machine, instead of the address's host and port. */
  socketPath?: string | undefined;
}>;

/** How long to wait, and what ends it early. */
export type Patience = Readonly<{ milliseconds: number; signal?: AbortSignal | undefined }>;

/**
 * Opens a connection, over TLS for `ipps`. The certificate is judged before a byte is sent.
 * @throws {OutsideError} `print/no-printer`, `print/silent`, `print/bad-certificate` or `print/no-tls`
 * @throws what the signal was aborted with
 */
export async function openSocket(route: Route, { milliseconds, signal }: Patience): Promise<Socket> {
  const { address, fingerprint, socketPath } = route;
  const { host, port, secure } = address;
  const socket = secure
    ? connectSecure({
        ...{ host, port, minVersion: 'TLSv1.2' },
        ...(isIP(host) === 0 && { servername: host }),
        // The verdict is read below, where the certificate can be named.
        rejectUnauthorized: false,
      })
    : connectPlain(socketPath === undefined ? { host, port } : { path: socketPath });
  try {
    await opened(socket, { event: secure ? 'secureConnect' : 'connect', milliseconds, signal });
    if (secure) judgeCertificate(socket as TLSSocket, address, fingerprint);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error instanceof OutsideError || signal?.aborted === true ? error : connectionError(error, address);
  }
}

/** Says in plain words why a printer cannot be reached, or was lost on the way. */
export function connectionError(cause: unknown, { uri, secure }: PrinterAddress): OutsideError {
  const code = systemCode(cause);
  if (secure && /^(ERR_SSL_|EPROTO$)/.test(code)) {
    return new OutsideError(
      'print/no-tls',
      `The printer at ${uri} does not speak TLS there (${code}). Check the address and its port.`,
      { cause },
    );
  }
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return noPrinter(
        `No machine has the name in ${uri}. Check its spelling, and that the network is there.`,
        cause,
      );
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
    case 'ENOENT':
    case 'EACCES':
      return noPrinter(
        `No printer answers at ${uri} (${code}). Check the address, and that it is switched on.`,
        cause,
      );
    default:
      return new OutsideError('print/lost', `The connection to ${uri} broke off (${code}).`, { cause });
  }
}

/** Makes the error for a printer that keeps the line open and says nothing. */
export function silent({ uri }: PrinterAddress, milliseconds: number): OutsideError {
  const seconds = Math.round(milliseconds / 1000);
  return new OutsideError(
    'print/silent',
    `The printer at ${uri} said nothing for ${seconds} seconds. Check that it is awake and has no trouble of its own.`,
  );
}

function noPrinter(message: string, cause: unknown): OutsideError {
  return new OutsideError('print/no-printer', message, { cause });
}

function systemCode(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'unknown cause';
}

type Opening = Patience & Readonly<{ event: 'connect' | 'secureConnect' }>;

function opened(socket: Socket, { event, milliseconds, signal }: Opening): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => reject(Object.assign(new Error('No connection in time.'), { code: 'EHOSTUNREACH' })));
    }, milliseconds);
    const onAbort = (): void => settle(() => reject(signal?.reason as Error));
    const onError = (error: Error): void => settle(() => reject(error));
    const onClose = (): void =>
      settle(() => reject(Object.assign(new Error('Closed.'), { code: 'ECONNRESET' })));
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      socket.off('error', onError).off('close', onClose);
      // An error that comes later is the request's, or nobody's.
      socket.on('error', () => undefined);
      act();
    };
    signal?.addEventListener('abort', onAbort);
    socket
      .once(event, () => settle(resolve))
      .once('error', onError)
      .once('close', onClose);
    if (signal?.aborted === true) onAbort();
  });
}

function judgeCertificate(socket: TLSSocket, { uri }: PrinterAddress, expected: string | undefined): void {
  const { fingerprint256: actual } = socket.getPeerCertificate();
  if (expected !== undefined) {
    if (hexDigits(actual) === hexDigits(expected)) return;
    throw badCertificate(
      `The certificate of ${uri} is not the one whose fingerprint handout.yaml has; the printer shows ${actual}. It may have been renewed, or another machine answers in the printer's place.`,
    );
  }
  if (socket.authorized) return;
  const reason: unknown = socket.authorizationError;
  throw badCertificate(
    `The certificate of ${uri} is not to be trusted (${String(reason)}). If it is the printer's own, compare its fingerprint with the one on the printer's own page, and write it as “fingerprint” under the desk in handout.yaml: ${actual}`,
  );
}

function badCertificate(message: string): OutsideError {
  return new OutsideError('print/bad-certificate', message);
}

function hexDigits(fingerprint: string): string {
  return fingerprint.replace(/[^\da-f]/gi, '').toLowerCase();
}
