import {
  END_OF_ATTRIBUTES,
  groupTags,
  stringTags,
  valueTags,
  type IppAttribute,
  type IppMessage,
  type IppValue,
} from './message.js';

/** The most bytes that a name or a value may have: their lengths are signed shorts. */
const LONGEST_FIELD_BYTES = 0x7fff;

/**
 * Writes a message as IPP has it on the wire. Numbers have the most significant byte first.
 * @returns the bytes, after which a document may follow
 * @throws {RangeError} for a name or value of more than 32,767 bytes, and for a group of the name `other`: this program makes none
 * @see RFC 8010, section 3
 */
export function encodeMessage({ version, code, requestId, groups }: IppMessage): Uint8Array {
  const bytes: number[] = [version.major, version.minor, ...short(code), ...long(requestId)];
  for (const { name, attributes } of groups) {
    if (name === 'other') throw new RangeError('A group without a known tag cannot be written.');
    bytes.push(groupTags[name]);
    for (const attribute of attributes) pushAttribute(bytes, attribute);
  }
  bytes.push(END_OF_ATTRIBUTES);
  return Uint8Array.from(bytes);
}

/** Every value after the first has an empty name. */
function pushAttribute(bytes: number[], { name, values }: IppAttribute): void {
  for (const [index, value] of values.entries()) pushValue(bytes, index === 0 ? name : '', value);
}

function pushValue(bytes: number[], name: string, value: IppValue): void {
  bytes.push(tagOf(value));
  pushField(bytes, utf8.encode(name));
  pushField(bytes, contentOf(value));
  if (value.kind !== 'collection') return;
  for (const member of value.members) {
    bytes.push(valueTags.memberName, 0, 0);
    pushField(bytes, utf8.encode(member.name));
    for (const memberValue of member.values) pushValue(bytes, '', memberValue);
  }
  bytes.push(valueTags.endCollection, 0, 0, 0, 0);
}

function tagOf(value: IppValue): number {
  switch (value.kind) {
    case 'octets':
      return value.tag;
    case 'string':
      if (value.language === undefined) return stringTags[value.syntax];
      return value.syntax === 'name' ? valueTags.nameWithLanguage : valueTags.textWithLanguage;
    default:
      return valueTags[value.kind];
  }
}

function contentOf(value: IppValue): ArrayLike<number> {
  switch (value.kind) {
    case 'integer':
    case 'enum':
      return long(value.value);
    case 'boolean':
      return [value.value ? 1 : 0];
    case 'range':
      return [...long(value.from), ...long(value.to)];
    case 'resolution':
      return [...long(value.across), ...long(value.along), value.unit];
    case 'collection':
      return [];
    case 'octets':
      return value.bytes;
    case 'string': {
      if (value.language === undefined) return utf8.encode(value.value);
      const parts: number[] = [];
      pushField(parts, utf8.encode(value.language));
      pushField(parts, utf8.encode(value.value));
      return parts;
    }
  }
}

const utf8 = new TextEncoder();

function pushField(bytes: number[], field: ArrayLike<number>): void {
  if (field.length > LONGEST_FIELD_BYTES) throw new RangeError('A value is too long for IPP.');
  bytes.push(...short(field.length), ...Array.from(field));
}

function short(value: number): readonly number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function long(value: number): readonly number[] {
  return [(value >> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}
