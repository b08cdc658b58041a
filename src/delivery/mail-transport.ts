/** A message ready to be sent: the whole of it as MIME, with its envelope. */
export type MailMessage = Readonly<{
  /** As in its header, with angle brackets. The same for every attempt, so that a server or a reader can tell a repetition. */
  messageId: string;
  /** Envelope sender. */
  from: string;
  /** The one recipient. */
  to: string;
  /** Lines end in CRLF, and none is longer than 998 bytes. */
  bytes: Uint8Array;
}>;

/** What came of one attempt. A reason never holds an address or a name. */
export type SendOutcome =
  /** The server has taken the message over. */
  | Readonly<{ kind: 'sent' }>
  /** It will never take this message. */
  | Readonly<{ kind: 'refused'; reason: string }>
  /** It didn't take the message now, and certainly has not kept it: to be tried again. */
  | Readonly<{ kind: 'deferred'; reason: string }>
  /** All of it was sent and the answer was lost: it may have been taken over. */
  | Readonly<{ kind: 'unsure'; reason: string }>;

/** Where messages go: a server, or a folder. */
export type MailTransport = Readonly<{
  send(message: MailMessage): Promise<SendOutcome>;
  close(): Promise<void>;
}>;
