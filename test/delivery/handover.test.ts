import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

import { answer, sampleMessage, startMailServer, transportTo } from './mail-server.js';

describe('the moment before a message is handed over', () => {
  it('comes after all of it but the end, and is waited for', async () => {
    const server = await startMailServer();
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let isAsked = false;
    const sending = transportTo(server).send(sampleMessage(), () => {
      isAsked = true;
      return held;
    });
    while (!isAsked) await pause(5);
    await pause(100);
    expect(server.received).toEqual([]);
    go();
    expect(await sending).toEqual({ kind: 'sent' });
    expect(server.received).toHaveLength(1);
  });

  it('keeps a message from being taken over when it fails', async () => {
    const server = await startMailServer();
    const outcome = await transportTo(server).send(sampleMessage(), () =>
      Promise.reject(new Error('disk full')),
    );
    expect(outcome.kind).toBe('deferred');
    await pause(100);
    expect(server.received).toEqual([]);
  });

  it('does not come for a message that is refused before', async () => {
    const server = await startMailServer({
      onRcptTo: (_address, _session, callback) => callback(answer(550, '5.1.1 unknown')),
    });
    let asked = 0;
    const outcome = await transportTo(server).send(sampleMessage(), async () => void (asked += 1));
    expect(outcome.kind).toBe('refused');
    expect(asked).toBe(0);
  });
});
