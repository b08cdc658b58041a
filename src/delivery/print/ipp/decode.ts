import { OutsideError } from '../../../base/outside-error.js';
import {
  END_OF_ATTRIBUTES,
  groupTags,
  stringTags,
  valueTags,
  type GroupName,
  type IppAttribute,
  type IppGroup,
  type IppMessage,
  type IppValue,
  type StringSyntax,
} from './message.js';

/** Collections in collections; the deepest that a standard has are three. */
const DEEPEST_COLLECTION = 10;
const FIRST_VALUE_TAG = 0x10;

/**
 * Reads a message. What is wrong with it is an error, never a guess: every length is held against what is there.
 * @param bytes a whole answer; what follows its attributes is left alone
 * @throws {OutsideError} `print/bad-answer` when they are no message of IPP 1 or 2
 * @see RFC 8010, section 3
 */
export function decodeMessage(bytes: Uint8Array): IppMessage {
  const reader = createReader(bytes);
  const version = { major: reader.byte(), minor: reader.byte() };
  if (version.major !== 1 && version.major !== 2) {
    throw badAnswer(`it is of the version ${version.major}.${version.minor}`);
  }
  const code = reader.short();
  const requestId = reader.long();
  const groups: IppGroup[] = [];
  for (let tag = reader.byte(); tag !== END_OF_ATTRIBUTES; tag = reader.byte()) {
    if (tag >= FIRST_VALUE_TAG) throw badAnswer('an attribute stands outside a group');
    groups.push({ name: groupName(tag), attributes: readAttributes(reader) });
  }
  return { version, code, requestId, groups };
}

/** Makes the error for an answer that nobody can rely on. */
export function badAnswer(reason: string): OutsideError {
  return new OutsideError(
    'print/bad-answer',
    `The printer's answer cannot be understood: ${reason}. Check that the address is that of a printer.`,
  );
}

type Reader = Readonly<{
  byte(): number;
  /** The next byte, which stays. */
  peek(): number;
  short(): number;
  long(): number;
  /** As many bytes as the short before them says. */
  field(): Uint8Array;
}>;

function createReader(bytes: Uint8Array): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  const take = (length: number): number => {
    if (position + length > bytes.length) throw badAnswer('it is cut short');
    position += length;
    return position - length;
  };
  const peek = (): number => bytes[position] ?? END_OF_ATTRIBUTES;
  const short = (): number => view.getUint16(take(2));
  const field = (): Uint8Array => {
    const length = short();
    const start = take(length);
    return bytes.subarray(start, start + length);
  };
  return { byte: () => view.getUint8(take(1)), peek, short, long: () => view.getInt32(take(4)), field };
}

function groupName(tag: number): GroupName {
  const names = ['operation', 'job', 'printer', 'unsupported'] as const;
  return names.find((name) => groupTags[name] === tag) ?? 'other';
}

function readAttributes(reader: Reader): readonly IppAttribute[] {
  const attributes: Draft[] = [];
  while (reader.peek() >= FIRST_VALUE_TAG) {
    const tag = reader.byte();
    const name = textOf(reader.field());
    const value = readValue(reader, tag, 0);
    const last = attributes.at(-1);
    if (name !== '') attributes.push({ name, values: [value] });
    else if (last !== undefined) last.values.push(value);
    else throw badAnswer('an attribute has no name');
  }
  return attributes;
}

/** An attribute while its values are still coming. */
type Draft = { name: string; values: IppValue[] };

function readValue(reader: Reader, tag: number, depth: number): IppValue {
  const content = reader.field();
  if (tag !== valueTags.collection) return valueOf(tag, content);
  if (depth >= DEEPEST_COLLECTION) throw badAnswer('its collections are nested too deeply');
  return { kind: 'collection', members: readMembers(reader, depth + 1) };
}

function readMembers(reader: Reader, depth: number): readonly IppAttribute[] {
  const members: Draft[] = [];
  for (let tag = reader.byte(); tag !== valueTags.endCollection; tag = reader.byte()) {
    reader.field();
    if (tag === valueTags.memberName) {
      members.push({ name: textOf(reader.field()), values: [] });
    } else {
      const last = members.at(-1);
      if (tag < FIRST_VALUE_TAG || last === undefined) throw badAnswer('a collection is broken');
      last.values.push(readValue(reader, tag, depth));
    }
  }
  reader.field();
  reader.field();
  if (members.some(({ values }) => values.length === 0)) throw badAnswer('a collection is broken');
  return members;
}

function valueOf(tag: number, content: Uint8Array): IppValue {
  switch (tag) {
    case valueTags.integer:
      return { kind: 'integer', value: numbers(content, 4).getInt32(0) };
    case valueTags.enum:
      return { kind: 'enum', value: numbers(content, 4).getInt32(0) };
    case valueTags.boolean:
      return { kind: 'boolean', value: numbers(content, 1).getUint8(0) !== 0 };
    case valueTags.range: {
      const view = numbers(content, 8);
      return { kind: 'range', from: view.getInt32(0), to: view.getInt32(4) };
    }
    case valueTags.resolution: {
      const view = numbers(content, 9);
      const [across, along, unit] = [view.getInt32(0), view.getInt32(4), view.getUint8(8)];
      return { kind: 'resolution', across, along, unit };
    }
    case valueTags.textWithLanguage:
      return withLanguage('text', content);
    case valueTags.nameWithLanguage:
      return withLanguage('name', content);
    default: {
      const syntax = stringSyntaxes.find(([, known]) => known === tag)?.[0];
      return syntax === undefined
        ? { kind: 'octets', tag, bytes: content }
        : { kind: 'string', syntax, value: textOf(content) };
    }
  }
}

const stringSyntaxes = Object.entries(stringTags) as readonly (readonly [StringSyntax, number])[];

function numbers(content: Uint8Array, length: number): DataView {
  if (content.length !== length) throw badAnswer('a value has the wrong length');
  return new DataView(content.buffer, content.byteOffset, content.byteLength);
}

function withLanguage(syntax: 'text' | 'name', content: Uint8Array): IppValue {
  const reader = createReader(content);
  return { kind: 'string', syntax, language: textOf(reader.field()), value: textOf(reader.field()) };
}

function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
