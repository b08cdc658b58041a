import { parseMessage, type InlineTag, type MessagePart } from '../content/message.js';

/** A stretch of a text as XLIFF sees it. */
export type Piece =
  | Readonly<{ kind: 'words'; text: string }>
  /** Words that stay as they are in every language. */
  | Readonly<{ kind: 'keep'; text: string }>
  /** A placeholder, as it is written. */
  | Readonly<{ kind: 'code'; data: string }>
  | Readonly<{ kind: 'pair'; name: InlineTag; open: string; close: string; pieces: readonly Piece[] }>;

/**
 * Takes a text apart, so that a translator's tool can lock its placeholders, tags and names. A text whose parts don't join to
 * the very same text, such as one with an unbalanced tag, is words as a whole.
 */
export function piecesOf(text: string, keep: readonly string[]): readonly Piece[] {
  const { parts, faults } = parseMessage(text);
  const joined = parts.map(writtenPart).join('');
  if (faults.length > 0 || joined !== text) return [{ kind: 'words', text }];
  const stack: { name: InlineTag; open: string; pieces: Piece[] }[] = [];
  const top: Piece[] = [];
  for (const part of parts) {
    const pieces = stack.at(-1)?.pieces ?? top;
    if (part.kind === 'text') pieces.push(...splitTerms(part.text, keep));
    else if (part.kind === 'placeholder') pieces.push({ kind: 'code', data: writtenPart(part) });
    else if (part.kind === 'open') stack.push({ name: part.name, open: part.html, pieces: [] });
    else {
      const { name, open, pieces: inner } = stack.pop()!;
      (stack.at(-1)?.pieces ?? top).push({ kind: 'pair', name, open, close: part.html, pieces: inner });
    }
  }
  return top;
}

function writtenPart(part: MessagePart): string {
  if (part.kind === 'text') return part.text;
  return part.kind === 'placeholder' ? `{{${part.name}}}` : part.html;
}

function splitTerms(text: string, keep: readonly string[]): readonly Piece[] {
  const terms = [...keep].filter((term) => term !== '').sort((one, other) => other.length - one.length);
  if (terms.length === 0) return [{ kind: 'words', text }];
  const expression = new RegExp(`(${terms.map((term) => escapeRegExp(term)).join('|')})`);
  return text
    .split(expression)
    .map((part, index): Piece => ({ kind: index % 2 === 1 ? 'keep' : 'words', text: part }))
    .filter((piece) => piece.kind !== 'words' || piece.text !== '');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Gives the codes of one unit their numbers: a code of the translation has that of the same code in the source. */
export class CodeNumbers {
  readonly #source: { data: string; number: number }[] = [];
  #free: { data: string; number: number }[] = [];
  #next = 1;

  /** Numbers the next code of the source. */
  ofSource(data: string): number {
    const number = this.#next++;
    this.#source.push({ data, number });
    return number;
  }

  /** Starts the translation. */
  startTarget(): void {
    this.#free = [...this.#source];
  }

  /** Numbers the next code of the translation. */
  ofTarget(data: string): number {
    const index = this.#free.findIndex((code) => code.data === data);
    return index === -1 ? this.#next++ : this.#free.splice(index, 1)[0]!.number;
  }
}
