import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A mail server that keeps all messages in one folder. */
export type MaildirServer = Readonly<{
  port: number;
  /** The messages that have arrived, whole. */
  messages(): readonly string[];
  /** Waits until nothing more arrives. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}>;

const NOBODY = 65_534;
const START_MS = 10_000;

/**
 * Starts OpenSMTPD on this machine, which takes any message for anybody. It needs the rights of root; its queue lies in memory of its own
 * where the system allows that, so that it doesn't touch a mail server that the machine may have.
 * @param dir an empty folder
 */
export async function startMaildirServer(dir: string): Promise<MaildirServer> {
  const port = await freePort();
  const maildir = join(dir, 'maildir');
  mkdirSync(maildir);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(maildir, NOBODY, NOBODY);
  for (const folder of [dir, maildir]) chmodSync(folder, 0o755);
  const user = isRoot ? 'nobody' : userInfo().username;
  const configuration = join(dir, 'smtpd.conf');
  writeFileSync(configuration, settings({ port, maildir, user }));
  const command = [...(isRoot ? [] : ['sudo', '-n']), ...namespace(isRoot), 'sh', '-c', START, configuration];
  const child = spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log = `${log}${text}`.slice(-4000)));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const messages = (): readonly string[] => readMaildir(maildir);
  await Promise.race([waitForPort(port), ended]);
  if (child.exitCode !== null) throw new Error(`The mail server didn't start: ${log}`);
  return {
    ...{ port, messages },
    async settled() {
      for (let [count, quiet] = [-1, 0]; quiet < 4; await pause(250)) {
        const now = messages().length;
        quiet = now === count ? quiet + 1 : 0;
        count = now;
      }
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** In a namespace of its own the queue and the control socket are nobody else's. The name of the configuration is the first word. */
const START = `
if [ -n "$HANDOUT_OWN_FOLDERS" ]; then
  mount -t tmpfs tmpfs /var/spool && mount -t tmpfs tmpfs /run || exit 1
fi
mkdir -p /var/spool/smtpd /var/lib/opensmtpd/empty && chmod 711 /var/spool/smtpd
PATH="$PATH:/usr/sbin" exec smtpd -d -f "$0"`;

function namespace(isRoot: boolean): readonly string[] {
  const [command, ...words] = [...(isRoot ? [] : ['sudo', '-n']), 'unshare', '--mount', 'true'];
  const isAllowed = spawnSync(command!, words).status === 0;
  return isAllowed ? ['unshare', '--mount', '--propagation', 'private', 'env', 'HANDOUT_OWN_FOLDERS=1'] : [];
}

type Settings = Readonly<{ port: number; maildir: string; user: string }>;

/** Few messages for each connection, so that there are many connections. */
function settings({ port, maildir, user }: Settings): string {
  return `table everybody { "@" = "${user}" }
smtp limit max-mails 5
listen on 127.0.0.1 port ${String(port)} hostname localhost
action keep maildir "${maildir}" virtual <everybody> user ${user}
match from any for any action keep
`;
}

function readMaildir(dir: string): readonly string[] {
  return ['new', 'cur']
    .map((name) => join(dir, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1')));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function waitForPort(port: number): Promise<void> {
  for (const start = Date.now(); Date.now() - start < START_MS; await pause(50)) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return;
  }
  throw new Error('The mail server doesn’t answer.');
}
