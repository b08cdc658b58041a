import type { GroupName, IppAttribute, IppGroup, IppMessage, IppValue, StringSyntax } from './message.js';

/** What a group holds, by the kind of value. Values of other kinds than the one that is asked for are left out. */
export type GroupReader = Readonly<{
  texts(name: string): readonly string[];
  text(name: string): string | undefined;
  /** Whole numbers, also of enums. */
  numbers(name: string): readonly number[];
  number(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  values(name: string): readonly IppValue[];
}>;

/** Makes a reader of the first group of a name, or of an empty one where there is none. */
export function readGroup({ groups }: IppMessage, name: GroupName): GroupReader {
  return readerOf(groups.find((group) => group.name === name) ?? { name, attributes: [] });
}

/** Makes readers of all groups of a name, such as the printers of a print server. */
export function readGroups({ groups }: IppMessage, name: GroupName): readonly GroupReader[] {
  return groups.filter((group) => group.name === name).map(readerOf);
}

/** Of two attributes with one name the first counts. */
function readerOf({ attributes }: IppGroup): GroupReader {
  const values = (name: string): readonly IppValue[] =>
    attributes.find((attribute) => attribute.name === name)?.values ?? [];
  const texts = (name: string): readonly string[] =>
    values(name).flatMap((value) => (value.kind === 'string' ? [value.value] : []));
  const numbers = (name: string): readonly number[] =>
    values(name).flatMap((value) => (value.kind === 'integer' || value.kind === 'enum' ? [value.value] : []));
  return {
    values,
    texts,
    numbers,
    text: (name) => texts(name)[0],
    number: (name) => numbers(name)[0],
    flag: (name) => values(name).flatMap((value) => (value.kind === 'boolean' ? [value.value] : []))[0],
  };
}

/** Makes an attribute of strings. */
export function strings(syntax: StringSyntax, name: string, ...values: readonly string[]): IppAttribute {
  return { name, values: values.map((value) => ({ kind: 'string', syntax, value })) };
}

/** Makes an attribute of one whole number. */
export function integer(name: string, value: number): IppAttribute {
  return { name, values: [{ kind: 'integer', value }] };
}

/** Makes an attribute that is true or false. */
export function boolean(name: string, value: boolean): IppAttribute {
  return { name, values: [{ kind: 'boolean', value }] };
}
