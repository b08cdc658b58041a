import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { readPrinterAddress, type PrinterAddress } from '../../../src/base/printer-address.js';
import { decodeMessage } from '../../../src/delivery/print/ipp/decode.js';
import { encodeMessage } from '../../../src/delivery/print/ipp/encode.js';
import { operations } from '../../../src/delivery/print/ipp/printer.js';
import type { IppGroup, IppMessage } from '../../../src/delivery/print/ipp/message.js';

/** What a scripted printer was asked. */
export type Asked = Readonly<{ operation: string; message: IppMessage; request: IncomingMessage }>;

/** What it answers: a status, and groups after that of the operation. */
export type Answer = Readonly<{ code: number; groups?: readonly IppGroup[]; requestId?: number }>;

/**
 * Starts a server on loopback that speaks HTTP.
 * @returns the address of a printer there
 */
export function startHttp(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<PrinterAddress> {
  return listen(createServer({ noDelay: true }, handle));
}

/** Starts a server on loopback that does as it likes with a connection. */
export function startRaw(handle: (socket: Socket) => void): Promise<PrinterAddress> {
  return listen(createRawServer(handle));
}

/** Starts a printer that answers as a function says, and keeps what it was asked. */
export async function startPrinter(
  answer: (asked: Asked, index: number) => Answer,
): Promise<Readonly<{ address: PrinterAddress; asked: readonly Asked[] }>> {
  const asked: Asked[] = [];
  const address = await startHttp((request, response) => {
    void bodyOf(request).then((body) => {
      const message = decodeMessage(body);
      const name = Object.entries(operations).find(([, code]) => code === message.code)?.[0] ?? '';
      const each = { operation: name, message, request };
      asked.push(each);
      response
        .writeHead(200, { 'Content-Type': 'application/ipp' })
        .end(answerBytes(message, answer(each, asked.length - 1)));
    });
  });
  return { address, asked };
}

/** Writes the answer to a request. */
export function answerBytes(
  { version, requestId }: IppMessage,
  { code, groups = [], requestId: other = requestId }: Answer,
): Uint8Array {
  const operation: IppGroup = { name: 'operation', attributes: [] };
  return encodeMessage({ version, code, requestId: other, groups: [operation, ...groups] });
}

/** Reads the body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function listen(server: Server): Promise<PrinterAddress> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve(readPrinterAddress(`ipp://127.0.0.1:${port}/ipp/print`)!);
    });
  });
}
