/**
 * What tells one message from all others: a keyed digest, 32 hexadecimal digits. It stays the same however often a message is tried
 * and whatever becomes of the handout's text in between.
 */
export type MessageKey = string;

/** A keyed digest of an address, 32 hexadecimal digits. Without the key nobody can tell whose it is. */
export type AddressHash = string;

/** What a server, or the lack of one, made of an attempt. */
export type RecordedOutcome = 'sent' | 'refused' | 'deferred' | 'unsure';

/** What a person decided about a message that nobody can be sure of. */
export type Decision = 'sent' | 'again';

/**
 * A line of the journal's story. It holds no name, no address and no treatment.
 * `at` is a time in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
 */
export type JournalEntry =
  /** A message is about to be handed to a server. */
  | Readonly<{
      kind: 'intent';
      key: MessageKey;
      at: string;
      to: AddressHash;
      /** What the person who sends called this round, and the line of their list. */
      batch?: string;
      line?: number;
      /** As in `MessageRecord`; none is 0. */
      round?: number;
    }>
  /** What became of it. `reason` is the server's answer, without an address. */
  | Readonly<{ kind: 'outcome'; key: MessageKey; at: string; outcome: RecordedOutcome; reason?: string }>
  | Readonly<{ kind: 'decision'; key: MessageKey; at: string; decision: Decision }>
  /** A patient asked for copies of their own by e-mail. */
  | Readonly<{ kind: 'preference'; at: string; to: AddressHash; personal: true }>;

/**
 * Where a message stands. `begun`: it was about to be sent and nothing was heard since, so that it may have been taken over.
 * `again`: somebody decided that it is to be sent once more.
 */
export type Standing = 'begun' | RecordedOutcome | 'again';

/** All that the journal knows of one message. */
export type MessageRecord = Readonly<{
  key: MessageKey;
  to: AddressHash;
  standing: Standing;
  /** When it came to stand there. */
  at: string;
  /** How often it was handed to a server. */
  attempts: number;
  /**
   * How often somebody wanted it once more although it was sent. Each round has a Message-ID of its own, since mail programs hide what
   * they have; a message that is in doubt keeps its own, so that they hide a second copy.
   */
  round: number;
  batch?: string;
  line?: number;
  reason?: string;
}>;

/** What the journal's entries come to. */
export type JournalState = Readonly<{
  messages: ReadonlyMap<MessageKey, MessageRecord>;
  /** Who asked for copies of their own, and when first. */
  personal: ReadonlyMap<AddressHash, string>;
}>;

/** The same with maps that `applyEntry` may change. */
export type GrowingState = Readonly<{
  messages: Map<MessageKey, MessageRecord>;
  personal: Map<AddressHash, string>;
}>;

/** Tells of a message in doubt: it may have been taken over, so only a person can say whether it is to be sent again. */
export function isUnsure({ standing }: Pick<MessageRecord, 'standing'>): boolean {
  return standing === 'begun' || standing === 'unsure';
}

/** Adds an entry to a state. An outcome or a decision about a message that was never begun says nothing. */
export function applyEntry({ messages, personal }: GrowingState, entry: JournalEntry): void {
  if (entry.kind === 'preference') {
    if (!personal.has(entry.to)) personal.set(entry.to, entry.at);
    return;
  }
  const before = messages.get(entry.key);
  switch (entry.kind) {
    case 'intent': {
      const { key, to, at, batch, line, round = before?.round ?? 0 } = entry;
      const attempts = (before?.attempts ?? 0) + 1;
      const place = { ...(batch !== undefined && { batch }), ...(line !== undefined && { line }) };
      messages.set(key, { key, to, standing: 'begun', at, attempts, round, ...place });
      return;
    }
    case 'outcome': {
      if (before === undefined) return;
      const { at, outcome: standing, reason } = entry;
      messages.set(entry.key, {
        ...withoutReason(before),
        standing,
        at,
        ...(reason !== undefined && { reason }),
      });
      return;
    }
    case 'decision': {
      if (before === undefined) return;
      const { at, decision: standing } = entry;
      const round = before.round + (standing === 'again' && before.standing === 'sent' ? 1 : 0);
      messages.set(entry.key, { ...withoutReason(before), standing, at, round });
      return;
    }
  }
}

function withoutReason({ reason: _, ...rest }: MessageRecord): MessageRecord {
  return rest;
}
