import type { SourceRange } from '../../base/source.js';
import { withoutSteering } from '../../base/invisible.js';

/** Words in one language. */
export type Voice = Readonly<{ lang: string; text: string }>;

/**
 * A stretch that is read as one: a heading, a paragraph, a label, a cell, an alternative text. Also what is no text but is
 * announced, such as the beginning of a list, which has no words.
 */
export type Passage = Readonly<{
  /** The role of its structure element, with what is announced beside it: `H1`, `L Decimal`, `TH Column`. */
  role: string;
  /** Its words; white space is one space. */
  text: string;
  /** Its words by language, without white space; neighbours have different ones. */
  voices: readonly Voice[];
  /** The index of the page it begins on, where it was read from a file. */
  page: number | undefined;
  /** Where a template wrote it, where it was read from a document. */
  at: SourceRange | undefined;
}>;

/** What a passage is made of. */
export type PassageParts = Readonly<{
  role: string;
  spoken: readonly Voice[];
  page?: number | undefined;
  at?: SourceRange | undefined;
}>;

/** Makes a passage; neither white space nor characters that steer how text is set make a difference to it. */
export function makePassage({ role, spoken, page, at }: PassageParts): Passage {
  const voices: Voice[] = [];
  for (const { lang, text } of spoken) {
    const words = withoutSpaces(text);
    const last = voices.at(-1);
    if (words === '') continue;
    if (last?.lang === lang) voices[voices.length - 1] = { lang, text: last.text + words };
    else voices.push({ lang, text: words });
  }
  const text = withoutSteering(spoken.map((each) => each.text).join(''))
    .replace(/\s+/g, ' ')
    .trim();
  return { role, text, voices, page, at };
}

/** A text without white space, and without characters that steer how text is set. */
export function withoutSpaces(text: string): string {
  return withoutSteering(text).replace(SPACES, '');
}

const SPACES = /\s+/g;
