import type { PdfFile } from './pdf-objects.js';
import { isReference } from './pdf-objects.js';
import type { PdfDictionary, PdfValue } from './pdf-syntax.js';

/** What a structure element holds: an element, marked content on a page, or an annotation on a page. */
export type PdfKid =
  | Readonly<{ kind: 'element'; element: PdfElement }>
  | Readonly<{ kind: 'content'; page: number | undefined; mcid: number }>
  | Readonly<{ kind: 'object'; page: number | undefined; object: number }>;

/** An element of the structure tree. */
export type PdfElement = Readonly<{
  /** The number of its object; 0 when it stands directly in its parent. */
  object: number;
  /** The object that /P names. */
  parent: number | undefined;
  role: string;
  lang: string | undefined;
  alternative: string | undefined;
  actualText: string | undefined;
  /** Attributes of every owner, as PDF writes their values: `ListNumbering=Decimal`. */
  attributes: ReadonlyMap<string, string>;
  kids: readonly PdfKid[];
}>;

/** The structure tree of a file. */
export type PdfStructure = Readonly<{
  /** The object of /StructTreeRoot. */
  root: number;
  roots: readonly PdfElement[];
  /** Elements that were met more than once, by object. */
  repeated: readonly number[];
  /** Roles that stand for others. */
  roleMap: ReadonlyMap<string, string>;
  /** Entries of the parent tree: one element for an annotation, a list by MCID for a page. */
  parents: ReadonlyMap<number, number | readonly (number | undefined)[]>;
  /** What is wrong with the parent tree itself, as sentences. */
  parentTreeFaults: readonly string[];
  nextKey: number | undefined;
}>;

/** Reads the structure tree and the parent tree. */
export function readStructure(file: PdfFile, pageOf: ReadonlyMap<number, number>): PdfStructure {
  const reference = file.dictionary(file.trailer.get('Root')).get('StructTreeRoot');
  const root = file.dictionary(reference);
  const met = new Map<number, number>();
  const context: Context = { file, pageOf, met };
  const roots = file
    .list(root.get('K'))
    .flatMap((kid) => readKid(kid, undefined, context))
    .flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
  const faults: string[] = [];
  const roles = [...file.dictionary(root.get('RoleMap'))].map(
    ([role, to]) => [role, file.name(to) ?? ''] as const,
  );
  return {
    root: isReference(reference) ? reference.number : 0,
    roots,
    repeated: [...met].filter(([, count]) => count > 1).map(([object]) => object),
    roleMap: new Map(roles),
    parents: new Map(readNumberTree(file, root.get('ParentTree'), faults)),
    parentTreeFaults: faults,
    nextKey: file.number(root.get('ParentTreeNextKey')),
  };
}

/** Every element of a tree, each before what is in it. */
export function walkElements(elements: readonly PdfElement[]): readonly PdfElement[] {
  return elements.flatMap((element) => [
    element,
    ...walkElements(element.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []))),
  ]);
}

type Context = Readonly<{
  file: PdfFile;
  pageOf: ReadonlyMap<number, number>;
  /** How often each element was met; a second meeting isn't followed, so circles end. */
  met: Map<number, number>;
}>;

function readKid(value: PdfValue, inherited: number | undefined, context: Context): readonly PdfKid[] {
  const { file } = context;
  const found = file.resolve(value);
  if (typeof found === 'number') return [{ kind: 'content', page: inherited, mcid: found }];
  const dictionary = file.dictionary(found);
  const page = pageAt(dictionary, context) ?? inherited;
  switch (file.name(dictionary.get('Type'))) {
    case 'MCR':
      return [{ kind: 'content', page, mcid: file.number(dictionary.get('MCID')) ?? -1 }];
    case 'OBJR': {
      const object = dictionary.get('Obj');
      return [{ kind: 'object', page, object: isReference(object) ? object.number : 0 }];
    }
    default:
      return readElement(value, page, context);
  }
}

function readElement(value: PdfValue, page: number | undefined, context: Context): readonly PdfKid[] {
  const { file, met } = context;
  const object = isReference(value) ? value.number : 0;
  met.set(object, (met.get(object) ?? 0) + (object === 0 ? 0 : 1));
  const dictionary = file.dictionary(value);
  if (dictionary.size === 0 || met.get(object)! > 1) return [];
  const parent = dictionary.get('P');
  const element: PdfElement = {
    object,
    parent: isReference(parent) ? parent.number : undefined,
    role: file.name(dictionary.get('S')) ?? '',
    lang: file.text(dictionary.get('Lang')),
    alternative: file.text(dictionary.get('Alt')),
    actualText: file.text(dictionary.get('ActualText')),
    attributes: readAttributes(dictionary, file),
    kids: file.list(dictionary.get('K')).flatMap((kid) => readKid(kid, page, context)),
  };
  return [{ kind: 'element', element }];
}

function pageAt(dictionary: PdfDictionary, { pageOf }: Context): number | undefined {
  const page = dictionary.get('Pg');
  return isReference(page) ? pageOf.get(page.number) : undefined;
}

function readAttributes(dictionary: PdfDictionary, file: PdfFile): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const object of file.list(dictionary.get('A'))) {
    for (const [key, value] of file.dictionary(object)) {
      if (key !== 'O') attributes.set(key, printValue(file.resolve(value), file));
    }
  }
  return attributes;
}

function printValue(value: PdfValue, file: PdfFile): string {
  if (Array.isArray(value))
    return value.map((part: PdfValue) => printValue(file.resolve(part), file)).join(' ');
  return file.name(value) ?? file.text(value) ?? String(value as number);
}

type ParentEntry = readonly [number, number | readonly (number | undefined)[]];

function readNumberTree(file: PdfFile, tree: PdfValue | undefined, faults: string[]): readonly ParentEntry[] {
  const root = file.dictionary(tree);
  if (root.has('Limits')) faults.push('The root of the parent tree has /Limits.');
  const pairs = numberPairs(file, root);
  pairs.forEach(([key], index) => {
    if (index > 0 && key <= pairs[index - 1]![0])
      faults.push(`The parent tree's key ${String(key)} is out of order.`);
  });
  return pairs.map(([key, value]): ParentEntry => {
    const found = file.resolve(value);
    if (!Array.isArray(found)) return [key, objectOf(value) ?? 0];
    return [key, found.map((entry: PdfValue) => objectOf(entry))];
  });
}

function numberPairs(file: PdfFile, node: PdfDictionary): readonly (readonly [number, PdfValue])[] {
  const numbers = file.list(node.get('Nums'));
  const own = numbers.flatMap((key, index) =>
    index % 2 === 0 ? [[file.number(key) ?? -1, numbers[index + 1] ?? null] as const] : [],
  );
  return [...own, ...file.list(node.get('Kids')).flatMap((kid) => numberPairs(file, file.dictionary(kid)))];
}

function objectOf(value: PdfValue | undefined): number | undefined {
  return isReference(value) ? value.number : undefined;
}
