import type { Problem } from '../base/problem.js';
import { SCHEMA_KEY } from '../base/json-schema.js';
import { rangeAt, type Source, type SourceRange } from '../base/source.js';

/** One string of a locale file. */
export type Message = Readonly<{
  /** The names of the objects it stands in, and its own, joined by dots. */
  key: string;
  text: string;
  /** Where its key is written. */
  keyAt: SourceRange;
  /** Where its text is written: at the opening quote. */
  at: SourceRange;
}>;

/** The messages of one namespace in one language, by key. */
export type Messages = ReadonlyMap<string, Message>;

/** What one locale file holds, as far as it could be read. */
export type MessageFile = Readonly<{ messages: readonly Message[]; problems: readonly Problem[] }>;

/** What an object may be called, and a text; a text's plural forms end in their category. */
export const KEY_PATTERN = /^[A-Za-z0-9-]+(?:_(?:zero|one|two|few|many|other))?$/;

const DEPTH_LIMIT = 16;
const STRING_CHARACTERS = /[^"\\\n]*/y;
const NUMBER_OR_WORD = /[-+.\w]+/y;
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads a locale file: JSON (RFC 8259) of nested objects whose leaves are all strings, which is what translators' tools
 * keep whole. Lists are refused because those tools lose them. A text `$schema` at the top is an editor's, and is passed over.
 * @returns the messages in the order of the file; reports `content/bad-json` once and stops there, and
 *   `content/not-text`, `content/bad-key` and `content/repeated-key` as often as they occur
 */
export function readMessages(source: Source): MessageFile {
  const reader = new MessageReader(source);
  try {
    reader.readFile();
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
    const { offset, message, hint } = fault;
    reader.report({ code: 'content/bad-json', offset, message, ...(hint === undefined ? {} : { hint }) });
  }
  return { messages: reader.messages, problems: reader.problems };
}

/** Stops the reading of a file that is not JSON. */
class SyntaxFault extends Error {
  constructor(
    readonly offset: number,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** What is wrong at an offset of the file, though the rest of it can be read. */
type Fault = Pick<Problem, 'code' | 'message' | 'hint'> & Readonly<{ offset: number }>;

class MessageReader {
  readonly messages: Message[] = [];
  readonly problems: Problem[] = [];
  readonly #source: Source;
  readonly #text: string;
  #offset = 0;
  #line = 1;
  #lineStart = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
  }

  readFile(): void {
    this.#offset = this.#text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (this.#peek() !== '{') {
      throw new SyntaxFault(this.#offset, 'A locale file is one object: it starts with {.');
    }
    this.#readObject([]);
    if (this.#peek() !== '') {
      throw new SyntaxFault(this.#offset, 'There is something after the last }.', 'Remove it.');
    }
  }

  report({ offset, ...fault }: Fault): void {
    this.problems.push({ ...fault, severity: 'error', at: rangeAt(this.#source, offset) });
  }

  #readObject(path: readonly string[]): void {
    if (path.length > DEPTH_LIMIT) throw new SyntaxFault(this.#offset, 'Objects are nested too deeply.');
    const openedAt = this.#offset;
    const names = new Set<string>();
    this.#offset += 1;
    if (this.#peek() === '}') {
      this.#offset += 1;
      return;
    }
    for (;;) {
      this.#readMember(path, names);
      const next = this.#peek();
      if (next === '') throw new SyntaxFault(openedAt, 'This { is never closed.', 'Write } at its end.');
      if (next !== ',' && next !== '}') {
        throw new SyntaxFault(this.#offset, `Expected a comma or }, but found ${quote(next)}.`);
      }
      const comma = this.#offset;
      this.#offset += 1;
      if (next === '}') return;
      if (this.#peek() === '}') {
        throw new SyntaxFault(comma, 'There is a comma after the last entry.', 'Remove the comma.');
      }
    }
  }

  #readMember(path: readonly string[], names: Set<string>): void {
    const first = this.#peek();
    const nameOffset = this.#offset;
    const keyAt = this.#here();
    if (first !== '"') {
      const found = first === '' ? 'the end of the file' : quote(first);
      throw new SyntaxFault(nameOffset, `Expected a key in double quotes, but found ${found}.`);
    }
    const name = this.#readString();
    const key = [...path, name].join('.');
    if (names.has(name)) {
      const message = `The key "${key}" is written twice.`;
      this.report({ code: 'content/repeated-key', offset: nameOffset, message, hint: 'Keep one.' });
    }
    names.add(name);
    if (this.#peek() !== ':') throw new SyntaxFault(this.#offset, `Expected a colon after "${name}".`);
    this.#offset += 1;
    const isReference = path.length === 0 && name === SCHEMA_KEY && this.#peek() === '"';
    if (!isReference && !KEY_PATTERN.test(name)) this.#refuseKey(name, nameOffset);
    if (isReference) this.#readString();
    else this.#readValue([...path, name], keyAt);
  }

  #refuseKey(name: string, offset: number): void {
    const hint = 'Keys are letters, digits and hyphens; a plural form ends in _one, _few, _other and so on.';
    this.report({ code: 'content/bad-key', offset, message: `"${name}" can't be a key.`, hint });
  }

  #readValue(path: readonly string[], keyAt: SourceRange): void {
    const first = this.#peek();
    const at = this.#here();
    if (first === '"') {
      this.messages.push({ key: path.join('.'), text: this.#readString(), keyAt, at });
    } else if (first === '{') {
      this.#readObject(path);
    } else {
      this.#refuseValue(path.join('.'), first);
    }
  }

  #refuseValue(key: string, first: string): void {
    const offset = this.#offset;
    if (first === '[') {
      const hint = 'Give each item a key of its own; translators’ tools lose the order of lists.';
      this.report({ code: 'content/not-text', offset, message: `"${key}" is a list.`, hint });
      this.#skipList();
      return;
    }
    NUMBER_OR_WORD.lastIndex = offset;
    const word = NUMBER_OR_WORD.exec(this.#text)?.[0];
    if (word === undefined) {
      const found = first === '' ? 'the end of the file' : quote(first);
      throw new SyntaxFault(offset, `Expected a text in double quotes, but found ${found}.`);
    }
    this.#offset += word.length;
    const isValue = /^(?:true|false|null|-?\d.*)$/.test(word);
    if (!isValue) throw new SyntaxFault(offset, `The text of "${key}" has no opening quote.`);
    const message = `"${key}" is ${word}, not a text.`;
    const hint = word === 'null' ? 'Write a text in double quotes, or remove the key.' : `Write "${word}".`;
    this.report({ code: 'content/not-text', offset, message, hint });
  }

  #skipList(): void {
    const openedAt = this.#offset;
    let depth = 0;
    for (;;) {
      const character = this.#peek();
      if (character === '') throw new SyntaxFault(openedAt, 'This [ is never closed.');
      if (character === '"') {
        this.#readString();
        continue;
      }
      this.#offset += 1;
      if (character === '[') depth += 1;
      if (character === ']' && --depth === 0) return;
    }
  }

  #readString(): string {
    const openedAt = this.#offset;
    let value = '';
    this.#offset += 1;
    for (;;) {
      STRING_CHARACTERS.lastIndex = this.#offset;
      value += STRING_CHARACTERS.exec(this.#text)![0];
      this.#offset = STRING_CHARACTERS.lastIndex;
      const character = this.#text[this.#offset];
      if (character === '\\') {
        value += this.#readEscape();
      } else if (character === '"') {
        this.#offset += 1;
        return value;
      } else {
        throw new SyntaxFault(openedAt, 'This text has no closing quote on its line.', 'Write " at its end.');
      }
    }
  }

  #readEscape(): string {
    const escape = this.#text[this.#offset + 1] ?? '';
    const short = SHORT_ESCAPES[escape];
    if (short !== undefined) {
      this.#offset += 2;
      return short;
    }
    const digits = this.#text.slice(this.#offset + 2, this.#offset + 6);
    if (escape !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits)) {
      throw new SyntaxFault(
        this.#offset,
        `\\${escape} is not an escape of JSON.`,
        'Write \\\\ for a backslash.',
      );
    }
    this.#offset += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  /** Skips white space; returns the character there, or the empty string at the end of the file. */
  #peek(): string {
    for (;;) {
      const code = this.#text.charCodeAt(this.#offset);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
      this.#offset += 1;
      if (code === 0x0a) {
        this.#line += 1;
        this.#lineStart = this.#offset;
      }
    }
    return this.#text[this.#offset] ?? '';
  }

  /** The place reached; cheaper than to search the text from its start for each of a thousand messages. */
  #here(): SourceRange {
    return { file: this.#source.file, line: this.#line, column: this.#offset - this.#lineStart + 1 };
  }
}

function quote(character: string): string {
  return character === '"' ? 'a quote' : character;
}
