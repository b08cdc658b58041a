import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';

import { soak } from '../support/mail/soak.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { isMissing } from '../support/tools.js';
import { MAIN } from './cli-process.js';

const LIST = `email\n${Array.from({ length: 30 }, (_, index) => `p${String(index)}@example.org`).join('\n')}\n`;
const SEND = ['email', 'microneedling/benefits', '--lang', 'en', '--csv', 'visits.csv'];

/** A mail server that takes over messages one by one, when the test lets it. */
type HeldServer = Readonly<{
  port: number;
  taken(): number;
  waiting(): number;
  letOne(): void;
  letAll(): void;
}>;

async function startHeldServer(): Promise<HeldServer> {
  const held: (() => void)[] = [];
  let [taken, isHeld] = [0, true];
  const server: Server = createServer((socket: Socket) => {
    let [isData, text] = [false, ''];
    socket.on('error', () => undefined);
    socket.write('220 localhost\r\n');
    const answer = (): void => {
      taken += 1;
      socket.write('250 taken\r\n');
    };
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      for (let end; (end = text.indexOf(isData ? '\r\n.\r\n' : '\r\n')) >= 0;) {
        const line = text.slice(0, end);
        text = text.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          if (isHeld) held.push(answer);
          else answer();
        } else if (line.startsWith('DATA')) {
          isData = true;
          socket.write('354 go\r\n');
        } else socket.write('250 good\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => taken,
    waiting: () => held.length,
    letOne: () => held.shift()?.(),
    letAll: () => {
      isHeld = false;
      for (const each of held.splice(0)) each();
    },
  };
}

function clinic(port: number): string {
  return temporaryFolder({
    'handout.yaml': `rules: { workspace/*: off, check/*: off }\nemail: { smtp: { host: 127.0.0.1, port: ${String(port)}, security: none, connections: 2 } }\n`,
    'visits.csv': LIST,
  });
}

function start(dir: string) {
  const child = spawn(process.execPath, [MAIN, ...SEND], { cwd: dir });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended, err: () => err };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(10);
}

describe('handout email --csv as a process', () => {
  it('finishes what is under way at Ctrl-C, says what is left, and ends with 130', async () => {
    const server = await startHeldServer();
    const dir = clinic(server.port);
    const { child, ended, err } = start(dir);
    await until(() => server.waiting() === 2);
    child.kill('SIGINT');
    await until(() => err().includes('Finishing'));
    server.letAll();
    expect(await ended).toBe(130);
    expect(err()).toBe(
      'Finishing what is under way; press Ctrl-C again to end at once.\n' +
        'Stopped. 30 lines: 2 sent, 28 left.\n' +
        'Hint: Run the same command again: it sends what is missing, and nothing twice.\n',
    );
    const again = start(dir);
    expect(await again.ended).toBe(0);
    expect(again.err()).toMatch(/^30 lines in .*: 28 sent, 2 sent before\.\nHint: .*\n$/);
    expect(server.taken()).toBe(30);
  });

  it('ends at once at the second Ctrl-C, and knows later which two are in doubt', async () => {
    const server = await startHeldServer();
    const dir = clinic(server.port);
    const { child, ended, err } = start(dir);
    await until(() => server.waiting() === 2);
    child.kill('SIGINT');
    await until(() => err().includes('Finishing'));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    server.letAll();
    const again = start(dir);
    expect(await again.ended).toBe(3);
    expect(again.err()).toMatch(/line 2 [0-9a-f]{12} Perhaps sent\.\nline 3 [0-9a-f]{12} Perhaps sent\.\n/);
    expect(again.err()).toMatch(/30 lines in .*: 28 sent, 2 unsure\./);
  });

  it('lets a second run wait for its turn', async () => {
    const server = await startHeldServer();
    const dir = clinic(server.port);
    const first = start(dir);
    await until(() => server.waiting() === 2);
    const second = start(dir);
    expect(await second.ended).toBe(3);
    expect(second.err()).toBe(
      `error: Another run (process ${String(first.child.pid)}) is sending e-mails from this workspace. Wait until it is done.\n`,
    );
    server.letAll();
    expect(await first.ended).toBe(0);
    expect(server.taken()).toBe(30);
  });

  it('writes to its journal before a message can be taken over', async () => {
    const server = await startHeldServer();
    const dir = clinic(server.port);
    const { child, ended } = start(dir);
    await until(() => server.waiting() === 2);
    child.kill('SIGKILL');
    await ended;
    const journal = join(dir, '.handout', 'email', 'journal');
    expect(statSync(journal).mode & 0o777).toBe(0o600);
    expect(readFileSync(journal, 'utf8').match(/"intent"/g)).toHaveLength(2);
  });
});

describe.skipIf(isMissing('smtpd'))(
  'a real mail server, a line that breaks, and a sender that is killed',
  () => {
    it('leave each patient with one message, or in doubt', { timeout: 240_000 }, async () => {
      const figures = await soak({ dir: temporaryFolder(), messages: 150, kills: 6, random: Math.random });
      const { 1: once = 0, ...others } = figures.sure;
      expect({ others, twice: figures.unsure[2] ?? 0, sameMessageId: figures.sameMessageId }).toEqual({
        others: {},
        twice: 0,
        sameMessageId: 0,
      });
      const unsure = (figures.unsure[0] ?? 0) + (figures.unsure[1] ?? 0);
      expect(once + unsure).toBe(150);
      expect(unsure).toBeLessThan(60);
      expect(figures.cut).toBeGreaterThan(0);
    });
  },
);
