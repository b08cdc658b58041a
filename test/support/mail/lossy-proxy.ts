import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that is cut now and then. */
export type LossyProxy = Readonly<{
  port: number;
  /** How many connections there were, and how many were cut. */
  counts(): Readonly<{ connections: number; cut: number }>;
  close(): Promise<void>;
}>;

/** How a line is cut. */
export type LossyOptions = Readonly<{
  /** The server's port on this machine. */
  port: number;
  /** The line of every so many-th connection is cut. */
  cutEvery: number;
  /** The longest that such a line lasts, in bytes that the client has sent. */
  longestBytes: number;
  random(): number;
}>;

/** How long a line that has fallen silent stays open, so that the server may take over what it has got. */
const SILENCE_MS = 150;

/**
 * Opens a line on this machine. A line that is to be cut either ends after some bytes, or from then on loses all that the server says, and
 * ends when the client has nothing more to send: then the server has taken over a message, and the client doesn't learn of it.
 */
export async function openLossyProxy(options: LossyOptions): Promise<LossyProxy> {
  const sockets = new Set<Socket>();
  let [connections, cut] = [0, 0];
  const server = createServer((client) => {
    connections += 1;
    const target = connect(options.port, '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      // The other side may be gone already: that is what this is for.
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.on('close', () => target.destroy());
    target.on('close', () => client.destroy());
    if (connections % options.cutEvery > 0) {
      client.pipe(target);
      target.pipe(client);
      return;
    }
    cut += 1;
    relayUntilCut({ client, target }, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    counts: () => ({ connections, cut }),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function relayUntilCut(
  { client, target }: Readonly<{ client: Socket; target: Socket }>,
  { random, longestBytes }: LossyOptions,
): void {
  const limit = Math.floor(random() * longestBytes);
  const losesAnswers = random() < 0.5;
  let sent = 0;
  let silence: NodeJS.Timeout | undefined;
  const cut = (): void => {
    client.destroy();
    target.destroy();
  };
  client.on('data', (bytes) => {
    const left = limit - sent;
    sent += bytes.length;
    if (sent < limit || losesAnswers) target.write(bytes);
    else target.write(bytes.subarray(0, Math.max(0, left)), cut);
    if (sent < limit || !losesAnswers) return;
    clearTimeout(silence);
    silence = setTimeout(cut, SILENCE_MS);
  });
  target.on('data', (bytes) => {
    if (sent < limit) client.write(bytes);
  });
}
