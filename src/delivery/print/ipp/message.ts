/**
 * Value tags of RFC 8010, section 3.5.2, that hold a character string, by the name that RFC 8011 has for the syntax.
 * @see RFC 8010, table 5
 */
export const stringTags = {
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  uriScheme: 0x46,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
} as const;

/** The name of a syntax whose values are character strings. */
export type StringSyntax = keyof typeof stringTags;

/** The other value tags, and those that frame a collection. */
export const valueTags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  resolution: 0x32,
  range: 0x33,
  collection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endCollection: 0x37,
  memberName: 0x4a,
} as const;

/** Delimiter tags of the groups that this program sends or reads. */
export const groupTags = { operation: 0x01, job: 0x02, printer: 0x04, unsupported: 0x05 } as const;

/** The tag after the last attribute. Every tag below 0x10 parts groups. */
export const END_OF_ATTRIBUTES = 0x03;

/** The name of a group of attributes; one with another tag is kept as `other`. */
export type GroupName = keyof typeof groupTags | 'other';

/** One value of an attribute. */
export type IppValue =
  | Readonly<{ kind: 'integer' | 'enum'; value: number }>
  | Readonly<{ kind: 'boolean'; value: boolean }>
  | Readonly<{ kind: 'string'; syntax: StringSyntax; value: string; language?: string }>
  | Readonly<{ kind: 'range'; from: number; to: number }>
  | Readonly<{ kind: 'resolution'; across: number; along: number; unit: number }>
  | Readonly<{ kind: 'collection'; members: readonly IppAttribute[] }>
  /** A value of any other syntax, such as a date, or of none (`no-value`, `unknown`). */
  | Readonly<{ kind: 'octets'; tag: number; bytes: Uint8Array }>;

/** An attribute and its values, of which there is at least one. */
export type IppAttribute = Readonly<{ name: string; values: readonly IppValue[] }>;

/** A group of attributes. */
export type IppGroup = Readonly<{ name: GroupName; attributes: readonly IppAttribute[] }>;

/** A request or an answer without the document that may follow it. */
export type IppMessage = Readonly<{
  version: Readonly<{ major: number; minor: number }>;
  /** The operation of a request, the status of an answer. */
  code: number;
  requestId: number;
  groups: readonly IppGroup[];
}>;
