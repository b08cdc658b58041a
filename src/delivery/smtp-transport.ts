import { setTimeout as wait } from 'node:timers/promises';

import type { BeforeHandover, MailMessage, MailTransport, SendOutcome } from './mail-transport.js';
import { openSession, placeOf, type SmtpAccess, type SmtpSession } from './smtp-session.js';

/** How much a server is asked at once. */
export type SmtpLimits = Readonly<{ connections: number; messagesPerMinute: number | undefined }>;

const MILLISECONDS_PER_MINUTE = 60_000;
/** Servers end a session after a number of messages that they don't tell. */
const MESSAGES_PER_SESSION = 100;

type Handover = Readonly<{ message: MailMessage; beforeHandover: BeforeHandover | undefined }>;

type Pooled = Readonly<{ session: SmtpSession; sent: number }>;

/**
 * Sends messages through a mail server, over a few connections that are kept for the next message. Nothing is tried a second time,
 * but for one case that is safe: a connection that was kept, and turns out to be gone before a message went over it.
 */
export function openSmtpTransport(access: SmtpAccess, limits: SmtpLimits): MailTransport {
  const idle: Pooled[] = [];
  const takeTurn = createTurns(limits);

  const sendOn = async (
    { session, sent }: Pooled,
    { message, beforeHandover }: Handover,
  ): Promise<SendOutcome> => {
    const outcome = await session.send(message, beforeHandover);
    if (outcome.kind === 'sent' && session.isOpen() && sent + 1 < MESSAGES_PER_SESSION) {
      idle.push({ session, sent: sent + 1 });
    } else {
      session.close();
    }
    return outcome;
  };

  const sendFresh = async (handover: Handover): Promise<SendOutcome> => {
    const opened = await openSession(access);
    if ('reason' in opened) return { kind: 'deferred', reason: opened.reason };
    return sendOn({ session: opened.session, sent: 0 }, handover);
  };

  const sendNow = async (handover: Handover): Promise<SendOutcome> => {
    for (let kept = idle.pop(); kept !== undefined; kept = idle.pop()) {
      if (!kept.session.isOpen()) continue;
      const outcome = await sendOn(kept, handover);
      return outcome.kind === 'deferred' && kept.sent > 0 ? sendFresh(handover) : outcome;
    }
    return sendFresh(handover);
  };

  return {
    place: { kind: 'server', name: placeOf(access) },
    send: (message, beforeHandover) => takeTurn(() => sendNow({ message, beforeHandover })),
    close: () => {
      for (const { session } of idle.splice(0)) session.close();
      return Promise.resolve();
    },
  };
}

type TakeTurn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Lets so many pieces of work run at a time, and begins no more of them in a minute than may be. */
function createTurns({ connections, messagesPerMinute }: SmtpLimits): TakeTurn {
  const gap = messagesPerMinute === undefined ? 0 : MILLISECONDS_PER_MINUTE / messagesPerMinute;
  const waiting: (() => void)[] = [];
  let running = 0;
  let nextStart = 0;
  return async (work) => {
    if (running >= connections) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      const now = performance.now();
      const start = Math.max(now, nextStart);
      nextStart = start + gap;
      if (start > now) await wait(start - now);
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
