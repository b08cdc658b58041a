import { crc32 } from 'node:zlib';

import type { JournalEntry } from './entry.js';

/**
 * The journal's file is lines of text, each a checksum, a space and a list in JSON, and each put there by one write that was waited for.
 * A power cut can therefore leave only the last line unfinished, in whatever way: cut short, or with holes where blocks were lost.
 * Nothing was done yet on the word of such a line, so it is dropped. Damage further up is no power cut's.
 */
export type JournalHead = Readonly<{
  format: 1;
  /** A digest of the key, so that a journal is never read with another one's. */
  keyCheck: string;
}>;

/** What a journal's bytes say. */
export type JournalText =
  | Readonly<{
      kind: 'whole';
      /** Undefined in a journal that was never written to. */
      head: JournalHead | undefined;
      entries: readonly JournalEntry[];
      /** How many bytes are good; what follows is an unfinished line. */
      goodBytes: number;
    }>
  /** A line that isn't the last has been changed; lines count from 1. */
  | Readonly<{ kind: 'damaged'; line: number }>;

const NEWLINE = 0x0a;
const CHECKSUM_DIGITS = 8;

/** Writes entries, or the journal's first line, as one line. */
export function writeLine(value: JournalHead | readonly JournalEntry[]): Uint8Array {
  const json = JSON.stringify(value);
  return new TextEncoder().encode(`${checksum(json)} ${json}\n`);
}

/** Reads the whole of a journal. */
export function readLines(bytes: Uint8Array): JournalText {
  const decoder = new TextDecoder();
  const entries: JournalEntry[] = [];
  let head: JournalHead | undefined;
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    const value = newline === -1 ? undefined : readLine(decoder.decode(bytes.subarray(start, end)));
    if (value === undefined) {
      if (hasLineAfter(bytes, end)) return { kind: 'damaged', line };
      break;
    }
    if (line === 1) head = value as JournalHead;
    else entries.push(...(value as readonly JournalEntry[]));
    start = end + 1;
  }
  return { kind: 'whole', head, entries, goodBytes: start };
}

/** A lost block may have held anything that the disk had there, ends of lines too; but no line with its right checksum. */
function hasLineAfter(bytes: Uint8Array, end: number): boolean {
  const rest = new TextDecoder().decode(bytes.subarray(end + 1));
  return rest.split('\n').some((text) => readLine(text) !== undefined);
}

function readLine(text: string): unknown {
  const json = text.slice(CHECKSUM_DIGITS + 1);
  if (text[CHECKSUM_DIGITS] !== ' ' || text.slice(0, CHECKSUM_DIGITS) !== checksum(json)) return undefined;
  return JSON.parse(json);
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(CHECKSUM_DIGITS, '0');
}
