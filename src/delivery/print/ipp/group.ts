import type { GroupName, IppAttribute, IppMessage, IppValue, StringSyntax } from './message.js';

/**
 * Finds an attribute's values in the first group of a name. Of two attributes with one name the first counts.
 * @returns nothing where the group or the attribute isn't there
 */
export function valuesIn(message: IppMessage, group: GroupName, name: string): readonly IppValue[] {
  const found = message.groups.find((each) => each.name === group);
  return found?.attributes.find((attribute) => attribute.name === name)?.values ?? [];
}

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

/** Makes a reader of the first group of a name. */
export function readGroup(message: IppMessage, group: GroupName): GroupReader {
  const values = (name: string): readonly IppValue[] => valuesIn(message, group, name);
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
