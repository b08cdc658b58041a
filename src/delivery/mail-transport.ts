/** A message ready to be sent: the whole of it as MIME, with its envelope. */
export type MailMessage = Readonly<{
  /** As in its header, with angle brackets. The same for every attempt, so that a server or a reader can tell a repetition. */
  messageId: string;
  /** Envelope sender. */
  from: string;
  /** The one recipient. */
  to: string;
  /** Whether only a server that offers SMTPUTF8 can take it. @see RFC 6531 */
  needsSmtpUtf8: boolean;
  /** Lines end in CRLF, and none is longer than 998 bytes. */
  bytes: Uint8Array;
  /** What it brings, for whoever keeps a record of it. Nothing in it is about the patient. */
  facts: MessageFacts;
}>;

/** What a message brings. */
export type MessageFacts = Readonly<{
  /** Series and topic, with the treatments that are merged, such as `microneedling/aftercare`. */
  handout: string;
  /** BCP 47 tag. */
  lang: string;
  /** Whether the patient wanted a copy with personal details; if not, it is the general handout. */
  personal: boolean;
  /** Whether the PDF opens with a password only. */
  isLocked: boolean;
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

/** A folder by its path, or a mail server by its name and port. */
export type MailPlace = Readonly<{ kind: 'outbox' | 'server'; name: string }>;

/**
 * Called, and waited for, before the last bytes of a message go, without which nobody can take it over. Where it comes to nothing
 * earlier, it isn't called; where a message is given to a second connection, it is called again. If it fails, the message isn't handed over.
 */
export type BeforeHandover = () => Promise<void>;

/** What takes messages: a server, or a folder. */
export type MailTransport = Readonly<{
  place: MailPlace;
  /**
   * Sends one message, or several at once, as many as the transport has connections.
   * @throws {OutsideError} `mail/*` or `output/*` when something is wrong with the place itself, so that no message can go
   */
  send(message: MailMessage, beforeHandover?: BeforeHandover): Promise<SendOutcome>;
  close(): Promise<void>;
}>;
